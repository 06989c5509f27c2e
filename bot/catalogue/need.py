"""Needs: what a resident is trying to sort out, and the routes from there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from bot.catalogue.facts import Provenance
    from bot.catalogue.text import Language, Text

Fact = Literal["municipality", "who"]
Who = Literal["self", "child", "other"]

NEED: Final = "need_"
FAQ: Final = "faq_"
TOPICS: Final = (NEED, FAQ)
"""How the intents of needs and FAQs begin."""


@dataclass(frozen=True, kw_only=True)
class Condition:
    """What a route asks of the situation; an empty condition fits everyone."""

    who: tuple[Who, ...] = ()
    municipality: tuple[str, ...] = ()
    language: Language | None = None
    age_from: int | None = None
    """Youngest age in years, included."""

    age_under: int | None = None
    """Oldest age in years, excluded."""

    service_open: tuple[str, bool] | None = None
    """A service id, and whether it must be open or closed at the moment."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One service in a route, and why it is there."""

    service: str
    """A service id, or the kind of a local service."""

    why: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Route:
    """One row of a need: where to go when the condition fits."""

    when: Condition
    says: Text
    offers: tuple[Offer, ...]
    assessment: str | None = None
    alert: Text | None = None
    shows: tuple[str, ...] = ()
    """Functions of the matrix whose rows of the day are told."""

    line: int = 0
    """Where the row stands in its file."""


@dataclass(frozen=True, kw_only=True)
class Need:
    """One thing residents come for."""

    id: str
    label: Text
    routes: tuple[Route, ...]
    provenance: Provenance
    asks: tuple[Fact, ...] = ()
    keywords: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    examples: dict[Language, tuple[str, ...]] = field(default_factory=dict)

    @property
    def intent(self) -> str:
        """The intent of a message about it."""
        return f"{NEED}{self.id}"


@dataclass(frozen=True, kw_only=True)
class Faq:
    """A question that has one answer for everybody."""

    id: str
    label: Text
    answer: Text
    provenance: Provenance
    services: tuple[str, ...] = ()
    keywords: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    examples: dict[Language, tuple[str, ...]] = field(default_factory=dict)

    @property
    def intent(self) -> str:
        """The intent of a message about it."""
        return f"{FAQ}{self.id}"
