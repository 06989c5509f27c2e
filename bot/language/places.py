"""Finds where a resident lives: municipality, village, former municipality or postal code."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from bot.language.atoms import one_slip
from bot.language.lemmas import is_known, restored
from bot.language.normalise import fold, words
from bot.language.place_forms import CUES, FILLERS, TOWARDS, forms_of, going_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.catalogue import Catalogue, Municipality, Neighbour

Kind = Literal["municipality", "neighbour"]

LONGEST_NAME: Final = 3
"""Words in the longest place name, as in `Vanha Porvoon maalaiskunta`."""

CUE_REACH: Final = 3
"""How many words before a place a cue such as `asun` may stand."""

SLIP_LENGTH: Final[Mapping[Kind, int]] = {"municipality": 5, "neighbour": 6}
"""Letters a place name must have before one typing error is forgiven."""


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


class Gazetteer:
    """All the forms of all the places in the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._forms: dict[str, Place] = {}
        self._bare: dict[str, Place] = {}
        for neighbour in catalogue.neighbours.values():
            self._add("neighbour", neighbour)
        for municipality in catalogue.municipalities.values():
            self._add("municipality", municipality)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for form, place in self._forms.items():
            self._bare.setdefault(fold(form), place)
            if len(form) >= SLIP_LENGTH[place.kind] and not place.common and form.isalpha():
                self._by_length[len(form)].append(form)

    def find(self, text: str) -> Places:
        """The home a text names; a place outside the county only when nothing speaks against."""
        tokens = words(text)
        hits = list(self._hits(tokens))
        homes = [hit for hit in hits if hit[2]] or hits
        municipality = next((p.id for _, p, _ in homes if p.kind == "municipality"), None)
        neighbour = next((p.id for _, p, _ in homes if p.kind == "neighbour"), None)
        covered = {i for span, _, _ in hits for i in span}
        rest = [word for i, word in enumerate(tokens) if i not in covered]
        return Places(
            municipality=municipality,
            neighbour=None if municipality else neighbour,
            only=bool(hits) and all(fold(word) in FILLERS for word in rest),
        )

    def is_place(self, word: str) -> bool:
        """Whether a single word is a form of a place name."""
        return self._named(word) is not None

    def _hits(self, tokens: tuple[str, ...]) -> Iterator[tuple[range, Place, bool]]:
        """Spans of words, the place they name, and whether a cue says it is home."""
        start = 0
        while start < len(tokens):
            span, place = self._longest(tokens, start)
            if place and self._counts(tokens, span, place):
                yield span, place, self._cued(tokens, span, place)
            start = span.stop

    def _longest(self, tokens: tuple[str, ...], start: int) -> tuple[range, Place | None]:
        for length in range(min(LONGEST_NAME, len(tokens) - start), 0, -1):
            form = " ".join(tokens[start : start + length])
            place = self._named(form) or (self._misspelt(form) if length == 1 else None)
            if place:
                return range(start, start + length), place
        return range(start, start + 1), None

    def _counts(self, tokens: tuple[str, ...], span: range, place: Place) -> bool:
        """Whether a place may be a home: a common word needs a cue, unless it stands alone."""
        alone = len(tokens) == len(span)
        if place.common:
            return alone or self._cued(tokens, span, place)
        before = tokens[max(0, span.start - 1) : span.start]
        towards = place.destination or any(fold(word) in TOWARDS for word in before)
        return place.kind == "municipality" or not towards

    def _cued(self, tokens: tuple[str, ...], span: range, place: Place) -> bool:
        """Whether the words around, or the form itself, say that it is home."""
        before = tokens[max(0, span.start - CUE_REACH) : span.start]
        after = tokens[span.stop : span.stop + 1]
        around = {fold(word) for word in (*before, *after)}
        last = fold(tokens[span.stop - 1])
        resident = last.endswith(("lainen", "laiset", "bo", "bor")) and not place.destination
        return resident or bool(around & CUES)

    def _named(self, form: str) -> Place | None:
        """The place of a form; dots and rings may be missing, but never where some are typed."""
        bare = self._bare.get(form) if form == fold(form) else None
        return self._forms.get(form) or bare

    def _misspelt(self, form: str) -> Place | None:
        """The place whose form is one typing error away, if it is one place only."""
        word = is_known(form) or restored(form)
        if len(form) < min(SLIP_LENGTH.values()) or not form.isalpha() or word:
            return None
        near = (f for size in (-1, 0, 1) for f in self._by_length[len(form) + size])
        found = {self._forms[f].id: self._forms[f] for f in near if self._slipped(f, form)}
        return next(iter(found.values())) if len(found) == 1 else None

    @staticmethod
    def _slipped(right: str, typed: str) -> bool:
        """Whether one letter is amiss; in a short name never the last."""
        short = len(right) <= min(SLIP_LENGTH.values())
        return one_slip(right, typed) and not (short and right[-1] != typed[-1])

    def _add(self, kind: Kind, area: Municipality | Neighbour) -> None:
        names = [(area.name, tuple(f for fs in area.also.values() for f in fs), False)]
        names += [(v.name, v.also, v.common) for v in area.villages]
        for name, also, common in names:
            given = {*forms_of(name.fi), *forms_of(name.sv), *also}
            for form in given:
                place = Place(
                    kind=kind, id=area.id, common=common, destination=going_to(form, name)
                )
                self._forms.setdefault(form.lower(), place)
        for code in area.postal_codes:
            self._forms[code] = Place(kind=kind, id=area.id)
