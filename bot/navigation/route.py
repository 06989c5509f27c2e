"""Which row of a need fits a situation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.catalogue import Catalogue, Condition, Fact, Need, Route
    from bot.navigation.situation import Situation


def choose_route(
    need: Need, situation: Situation, catalogue: Catalogue, now: datetime
) -> Route | Fact:
    """The first row that fits, or the fact that must be asked to know which one does.

    The last row of a need fits everyone; content that breaks this is refused when read.
    """
    for route in need.routes:
        missing = _missing(route.when, need, situation)
        if missing:
            return missing
        if _fits(route.when, situation, catalogue, now):
            return route
    return need.routes[-1]


def _missing(when: Condition, need: Need, situation: Situation) -> Fact | None:
    """A fact the row turns on, unknown and allowed to be asked."""
    wanted: dict[Fact, bool] = {
        "municipality": bool(when.municipality) and situation.municipality is None,
        "who": bool(when.who) and situation.who is None,
    }
    return next((fact for fact in need.asks if wanted[fact]), None)


def _fits(when: Condition, situation: Situation, catalogue: Catalogue, now: datetime) -> bool:
    """Whether every condition of a row is known to hold."""
    if when.who and situation.who not in when.who:
        return False
    if when.municipality and situation.municipality not in when.municipality:
        return False
    if when.language and situation.language != when.language:
        return False
    if when.service_open:
        name, wanted = when.service_open
        if _is_open(name, situation.municipality, catalogue, now) != wanted:
            return False
    return _age_fits(when, situation)


def _age_fits(when: Condition, situation: Situation) -> bool:
    if when.age_from is None and when.age_under is None:
        return True
    if situation.age is None:
        return False
    old_enough = when.age_from is None or situation.age >= when.age_from
    return old_enough and (when.age_under is None or situation.age < when.age_under)


def _is_open(name: str, municipality: str | None, catalogue: Catalogue, now: datetime) -> bool:
    """Whether a service with known hours answers now; unknown hours count as closed."""
    service = catalogue.service(name, municipality)
    contacts = service.contacts if service else ()
    return any(contact.hours is not None and contact.hours.open_at(now) for contact in contacts)
