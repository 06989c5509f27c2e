"""Guidance to services, and answers to frequent questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.saying.reply import Reply, card
from bot.saying.services import LONGEST, service_card, service_lines, sources

if TYPE_CHECKING:
    from bot.catalogue import Row
    from bot.navigation.decision import Answer, Guidance, OutOfDate
    from bot.saying.words import Words

STATION: Final = "which_station"
"""The need that gives the number of one's own health station."""


def say_guidance(decision: Guidance, words: Words) -> Reply:
    """What the route says, its services in order, and when to call instead."""
    route, need = decision.route, decision.need
    head = route.says.into(words.language)
    tail = [route.alert.into(words.language)] if route.alert else []
    if decision.reminder:
        tail.append(words("guidance.reminder"))
    tail += _others(decision, words)
    name = _assessment(decision, words)
    if name:
        head = f"{head} {words('guidance.assessment', assessment=name)}"
    told = [_row(row, words) for row in decision.shown]
    room = _room(head, *told, *tail)
    offers = [(service, offer.why) for service, offer in decision.services]
    lines = [head, *told, *service_lines(offers, words, room), *tail]
    buttons = [*map(words.topic_button, decision.others), words.button("person", "human")]
    if decision.left_out and STATION in words.catalogue.needs:
        buttons.insert(0, words.button("own_station", words.catalogue.needs[STATION].intent))
    shown = [service for service, _ in offers]
    return Reply(
        text="\n".join(lines),
        card=card(
            "guidance",
            words.language,
            need=need.id,
            title=need.label.into(words.language),
            municipality=decision.municipality,
            service=shown[0].id if shown else None,
            assessment=route.assessment,
            services=[service_card(service, words, why) for service, why in offers],
            sources=sources(
                [
                    need.provenance,
                    *(row.provenance for row in decision.shown),
                    *(service.provenance for service in shown),
                ]
            ),
        ),
        buttons=tuple(buttons),
    )


def _row(row: Row, words: Words) -> str:
    """One line of the matrix: what it is about, and how it is today."""
    label = words.catalogue.matrix.functions[row.function].into(words.language)
    return words("guidance.today", label=label, value=row.value.into(words.language))


def _assessment(decision: Guidance, words: Words) -> str | None:
    """The name of the Omaolo assessment a route points at, where it may be shown."""
    wanted = decision.route.assessment
    for service, _ in decision.services:
        found = service.assessments.get(wanted) if wanted else None
        if found and found.provenance.may_be_shown_on(words.now.date()):
            return found.name.into(words.language)
    return None


def say_answer(decision: Answer, words: Words) -> Reply:
    """The answer, and the services it points at."""
    faq = decision.faq
    head = words.filled(faq.answer)
    tail = [words("guidance.reminder")] if decision.reminder else []
    tail += _others(decision, words)
    room = _room(head, *tail)
    lines = [head, *service_lines([(s, None) for s in decision.services], words, room), *tail]
    return Reply(
        text="\n".join(lines),
        card=card(
            "answer",
            words.language,
            faq=faq.id,
            title=faq.label.into(words.language),
            municipality=decision.municipality,
            services=[service_card(service, words) for service in decision.services],
            sources=sources([faq.provenance, *(s.provenance for s in decision.services)]),
        ),
        buttons=(*map(words.topic_button, decision.others), words.button("person", "human")),
    )


def _room(*lines: str) -> int:
    """Characters left for the services between these lines."""
    return LONGEST - sum(len(line) + 1 for line in lines)


def _others(decision: Guidance | Answer, words: Words) -> list[str]:
    """The line above the buttons of what may be meant instead."""
    return [words("guidance.others")] if decision.others else []


def say_out_of_date(decision: OutOfDate, words: Words) -> Reply:
    """The truth that nothing of today is known, and who can tell."""
    head = words("notice.out_of_date", topic=decision.label.into(words.language))
    tail = [words("guidance.reminder")] if decision.reminder else []
    offers = [(service, None) for service in decision.services]
    lines = service_lines(offers, words, _room(head, *tail))
    return Reply(
        text="\n".join([head, *lines, *tail]),
        card=card("notice", words.language, notice="out_of_date"),
        buttons=(words.button("person", "human"),),
    )
