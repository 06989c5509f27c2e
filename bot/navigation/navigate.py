"""The dialogue: one message in, one decision out. Pure: no clock, no files, no Rasa."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.navigation.decision import (
    AskEmergency,
    AskFact,
    AskTopic,
    Decision,
    OutOfArea,
    OutOfDate,
    ShowEmergency,
    Tell,
)
from bot.navigation.guide import guide

if TYPE_CHECKING:
    from datetime import datetime

    from bot.catalogue import Catalogue
    from bot.navigation.situation import Reply, Situation, Understood

MOST_CHOICES: Final = 3
PATIENCE: Final = 2
"""Messages the bot fails to understand before it offers a person."""

ACKNOWLEDGED: Final[dict[Reply, str]] = {
    "yes": "small_talk.affirm",
    "no": "small_talk.deny",
    "not_sure": "small_talk.not_sure",
}
"""What is told to an answer when nothing was asked."""


def navigate(
    situation: Situation, understood: Understood, catalogue: Catalogue, now: datetime
) -> tuple[Situation, Decision]:
    """The situation after a message, and what to tell the resident.

    `now` is in Finnish time. An emergency comes before everything, in every state.
    """
    if understood.guard == "emergency" and understood.emergency:
        return situation.settled(), ShowEmergency(
            emergency=catalogue.emergencies[understood.emergency]
        )
    if situation.asked == "emergency" and understood.answer:
        return _after_emergency_question(situation, understood, catalogue, now)
    if understood.other_language:
        return situation, Tell(key="notice.other_language")
    situation = replace(situation, **understood.facts)  # type: ignore[arg-type]
    if understood.guard == "unsure" and understood.emergency:
        suspected = catalogue.emergencies[understood.emergency]
        held = understood.topics[:MOST_CHOICES]
        asked = replace(situation, asked="emergency", suspected=suspected.id, held=held)
        return asked, AskEmergency(emergency=suspected)
    neighbour = catalogue.on(now.date()).neighbours.get(understood.neighbour or "")
    if neighbour:
        return situation.settled(), OutOfArea(neighbour=neighbour)
    return _topic(situation, understood, catalogue, now)


def _topic(
    situation: Situation, understood: Understood, catalogue: Catalogue, now: datetime
) -> tuple[Situation, Decision]:
    """Go on with the topic of the message, or the one a question was asked for."""
    reminder = understood.guard == "mention"
    topics = understood.topics
    if len(topics) > 1 and situation.asked in ("municipality", "who"):
        topics = ()  # an unclear answer to an open question is no new need
    if len(topics) == 1:
        kept = replace(situation, held=understood.others)
        return _guide(topics[0], kept, catalogue, now, reminder=reminder)
    if topics:
        asked = replace(situation, misses=0)
        return _choose(topics, asked, catalogue, now, reminder=reminder)
    if understood.facts and situation.topic:
        return _guide(situation.topic, situation, catalogue, now, reminder=reminder)
    if understood.facts:
        return situation.settled(), Tell(key="notice.ask_need", menu=True)
    if understood.answer and situation.asked is None:
        return situation, Tell(key=ACKNOWLEDGED[understood.answer], menu=True)
    return _not_understood(situation, catalogue)


def _choose(
    topics: tuple[str, ...],
    situation: Situation,
    catalogue: Catalogue,
    now: datetime,
    *,
    reminder: bool,
) -> tuple[Situation, Decision]:
    """Ask which of several topics is meant, of those that hold today."""
    current = catalogue.on(now.date())
    choices = tuple(topic for topic in topics if current.knows(topic))[:MOST_CHOICES]
    if not choices:
        return _guide(topics[0], situation, catalogue, now, reminder=reminder)
    return replace(situation, asked="topic"), AskTopic(topics=choices)


def _guide(
    topic: str, situation: Situation, catalogue: Catalogue, now: datetime, *, reminder: bool
) -> tuple[Situation, Decision]:
    """Guide to a topic and offer what is held, or remember both while a fact is asked."""
    kept = replace(situation.settled(), topic=topic)
    decision = guide(topic, kept, catalogue, now, reminder=reminder)
    if isinstance(decision, AskFact):
        return replace(kept, asked=decision.fact, held=situation.held), decision
    if isinstance(decision, OutOfDate):
        return replace(kept, topic=None), decision
    current = catalogue.on(now.date())
    others = tuple(held for held in situation.held if held != topic and current.knows(held))
    return kept, replace(decision, others=others)


def _after_emergency_question(
    situation: Situation, understood: Understood, catalogue: Catalogue, now: datetime
) -> tuple[Situation, Decision]:
    """No goes on with what the message may have meant; yes, and not sure, show the number."""
    if understood.answer != "no" and situation.suspected:
        suspected = catalogue.emergencies[situation.suspected]
        return situation.settled(), ShowEmergency(emergency=suspected)
    calm = situation.settled()
    if len(situation.held) == 1:
        return _guide(situation.held[0], calm, catalogue, now, reminder=True)
    if situation.held:
        return _choose(situation.held, calm, catalogue, now, reminder=True)
    return calm, Tell(key="notice.not_emergency", menu=True, person=True)


def _not_understood(situation: Situation, catalogue: Catalogue) -> tuple[Situation, Decision]:
    """Ask the open question once more, then to rephrase, then offer a person."""
    misses = situation.misses + 1
    tried = replace(situation, misses=misses)
    if misses > PATIENCE:
        return tried, Tell(key="notice.offer_person", person=True)
    if situation.asked in ("municipality", "who") and situation.topic in catalogue.needs:
        need = catalogue.needs[situation.topic]
        return tried, AskFact(fact=situation.asked, need=need, again=True)
    if misses == PATIENCE:
        return tried, Tell(key="notice.offer_person", person=True)
    return tried, Tell(key="notice.rephrase", menu=True, person=True)
