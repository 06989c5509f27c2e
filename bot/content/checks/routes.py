"""Rows that are never reached, cannot hold, or lead to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.content.checks.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue, Condition, Need, Route
    from bot.content.problem import Problem

MOST_SERVICES: Final = 3
OLDEST: Final = 200


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Mistakes in the routes of needs, and FAQs that show too many services."""
    for need in catalogue.needs.values():
        spot = Spot(root, f"needs/{need.id}.yml")
        yield from _unreached(need, spot)
        yield from _asks(need, catalogue, spot)
        for number, route in enumerate(need.routes):
            row = spot.at("routes", number)
            yield from _impossible(route.when, catalogue, row.at("when"))
            yield from _services(route, need, catalogue, row)
    for faq in catalogue.faqs.values():
        yield from _too_many(len(faq.services), Spot(root, f"faq/{faq.id}.yml").at("services"))


def _unreached(need: Need, spot: Spot) -> Iterator[Problem]:
    for number, route in enumerate(need.routes):
        if route.when.age_from is not None and not _ages(route.when):
            continue
        for earlier in range(number):
            if _covers(need.routes[earlier].when, route.when):
                line = spot.at("routes", earlier).line
                says = f"this row is never reached: the row on line {line} fits whoever it fits."
                fix = "put the narrower row first, or remove one of the two."
                yield spot.at("routes", number).problem(says, fix)
                break


def _covers(wide: Condition, narrow: Condition) -> bool:
    """Whether the first condition holds wherever the second does; what is unknown never fits."""
    return (
        _holds(wide.who, narrow.who)
        and _holds(wide.municipality, narrow.municipality)
        and wide.language in (None, narrow.language)
        and wide.service_open in (None, narrow.service_open)
        and (_any_age(wide) or (not _any_age(narrow) and _ages(narrow) <= _ages(wide)))
    )


def _holds(wide: tuple[str, ...], narrow: tuple[str, ...]) -> bool:
    return not wide or (bool(narrow) and set(narrow) <= set(wide))


def _any_age(when: Condition) -> bool:
    return when.age_from is None and when.age_under is None


def _ages(when: Condition) -> frozenset[int]:
    under = OLDEST if when.age_under is None else when.age_under
    return frozenset(range(when.age_from or 0, under))


def _impossible(when: Condition, catalogue: Catalogue, spot: Spot) -> Iterator[Problem]:
    if not _any_age(when) and not _ages(when):
        says = "nobody is of this age: it ends before it begins."
        yield spot.at("age").problem(says, "give 'from' the lower age, or leave one of them out.")
    if when.service_open and when.service_open[0] in catalogue.services:
        service = catalogue.services[when.service_open[0]]
        if not any(contact.hours for contact in service.contacts):
            says = f"the hours of '{service.id}' are not known, so it always counts as closed."
            yield spot.at("hours").problem(says, f"add 'hours' to services/{service.id}.yml.")


def _asks(need: Need, catalogue: Catalogue, spot: Spot) -> Iterator[Problem]:
    """Questions whose answer changes nothing."""
    conditions = [route.when for route in need.routes]
    named = {offer.service for route in need.routes for offer in route.offers}
    named |= {when.service_open[0] for when in conditions if when.service_open}
    turned_on = {
        "who": any(when.who for when in conditions),
        "municipality": any(when.municipality for when in conditions)
        or bool(named & catalogue.local_kinds),
    }
    for number, fact in enumerate(need.asks):
        if not turned_on.get(fact, True):
            says = f"'{fact}' is asked for and changes nothing."
            fix = "remove it, or use it in a route."
            yield spot.at("asks", number).problem(says, fix)


def _services(route: Route, need: Need, catalogue: Catalogue, row: Spot) -> Iterator[Problem]:
    spot, named = row.at("services"), [offer.service for offer in route.offers]
    yield from _too_many(len(named), spot)
    if not named:
        yield spot.problem("this row offers no service.", "name one to three services.")
    elif set(named) <= catalogue.local_kinds and "municipality" not in need.asks:
        says = "whoever has not told their municipality is offered nothing."
        fix = "add 'municipality' to 'asks', or a service that serves everyone."
        yield spot.problem(says, fix)
    owners = {s.id for s in catalogue.services.values() if route.assessment in s.assessments}
    if route.assessment and owners and not owners & set(named):
        says = f"the assessment '{route.assessment}' is named without its service."
        fix = f"add '{min(owners)}' to 'services', or remove 'assessment'."
        yield row.at("assessment").problem(says, fix)


def _too_many(count: int, spot: Spot) -> Iterator[Problem]:
    if count > MOST_SERVICES:
        says = f"{count} services are offered; more doors are no guidance."
        yield spot.problem(says, f"keep the {MOST_SERVICES} best.")
