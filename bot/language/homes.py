"""Which of the places in a message is the resident's home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from bot.language.normalise import fold
from bot.language.place_forms import BUT, CUES, ELSEWHERE, LIVES, TOWARDS

Kind = Literal["municipality", "neighbour"]

CUE_REACH: Final = 3
"""How many words before a place a cue such as `asun` may stand."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place that a word or postal code stands for."""

    kind: Kind
    id: str
    common: bool = False
    destination: bool = False
    """The form says where to, not where: `Helsinkiin`."""


@dataclass(frozen=True, kw_only=True)
class Places:
    """What a message says of where the resident lives."""

    municipality: str | None = None
    neighbour: str | None = None
    only: bool = False
    """The message says nothing else."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A place in a message, and what the words around it say."""

    span: range
    place: Place
    home: bool
    """Somebody belongs there."""

    lives: bool
    """Somebody lives there now; a postal code is given for nothing else."""

    towards: bool
    """Somebody goes, or has moved, there."""

    elsewhere: bool
    """It is a place of work, or denied."""


def read_around(tokens: tuple[str, ...], span: range, place: Place) -> Hit:
    """What the words before and behind a place, and its own form, say of it."""
    before: list[str] = []
    for word in tokens[max(0, span.start - CUE_REACH) : span.start]:
        before = [] if word in BUT else [*before, fold(word)]
    around = {*before, *(fold(word) for word in tokens[span.stop : span.stop + 1])}
    last = fold(tokens[span.stop - 1])
    resident = last.endswith(("lainen", "laiset", "bo", "bor")) and not place.destination
    return Hit(
        span=span,
        place=place,
        home=resident or bool(around & CUES),
        lives=last.isdigit() or bool(LIVES.intersection(before)),
        towards=place.destination or bool(TOWARDS.intersection(before[-1:])),
        elsewhere=bool(ELSEWHERE.intersection(before)),
    )


def may_be_home(hit: Hit) -> bool:
    """A place outside the county is no home when somebody only goes there."""
    return hit.place.kind == "municipality" or not hit.towards


def likeliest(hits: list[Hit], *, moved: bool) -> list[Hit]:
    """Where somebody has moved to; else lives; else belongs; else what is not denied."""
    here = [hit for hit in hits if not hit.elsewhere]
    destinations = [hit for hit in here if hit.towards] if moved else []
    lived_in = [hit for hit in here if hit.lives]
    return destinations or lived_in or [hit for hit in here if hit.home] or here or hits
