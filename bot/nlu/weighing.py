"""What the findings of the components make of each other: guard, places, language and topic."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.catalogue import TOPICS
from bot.language.identify import SHORT_REQUEST
from bot.language.normalise import words
from bot.navigation.emergency import WEAK
from bot.nlu import choose as chosen
from bot.nlu.properties import ASKED_LANGUAGE, GUARD, ONLY_PLACE, OTHER_LANGUAGE, text_of

if TYPE_CHECKING:
    from rasa.shared.nlu.training_data.message import Message

PLAIN: Final = 0.8
"""Probability from which a topic outweighs a weak suspicion of an emergency; with .9 as many
emergencies and 38 of the 131 ordinary lines."""


PERSON: Final = 0.7
"""The same for asking for a person, who can judge it; no labelled emergency that is asked about
(of 816) is taken for that with more than .4."""


def cautious(message: Message, choice: chosen.Choice) -> chosen.Choice:
    """Small talk gives way to navigation where the guard wants to ask about an emergency."""
    small_talk = not choice.intent.startswith(TOPICS) and not outweighs(message, choice)
    if small_talk and (message.get(GUARD) or {}).get("state") == "unsure":
        return replace(choice, intent=chosen.UNSURE)
    return choice


def outweighs(message: Message, choice: chosen.Choice) -> bool:
    """Whether the topic, or the wish for a person, is clear and the suspicion weak.

    Then the emergency is not asked about; a line on 112 ends the guidance.
    """
    verdict = message.get(GUARD) or {}
    topic = choice.intent.startswith(TOPICS) and choice.confidence >= PLAIN
    person = choice.intent == chosen.HUMAN and choice.confidence >= PERSON
    return (topic or person) and verdict.get("state") == "unsure" and verdict["danger"] < WEAK


def settled(message: Message) -> chosen.Choice | None:
    """The intent where the other components leave nothing to choose."""
    if (message.get(GUARD) or {}).get("state") == "emergency":
        return chosen.Choice(intent=chosen.EMERGENCY, confidence=1.0)
    if message.get(ONLY_PLACE):
        return chosen.Choice(intent=chosen.INFORM, confidence=1.0)
    if message.get(ASKED_LANGUAGE) and len(words(text_of(message))) <= SHORT_REQUEST:
        return chosen.Choice(intent=chosen.CHANGE_LANGUAGE, confidence=1.0)
    if message.get(OTHER_LANGUAGE):
        return chosen.Choice(intent=chosen.UNSURE, confidence=1.0)
    return None
