"""Chat's own sentences: everything it says goes through `say` and content/messages."""

from dataclasses import replace
from typing import Final, cast

from bot.catalogue import Language
from bot.clock import now
from bot.content.current import catalogue
from bot.navigation.decision import ShowEmergency, Tell
from bot.navigation.handoff import QueueStanding, hand_off
from bot.navigation.situation import Situation
from bot.saying.reply import Reply
from bot.saying.say import say
from bot.saying.services import LONGEST, service_card, service_lines, sources
from bot.saying.words import Words

GREETING: Final = "small_talk.greet"


def greeting(language: str) -> Reply:
    """The first message of every conversation: it says that this is a bot."""
    return say(Tell(key=GREETING, menu=True), _language(language), now(), catalogue())


def bot_away(language: str, municipality: str, queue: QueueStanding) -> Reply:
    """The truth when the bot does not answer: a person as a button, other ways, numbers."""
    moment, chosen = now(), _language(language)
    reply = say(Tell(key="errors.bot_away", person=True), chosen, moment, catalogue())
    ways = hand_off(_situation(language, municipality), queue, catalogue(), moment).services
    words = Words(catalogue(), chosen, moment)
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
