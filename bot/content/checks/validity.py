"""Facts whose days are wrong, over or nearly over; facts the county has not confirmed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.content.checks.spot import Spot
from bot.content.checks.things import facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from bot.catalogue import Catalogue, Provenance
    from bot.content.problem import Problem

SOON: Final = timedelta(days=30)


def find(catalogue: Catalogue, root: Path, *, today: date) -> Iterator[Problem]:
    """What residents would be refused today or within a month, and what is still unsure."""
    users = _users(catalogue, root.name)
    for name, provenance, spot in facts(catalogue, root):
        yield from _days(provenance, today, spot)
        used = users.get(name, ()) if spot.name.startswith("services/") else ()
        yield from _end(provenance, today, used, spot)
        yield from _sureness(provenance, spot)
    for service in catalogue.services.values():
        for number, contact in enumerate(service.contacts):
            if contact.confidence == "low" and service.provenance.confidence != "low":
                spot = Spot(root, f"services/{service.id}.yml").at("contacts", number)
                says = "this contact is not sure, so residents do not see it."
                yield spot.note("low facts", says, "find it out and raise 'confidence'.")


def _days(provenance: Provenance, today: date, spot: Spot) -> Iterator[Problem]:
    begins, ends = provenance.valid_from, provenance.valid_until
    if begins and ends and ends < begins:
        says = f"it ends ({ends}) before it begins ({begins})."
        yield spot.at("valid_until").problem(says, "correct one of the two days.")
    confirmed = provenance.confirmed_on
    if confirmed and confirmed > today:
        says = f"it was confirmed on a day to come ({confirmed})."
        yield spot.at("confirmed_on").problem(says, "write the day it was confirmed, or null.")


def _end(
    provenance: Provenance, today: date, users: tuple[str, ...], spot: Spot
) -> Iterator[Problem]:
    ends, spot = provenance.valid_until, spot.at("valid_until")
    if ends is None:
        return
    if ends < today and users:
        says = f"it held until {ends}, and {users[0]} still names it."
        yield spot.problem(says, "name another service there, or give a new last day.")
    elif ends < today:
        says = f"it held until {ends}; residents never see it."
        yield spot.note("expired but unused", says, "remove the file, or leave it as history.")
    elif ends <= today + SOON:
        says = f"it holds until {ends} and no longer."
        yield spot.note("expiring soon", says, "find out what comes after it.")


def _sureness(provenance: Provenance, spot: Spot) -> Iterator[Problem]:
    if provenance.confidence == "low":
        says = "this is not sure, so residents do not see its contacts and claims."
        yield spot.at("confidence").note("low facts", says, "find it out and raise 'confidence'.")
    if provenance.confirmed_on is None and not spot.steps:
        fix = "write the day the county confirms the file."
        yield spot.at("confirmed_on").note("unconfirmed files", "nobody has confirmed it.", fix)


def _users(catalogue: Catalogue, content: str) -> dict[str, tuple[str, ...]]:
    """The files that name each service or assessment."""
    found: dict[str, tuple[str, ...]] = {}
    for need in catalogue.needs.values():
        for route in need.routes:
            for name in (*(offer.service for offer in route.offers), route.assessment):
                for owner in _meant(name, catalogue):
                    found[owner] = (*found.get(owner, ()), f"{content}/needs/{need.id}.yml")
    for faq in catalogue.faqs.values():
        for name in faq.services:
            for owner in _meant(name, catalogue):
                found[owner] = (*found.get(owner, ()), f"{content}/faq/{faq.id}.yml")
    return found


def _meant(name: str | None, catalogue: Catalogue) -> list[str]:
    """The name itself, or every service of the local kind."""
    if name is None:
        return []
    return [s.id for s in catalogue.services.values() if s.local == name] or [name]
