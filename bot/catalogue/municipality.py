"""The municipalities of the county, their villages, and the neighbours outside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.catalogue.facts import Provenance

if TYPE_CHECKING:
    from bot.catalogue.text import Language, Text


@dataclass(frozen=True, kw_only=True)
class Village:
    """A village, district or former municipality by which residents name their home."""

    name: Text
    also: tuple[str, ...] = ()
    """Inflected forms that endings alone do not give, lower case."""

    common: bool = False
    """Also an ordinary word or name: counts only after words such as `asun` or `bor i`."""


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """One of the seven municipalities."""

    id: str
    code: str
    """Three digits, Statistics Finland."""

    name: Text
    in_: Text
    """The name in the case a sentence needs: `Porvoossa`, `i Borgå`."""

    of: Text
    also: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    villages: tuple[Village, ...] = ()
    postal_codes: tuple[str, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, kw_only=True)
class Neighbour:
    """A municipality outside the county, and who serves its residents."""

    id: str
    name: Text
    county: Text
    site: Text
    also: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    villages: tuple[Village, ...] = ()
    postal_codes: tuple[str, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)
