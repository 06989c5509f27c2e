"""Between Rasa's tracker and the values of bot.navigation."""

from __future__ import annotations

from dataclasses import asdict, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, cast

from rasa_sdk.events import SlotSet

from bot.catalogue import LANGUAGES, TOPICS
from bot.navigation.situation import Situation, Understood

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rasa_sdk import Tracker

    from bot.catalogue import Catalogue, Language
    from bot.navigation.situation import Reply


ANSWERS: Final[dict[str, Reply]] = {"affirm": "yes", "deny": "no", "not_sure": "not_sure"}


class Slot(str, Enum):
    """The slots of domain.yml; one for each field of a Situation."""

    LANGUAGE = "language"
    TOPIC = "topic"
    MUNICIPALITY = "municipality"
    WHO = "who"
    AGE = "age"
    ASKED = "asked"
    SUSPECTED = "suspected"
    HELD = "held"
    MISSES = "misses"


def language_of(tracker: Tracker) -> Language:
    """The language of the message, else of the conversation, else of the page, else Finnish."""
    latest = tracker.latest_message
    metadata = latest.get("metadata") or {}
    said = (latest.get("language"), tracker.get_slot(Slot.LANGUAGE.value), metadata.get("language"))
    found = next((language for language in said if language in LANGUAGES), "fi")
    return cast("Language", found)


def situation_of(tracker: Tracker) -> Situation:
    """The facts that the slots hold."""
    kept = {slot.value: tracker.get_slot(slot.value) for slot in Slot}
    known = {name: value for name, value in kept.items() if value is not None}
    known["held"] = tuple(known.get("held", ()))
    known["language"] = language_of(tracker)
    return Situation(**known)


def informed(tracker: Tracker, catalogue: Catalogue) -> Situation:
    """What the slots hold and what the latest message adds, where no navigation follows."""
    facts = understood_of(tracker, catalogue).facts
    return replace(situation_of(tracker), **facts)  # type: ignore[arg-type]


def events_of(before: Situation, after: Situation) -> list[dict[str, Any]]:
    """A slot event for each fact that changed; the language is always kept."""
    old, new = asdict(before), asdict(after)
    changed = {name: value for name, value in new.items() if value != old[name]}
    changed["language"] = after.language
    return [
        SlotSet(name, list(value) if isinstance(value, tuple) else value)
        for name, value in changed.items()
    ]


def understood_of(tracker: Tracker, catalogue: Catalogue) -> Understood:
    """What the components found in the latest message, or what its button says."""
    latest = tracker.latest_message
    guard = latest.get("guard") or {}
    people = latest.get("people") or {}
    entities = {e["entity"]: e["value"] for e in latest.get("entities") or ()}
    municipality = entities.get("municipality")
    neighbour = entities.get("neighbour")
    intent = (latest.get("intent") or {}).get("name") or ""
    clear = topics_of([intent], catalogue)
    likely = topics_of([each["topic"] for each in latest.get("candidates") or ()], catalogue)
    return Understood(
        topics=clear or likely,
        others=likely if clear else (),
        municipality=municipality if municipality in catalogue.municipalities else None,
        neighbour=neighbour if neighbour in catalogue.neighbours else None,
        who=entities.get("who") or people.get("who"),
        age=people.get("age"),
        answer=ANSWERS.get(intent),
        guard=guard.get("state") or "none",
        emergency=guard.get("emergency"),
        other_language=bool(latest.get("other_language")),
    )


def topics_of(intents: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    """The needs and FAQs that intents stand for."""
    topics = (name.partition("_")[2] for name in intents if name.startswith(TOPICS))
    return tuple(t for t in topics if t in catalogue.needs or t in catalogue.faqs)
