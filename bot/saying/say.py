"""The one function that turns a decision into words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bot.navigation import decision as decided
from bot.saying.handoff import say_handoff
from bot.saying.reply import Button, Reply, payload
from bot.saying.services import LONGEST, service_card, service_lines, sources
from bot.saying.words import Words

if TYPE_CHECKING:
    from datetime import datetime

    from bot.catalogue import Catalogue, Language

STATION: Final = "which_station"
"""The need that gives the number of one's own health station."""


def say(  # noqa: PLR0911 - one line for each decision
    decision: decided.Decision, language: Language, now: datetime, catalogue: Catalogue
) -> Reply:
    """Text, buttons and card for a decision; `now` is in Finnish time.

    Raises KeyError when content/messages lacks a message.
    """
    words = Words(catalogue, language, now)
    match decision:
        case decided.ShowEmergency():
            return _emergency(decision, words)
        case decided.Guidance():
            return _guidance(decision, words)
        case decided.Answer():
            return _answer(decision, words)
        case decided.AskFact():
            return _ask_fact(decision, words)
        case decided.AskEmergency():
            return _ask_emergency(decision, words)
        case decided.AskTopic():
            return _ask_topic(decision, words)
        case decided.OutOfArea():
            return _out_of_area(decision, words)
        case decided.HandOff():
            return say_handoff(decision, words)
        case decided.Tell():
            return _tell(decision, words)


def _card(kind: str, words: Words, **rest: Any) -> dict[str, Any]:
    return {"card": kind, "language": words.language, **rest}


def _emergency(decision: decided.ShowEmergency, words: Words) -> Reply:
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
        card=_card(
            "emergency",
            words,
            emergency=emergency.id,
            number=first.number,
            services=[service],
            sources=sources([emergency.provenance]),
        ),
        buttons=(words.button("person", "human"),),
    )


def _guidance(decision: decided.Guidance, words: Words) -> Reply:
    route, need = decision.route, decision.need
    head = route.says.into(words.language)
    tail = [route.alert.into(words.language)] if route.alert else []
    if decision.reminder:
        tail.append(words("guidance.reminder"))
    name = _assessment(decision, words)
    if name:
        head = f"{head} {words('guidance.assessment', assessment=name)}"
    room = LONGEST - len(head) - sum(map(len, tail)) - len(tail) - 1
    offers = [(service, offer.why) for service, offer in decision.services]
    lines = [head, *service_lines(offers, words, room), *tail]
    buttons = [words.button("person", "human")]
    if decision.left_out and STATION in words.catalogue.needs:
        buttons.insert(0, words.button("own_station", f"need_{STATION}"))
    shown = [service for service, _ in decision.services]
    return Reply(
        text="\n".join(lines),
        card=_card(
            "guidance",
            words,
            need=need.id,
            title=need.label.into(words.language),
            municipality=decision.municipality,
            service=shown[0].id if shown else None,
            assessment=route.assessment,
            services=[service_card(service, words) for service in shown],
            sources=sources([need.provenance, *(s.provenance for s in shown)]),
        ),
        buttons=tuple(buttons),
    )


def _assessment(decision: decided.Guidance, words: Words) -> str | None:
    """The name of the Omaolo assessment a route points at, where it may be shown."""
    wanted = decision.route.assessment
    for service, _ in decision.services:
        found = service.assessments.get(wanted) if wanted else None
        if found and found.provenance.may_be_shown_on(words.now.date()):
            return found.name.into(words.language)
    return None


def _answer(decision: decided.Answer, words: Words) -> Reply:
    faq = decision.faq
    head = faq.answer.into(words.language)
    tail = [words("guidance.reminder")] if decision.reminder else []
    room = LONGEST - len(head) - sum(map(len, tail)) - 2
    lines = [head, *service_lines([(s, None) for s in decision.services], words, room), *tail]
    return Reply(
        text="\n".join(lines),
        card=_card(
            "answer",
            words,
            faq=faq.id,
            title=faq.label.into(words.language),
            municipality=decision.municipality,
            services=[service_card(service, words) for service in decision.services],
            sources=sources([faq.provenance, *(s.provenance for s in decision.services)]),
        ),
        buttons=(words.button("person", "human"),),
    )


def _ask_fact(decision: decided.AskFact, words: Words) -> Reply:
    again = "_again" if decision.again else ""
    text = words(f"question.{decision.fact}{again}", need=decision.need.label.into(words.language))
    if decision.fact == "municipality":
        buttons = tuple(
            Button(
                title=municipality.name.into(words.language),
                payload=payload("inform", municipality=municipality.id),
            )
            for municipality in words.catalogue.municipalities.values()
        )
    else:
        buttons = tuple(
            words.button(f"who_{who}", "inform", who=who) for who in ("self", "child", "other")
        )
    card = _card("question", words, asks=decision.fact, need=decision.need.id)
    return Reply(text=text, card=card, buttons=buttons)


def _ask_emergency(decision: decided.AskEmergency, words: Words) -> Reply:
    name = decision.emergency.name.into(words.language)
    return Reply(
        text=words("question.emergency", name=name),
        card=_card("question", words, asks="emergency"),
        buttons=(words.button("yes_emergency", "affirm"), words.button("no_emergency", "deny")),
    )


def _ask_topic(decision: decided.AskTopic, words: Words) -> Reply:
    chosen = tuple(words.topic_button(topic) for topic in decision.topics)
    return Reply(
        text=words("question.topic"),
        card=_card("question", words, asks="topic"),
        buttons=(*chosen, words.button("none_of_these", "deny")),
    )


def _out_of_area(decision: decided.OutOfArea, words: Words) -> Reply:
    neighbour = decision.neighbour
    text = words(
        "notice.out_of_area",
        name=neighbour.name.into(words.language),
        county=neighbour.county.into(words.language),
        site=neighbour.site.into(words.language),
    )
    return Reply(text=text, card=_card("notice", words, notice="out_of_area"))


def _tell(decision: decided.Tell, words: Words) -> Reply:
    buttons: tuple[Button, ...] = ()
    if decision.menu:
        buttons += tuple(words.topic_button(topic) for topic in words.catalogue.menu)
    if decision.person:
        buttons += (words.button("person", "human"),)
    card = _card("notice", words, notice=decision.key.partition(".")[2])
    return Reply(text=words(decision.key, **decision.facts), card=card, buttons=buttons)
