"""Names and postal codes that would send a resident to the wrong municipality."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.catalogue import LANGUAGES
from bot.content.checks.spot import Spot
from bot.language.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue, Municipality, Neighbour, Village
    from bot.content.problem import Problem

POSTAL_CODE: Final = re.compile(r"\d{5}")


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Villages, forms of names and postal codes that two municipalities claim."""
    first: dict[str, tuple[str, Spot]] = {}
    for area, spot in _areas(catalogue, root):
        for name, place in (*_names(area, spot), *_codes(area, spot)):
            owner, where = first.setdefault(normalise(name), (area.id, place))
            if owner != area.id:
                says = f"'{name}' stands under '{owner}' too (line {where.line} of {where.file})."
                fix = "keep it under one; a name that two places share names neither."
                yield place.problem(says, fix)
        for code, place in _codes(area, spot):
            if not POSTAL_CODE.fullmatch(code):
                fix = 'write five digits in quotes, such as "06100".'
                yield place.problem(f"'{code}' is not a postal code.", fix)


def _areas(catalogue: Catalogue, root: Path) -> Iterator[tuple[Municipality | Neighbour, Spot]]:
    for home in catalogue.municipalities.values():
        yield home, Spot(root, "municipalities.yml").at(home.id)
    for neighbour in catalogue.neighbours.values():
        yield neighbour, Spot(root, "neighbours.yml").at(neighbour.id)


def _names(area: Municipality | Neighbour, spot: Spot) -> Iterator[tuple[str, Spot]]:
    """What residents may write for it, each name once to a place."""
    for name in sorted({area.name.fi, area.name.sv} - {""}):
        yield name, spot.at("name")
    for language in LANGUAGES:
        for number, form in enumerate(area.also.get(language, ())):
            yield form, spot.at("also", language, number)
    for number, village in enumerate(area.villages):
        yield from _of_village(village, spot.at("villages", number))


def _of_village(village: Village, spot: Spot) -> Iterator[tuple[str, Spot]]:
    """A common name may stand in many places: it counts only after words such as 'bor i'."""
    if village.common:
        return
    for name in sorted({village.name.fi, village.name.sv} - {""}):
        yield name, spot
    for number, form in enumerate(village.also):
        if form:
            yield form, spot.at("also", number)


def _codes(area: Municipality | Neighbour, spot: Spot) -> Iterator[tuple[str, Spot]]:
    for number, code in enumerate(area.postal_codes):
        if code:
            yield code, spot.at("postal_codes", number)
