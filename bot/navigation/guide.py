"""From a topic and a situation to guidance, an answer or a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.catalogue import Route
from bot.navigation.decision import Answer, AskFact, Guidance, OutOfDate
from bot.navigation.handoff import other_ways
from bot.navigation.route import choose_route

if TYPE_CHECKING:
    from datetime import datetime

    from bot.catalogue import Catalogue, Faq, Offer, Row, Service
    from bot.navigation.situation import Situation

MOST_SERVICES: Final = 3
"""More doors than this is no guidance (DESIGN §4)."""


def guide(
    topic: str, situation: Situation, catalogue: Catalogue, now: datetime, *, reminder: bool
) -> Guidance | Answer | AskFact | OutOfDate:
    """What to tell about a need or FAQ; KeyError when there is no such topic."""
    label, catalogue = catalogue.label(topic), catalogue.on(now.date())
    if not catalogue.knows(topic):
        ways = other_ways(situation, catalogue)
        return OutOfDate(label=label, services=ways, reminder=reminder)
    if topic in catalogue.faqs:
        return _answer(catalogue.faqs[topic], situation, catalogue, reminder=reminder)
    need = catalogue.needs[topic]
    chosen = choose_route(need, situation, catalogue, now)
    if not isinstance(chosen, Route):
        return AskFact(fact=chosen, need=need)
    waiting = _waiting(chosen, situation, catalogue)
    if waiting and "municipality" in need.asks:
        return AskFact(fact="municipality", need=need)
    return Guidance(
        need=need,
        route=chosen,
        services=_services(chosen, situation, catalogue),
        shown=_shown(chosen, situation, catalogue, now),
        municipality=situation.municipality,
        left_out=waiting,
        reminder=reminder,
    )


def _waiting(route: Route, situation: Situation, catalogue: Catalogue) -> str | None:
    """The first local service of a row that needs a municipality to be named."""
    if situation.municipality is not None:
        return None
    kinds = catalogue.local_kinds
    return next((offer.service for offer in route.offers if offer.service in kinds), None)


def _services(
    route: Route, situation: Situation, catalogue: Catalogue
) -> tuple[tuple[Service, Offer], ...]:
    found: list[tuple[Service, Offer]] = []
    for offer in route.offers:
        service = catalogue.service(offer.service, situation.municipality)
        if service:
            found.append((service, offer))
    return tuple(found[:MOST_SERVICES])


def _shown(
    route: Route, situation: Situation, catalogue: Catalogue, now: datetime
) -> tuple[Row, ...]:
    home, day = situation.municipality, now.date()
    return tuple(row for name in route.shows for row in catalogue.matrix.holding(name, home, day))


def _answer(faq: Faq, situation: Situation, catalogue: Catalogue, *, reminder: bool) -> Answer:
    named = (catalogue.service(name, situation.municipality) for name in faq.services)
    return Answer(
        faq=faq,
        services=tuple(service for service in named if service)[:MOST_SERVICES],
        municipality=situation.municipality,
        reminder=reminder,
    )
