"""Facts whose days are wrong, over or nearly over; facts the county has not confirmed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.content.checks.spot import Spot
from bot.content.checks.things import MATRIX, facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from bot.catalogue import Catalogue, Provenance
    from bot.content.problem import Problem

SOON: Final = timedelta(days=30)
LASTING: Final = ("emergencies/", "municipalities.yml", "neighbours.yml", "queues.yml")
"""What residents meet whether or not another file names it."""


def find(catalogue: Catalogue, root: Path, *, today: date) -> Iterator[Problem]:
    """What residents would be refused today or within a month, and what is still unsure."""
    users = _users(catalogue, root.name)
    for name, provenance, spot in facts(catalogue, root):
        yield from _days(provenance, today, spot)
        if spot.name == MATRIX and provenance.valid_until and provenance.valid_until < today:
            continue  # history
        yield from _end(provenance, today, users.get((spot.name, name), ()), spot)
        yield from _sureness(provenance, spot)
        if not provenance.source and not spot.steps:
            says = "it does not tell where its facts come from."
            yield spot.at("source").problem(says, "add 'source' with an address, or [memory].")
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
        yield spot.problem(says, "name another one there, or give a new last day.")
    elif ends < today and spot.name.startswith(LASTING):
        says = f"it held until {ends}, and residents still need it."
        yield spot.problem(says, "correct what has changed, and give a new last day or none.")
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


def _users(catalogue: Catalogue, content: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """The files that name each service, assessment or topic: by its file and its id."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for named, user in _named(catalogue, content):
        found[named] = (*found.get(named, ()), user)
    return found


def _named(catalogue: Catalogue, content: str) -> Iterator[tuple[tuple[str, str], str]]:
    for need in catalogue.needs.values():
        for route in need.routes:
            for name in (*(offer.service for offer in route.offers), route.assessment):
                for owner in _meant(name, catalogue):
                    yield owner, f"{content}/needs/{need.id}.yml"
    for faq in catalogue.faqs.values():
        for name in faq.services:
            for owner in _meant(name, catalogue):
                yield owner, f"{content}/faq/{faq.id}.yml"
    for topic in catalogue.menu:
        folder = "needs" if topic in catalogue.needs else "faq"
        yield (f"{folder}/{topic}.yml", topic), f"{content}/menu.yml"


def _meant(name: str | None, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The service or assessment of the name, or every service of the local kind."""
    for service in catalogue.services.values():
        file = f"services/{service.id}.yml"
        if name in (service.id, service.local) and name:
            yield file, service.id
        if name in service.assessments:
            yield file, str(name)
