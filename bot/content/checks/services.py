"""Services that no way leads to, and contacts that cannot be used as they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from bot.catalogue import LANGUAGES
from bot.content.checks.spot import Spot
from bot.navigation.handoff import OTHER_WAYS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue, Text
    from bot.content.problem import Problem

NUMBER: Final = re.compile(r"112|116 \d{3}|(?:0\d{1,3}|\+358 \d{1,3})(?: \d{2,5}){1,4}")
DIALLED: Final = ("phone", "sms")
OPENED: Final = ("web", "chat", "form")
NUMBER_FIX: Final = "write it as 019 5600 400, 0800 100 101, 116 117, 112 or +358 19 5600 400."
ADDRESS_FIX: Final = "give the whole address, such as https://www.omaolo.fi/."


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Contacts of the wrong form, and services that nobody is guided to."""
    yield from _contacts(catalogue, root)
    reached = named(catalogue)
    for service in catalogue.services.values():
        sure = service.provenance.confidence != "low" and service.provenance.valid_until is None
        if sure and service.id not in reached and service.local not in reached:
            says = f"no need, question, emergency or handoff names '{service.id}'."
            spot = Spot(root, f"services/{service.id}.yml")
            yield spot.problem(says, "name it in a route or an answer, or remove the file.")


def named(catalogue: Catalogue) -> frozenset[str]:
    """The services and local kinds that residents can be led to."""
    found = {o.service for n in catalogue.needs.values() for row in n.routes for o in row.offers}
    found |= {name for faq in catalogue.faqs.values() for name in faq.services}
    urgent = {c.number for e in catalogue.emergencies.values() for c in e.contacts}
    found |= {
        service.id
        for service in catalogue.services.values()
        if any(
            contact.kind in DIALLED and contact.value.fi in urgent for contact in service.contacts
        )
    }
    return frozenset(found | set(OTHER_WAYS))


def _contacts(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    for service in catalogue.services.values():
        spot = Spot(root, f"services/{service.id}.yml").at("contacts")
        for number, contact in enumerate(service.contacts):
            place = spot.at(number, "value")
            if contact.kind in DIALLED:
                yield from _dialled(contact.value, place)
            elif contact.kind in OPENED:
                yield from _opened(contact.value, place)
    for emergency in catalogue.emergencies.values():
        spot = Spot(root, f"emergencies/{emergency.id}.yml").at("contacts")
        for number, urgent in enumerate(emergency.contacts):
            if urgent.number and not NUMBER.fullmatch(urgent.number):
                says = f"'{urgent.number}' is not written as a phone number."
                yield spot.at(number, "number").problem(says, NUMBER_FIX)
    for neighbour in catalogue.neighbours.values():
        yield from _opened(neighbour.site, Spot(root, "neighbours.yml").at(neighbour.id, "site"))


def _dialled(value: Text, spot: Spot) -> Iterator[Problem]:
    for language, number in _each(value):
        if not NUMBER.fullmatch(number):
            says = f"'{number}' is not written as a phone number."
            yield spot.at(language).problem(says, NUMBER_FIX)


def _opened(value: Text, spot: Spot) -> Iterator[Problem]:
    for language, address in _each(value):
        parts = urlsplit(address)
        if parts.scheme != "https" or "." not in parts.netloc or " " in address:
            says = f"'{address}' is not an address that begins with https:// and a site."
            yield spot.at(language).problem(says, ADDRESS_FIX)


def _each(value: Text) -> Iterator[tuple[str, str]]:
    """The value in each language, once when they are the same; what is missing is skipped."""
    seen: set[str] = set()
    for language in LANGUAGES:
        written = value.into(language)
        if written and written not in seen:
            seen.add(written)
            yield language, written
