"""What the bot knows, as frozen values; no reading, no deciding, no Rasa."""

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.emergency import Emergency, EmergencyContact, Level
from bot.catalogue.facts import Confidence, Provenance
from bot.catalogue.matrix import Matrix, Row
from bot.catalogue.municipality import Municipality, Neighbour, Village
from bot.catalogue.need import TOPICS, Condition, Fact, Faq, Need, Offer, Route, Who
from bot.catalogue.opening_hours import OpeningHours, Period, is_holiday
from bot.catalogue.queue import Queue
from bot.catalogue.service import Assessment, Contact, ContactKind, Identification, Service
from bot.catalogue.text import LANGUAGES, Language, Text

__all__ = [
    "LANGUAGES",
    "TOPICS",
    "Assessment",
    "Catalogue",
    "Condition",
    "Confidence",
    "Contact",
    "ContactKind",
    "Emergency",
    "EmergencyContact",
    "Fact",
    "Faq",
    "Identification",
    "Language",
    "Level",
    "Matrix",
    "Municipality",
    "Need",
    "Neighbour",
    "Offer",
    "OpeningHours",
    "Period",
    "Provenance",
    "Queue",
    "Route",
    "Row",
    "Service",
    "Text",
    "Village",
    "Who",
    "is_holiday",
]
