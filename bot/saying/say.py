"""The one function that turns a decision into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.navigation import decision as decided
from bot.saying.asking import ask_emergency, ask_fact, ask_topic
from bot.saying.guiding import say_answer, say_guidance, say_out_of_date
from bot.saying.handoff import say_handoff
from bot.saying.reply import Button, Reply, card
from bot.saying.services import sources
from bot.saying.words import Words

if TYPE_CHECKING:
    from datetime import datetime

    from bot.catalogue import Catalogue, Language


def say(  # noqa: C901, PLR0911 - one line for each decision
    decision: decided.Decision, language: Language, now: datetime, catalogue: Catalogue
) -> Reply:
    """Text, buttons and card for a decision; `now` is in Finnish time.

    Raises KeyError when content/messages lacks a message.
    """
    words = Words(catalogue.on(now.date()), language, now)
    match decision:
        case decided.ShowEmergency():
            return _emergency(decision, words)
        case decided.Guidance():
            return say_guidance(decision, words)
        case decided.Answer():
            return say_answer(decision, words)
        case decided.OutOfDate():
            return say_out_of_date(decision, words)
        case decided.AskFact():
            return ask_fact(decision, words)
        case decided.AskEmergency():
            return ask_emergency(words)
        case decided.AskTopic():
            return ask_topic(decision, words)
        case decided.OutOfArea():
            return _out_of_area(decision, words)
        case decided.HandOff():
            return say_handoff(decision, words)
        case decided.Tell():
            return _tell(decision, words)


def _emergency(decision: decided.ShowEmergency, words: Words) -> Reply:
    """The emergency's words with its numbers, those that answer now first."""
    emergency = decision.emergency
    numbers = emergency.numbers(words.language, words.now)
    first = numbers[0]
    lines = [emergency.words.into(words.language).format(number=first.number)]
    contacts = []
    for contact in numbers:
        name = contact.name.into(words.language) if contact.name else words("emergency.call")
        hours = words.hours(contact.hours)
        value = {"kind": "phone", "label": name, "value": contact.number, "hours": hours}
        contacts.append(value)
        if contact is not first:
            lines.append(words("emergency.also", name=name, number=contact.number))
    service = {
        "id": emergency.id,
        "name": emergency.name.into(words.language),
        "identification": "none",
        "contacts": contacts,
    }
    return Reply(
        text="\n".join(lines),
        card=card(
            "emergency",
            words.language,
            emergency=emergency.id,
            number=first.number,
            services=[service],
            sources=sources([emergency.provenance]),
        ),
        buttons=(words.button("person", "human"),),
    )


def _out_of_area(decision: decided.OutOfArea, words: Words) -> Reply:
    """Which county serves the resident's home."""
    neighbour = decision.neighbour
    text = words(
        "notice.out_of_area",
        name=neighbour.name.into(words.language),
        county=neighbour.county.into(words.language),
        site=neighbour.site.into(words.language),
    )
    return Reply(text=text, card=card("notice", words.language, notice="out_of_area"))


def _tell(decision: decided.Tell, words: Words) -> Reply:
    """One message, with the buttons it calls for."""
    buttons: tuple[Button, ...] = ()
    if decision.menu:
        buttons += tuple(words.topic_button(topic) for topic in words.catalogue.menu)
    if decision.person:
        buttons += (words.button("person", "human"),)
    told = card("notice", words.language, notice=decision.key.partition(".")[2])
    return Reply(text=words(decision.key, **decision.facts), card=told, buttons=buttons)
