"""Finds where a resident lives: municipality, village, former municipality or postal code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.homes import Hit, Place, Places, likeliest, may_be_home, read_around
from bot.language.lemmas import is_known, restored
from bot.language.normalise import fold, words
from bot.language.place_forms import FILLERS, MOVED, forms_of, going_to
from bot.language.slips import Slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.catalogue import Catalogue, Municipality, Neighbour
    from bot.language.homes import Kind

LONGEST_NAME: Final = 3
"""Words in the longest place name, as in `Vanha Porvoon maalaiskunta`."""

SLIP_LENGTH: Final[Mapping[Kind, int]] = {"municipality": 5, "neighbour": 6}
"""Letters a place name must have before one typing error is forgiven."""


class Gazetteer:
    """All the forms of all the places in the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._forms: dict[str, Place] = {}
        self._bare: dict[str, Place] = {}
        for neighbour in catalogue.neighbours.values():
            self._add("neighbour", neighbour)
        for municipality in catalogue.municipalities.values():
            self._add("municipality", municipality)
        for form, place in self._forms.items():
            self._bare.setdefault(fold(form), place)
        self._slips = Slips(
            form
            for form, place in self._forms.items()
            if len(form) >= SLIP_LENGTH[place.kind] and not place.common and form.isalpha()
        )

    def find(self, text: str) -> Places:
        """The home a text names; a place outside the county only when nothing speaks against."""
        tokens = words(text)
        moved = any(fold(word) in MOVED for word in tokens)
        hits = [hit for hit in self._hits(tokens) if moved or may_be_home(hit)]
        homes = [hit.place for hit in likeliest(hits, moved=moved)]
        municipality = next((p.id for p in homes if p.kind == "municipality"), None)
        neighbour = next((p.id for p in homes if p.kind == "neighbour"), None)
        covered = {i for hit in hits for i in hit.span}
        rest = [word for i, word in enumerate(tokens) if i not in covered]
        return Places(
            municipality=municipality,
            neighbour=None if municipality else neighbour,
            only=bool(hits) and all(fold(word) in FILLERS for word in rest),
        )

    def is_place(self, word: str) -> bool:
        """Whether a single word is a form of a place name."""
        return self._named(word) is not None

    def _hits(self, tokens: tuple[str, ...]) -> Iterator[Hit]:
        """The places named; a common word counts with a cue, or when it stands alone."""
        start = 0
        while start < len(tokens):
            span, place = self._longest(tokens, start)
            if place:
                hit = read_around(tokens, span, place)
                if hit.home or not place.common or len(tokens) == len(span):
                    yield hit
            start = span.stop

    def _longest(self, tokens: tuple[str, ...], start: int) -> tuple[range, Place | None]:
        for length in range(min(LONGEST_NAME, len(tokens) - start), 0, -1):
            form = " ".join(tokens[start : start + length])
            place = self._named(form) or (self._misspelt(form) if length == 1 else None)
            if place:
                return range(start, start + length), place
        return range(start, start + 1), None

    def _named(self, form: str) -> Place | None:
        """The place of a form; dots and rings may be missing, but never where some are typed."""
        bare = self._bare.get(form) if form == fold(form) else None
        return self._forms.get(form) or bare

    def _misspelt(self, form: str) -> Place | None:
        """The place whose form is one typing error away, if it is one place only."""
        word = is_known(form) or restored(form)
        if len(form) < min(SLIP_LENGTH.values()) or not form.isalpha() or word:
            return None
        near = (right for right in self._slips.of(form) if _ends_alike(right, form))
        found = {self._forms[right].id: self._forms[right] for right in near}
        return next(iter(found.values())) if len(found) == 1 else None

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


def _ends_alike(right: str, typed: str) -> bool:
    """Whether the last letter is as it should be, which in a short name is never the one amiss."""
    return len(right) > min(SLIP_LENGTH.values()) or right[-1] == typed[-1]
