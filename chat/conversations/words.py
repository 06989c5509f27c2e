"""Chat's own sentences: everything it says goes through `say` and content/messages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from bot.clock import now
from bot.content.current import catalogue
from bot.navigation.decision import ShowEmergency, Tell
from bot.navigation.handoff import hand_off
from bot.navigation.situation import Situation
from bot.saying.say import say
from bot.saying.services import LONGEST, service_card, service_lines, sources
from bot.saying.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.catalogue import Language, Service
    from bot.navigation.handoff import QueueStanding
    from bot.saying.reply import Reply
    from chat.conversations.human_queue import Standing
    from chat.conversations.models import Conversation

GREETING: Final = "small_talk.greet"


def greeting(language: str) -> Reply:
    """The first message of every conversation: it says that this is a bot."""
    return say(Tell(key=GREETING, menu=True), _language(language), now(), catalogue())


def bot_away(language: str, municipality: str, queue: QueueStanding) -> Reply:
    """The truth when the bot does not answer: a person as a button, other ways, numbers."""
    moment = now()
    reply = say(Tell(key="errors.bot_away", person=True), _language(language), moment, catalogue())
    ways = hand_off(_situation(language, municipality), queue, catalogue(), moment).services
    return _with_ways(reply, language, ways)


def notice(key: str, language: str, ways: Sequence[Service] = (), **facts: str) -> Reply:
    """One of content's sentences, and other ways to reach a person where they are given."""
    reply = say(Tell(key=key, facts=facts), _language(language), now(), catalogue())
    return _with_ways(reply, language, ways) if ways else reply


def told(conversation: Conversation, standing: Standing | None) -> str:
    """How things stand, in one line; with `standing`, where in the queue."""
    owner, language = conversation.owner, conversation.language
    lines = [phrase(f"people.owner_{owner}", language, name=conversation.answerer)]
    if standing is not None and standing.place is not None:
        lines.append(phrase("handoff.place", language, place=str(standing.place)))
    if standing is not None and standing.wait_minutes is not None:
        lines.append(phrase("handoff.wait", language, minutes=str(standing.wait_minutes)))
    return " ".join(lines)


def _with_ways(reply: Reply, language: str, ways: Sequence[Service]) -> Reply:
    words = Words(catalogue(), _language(language), now())
    room = LONGEST - len(reply.text) - 1
    lines = service_lines([(service, None) for service in ways], words, room)
    more = {
        "services": [service_card(service, words) for service in ways],
        "sources": sources(service.provenance for service in ways),
    }
    return replace(reply, text="\n".join([reply.text, *lines]), card={**reply.card, **more})


def emergency(name: str, language: str) -> Reply:
    """The card that comes before anything else."""
    decision = ShowEmergency(emergency=catalogue().emergencies[name])
    return say(decision, _language(language), now(), catalogue())


def handed_off(language: str, municipality: str, queue: QueueStanding) -> Reply:
    """What a request for a person came to."""
    moment = now()
    decision = hand_off(_situation(language, municipality), queue, catalogue(), moment)
    return say(decision, _language(language), moment, catalogue())


def error(code: str) -> dict[str, str]:
    """An error in both languages."""
    text = catalogue().messages[f"errors.{code}"]
    return {"fi": text.fi, "sv": text.sv}


def phrase(key: str, language: str, **facts: str) -> str:
    """One message by `topic.key`."""
    return Words(catalogue(), _language(language), now())(key, **facts)


def _situation(language: str, municipality: str) -> Situation:
    return Situation(language=_language(language), municipality=municipality or None)


def _language(name: str) -> Language:
    return cast("Language", name)
