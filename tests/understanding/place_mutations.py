"""A place of the county written otherwise: inflected, misspelt, or by its other name. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from bot.language.place_forms import forms_of
from tests.understanding.mutations import drawn, put, slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.catalogue import Municipality, Text
    from bot.catalogue.text import Language
    from tests.understanding.mutations import Alteration

_WORD: Final = re.compile(r"[^\W\d_]+")
_CASES: Final = ("ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä")
_PEOPLE: Final = re.compile("lai|läi")
_SLIPPABLE: Final = 5
"""Letters a name has before one of them is altered, as of any word."""


@dataclass(frozen=True)
class _Name:
    """One place: its names, and the forms of them in each language."""

    name: Text
    forms: Mapping[Language, frozenset[str]]

    def base(self, language: Language) -> str:
        return self.name.into(language).lower()


class PlaceNames:
    """The municipalities and villages of one word that are no ordinary words."""

    def __init__(self, municipalities: Iterable[Municipality]) -> None:
        self._named: dict[str, _Name] = {}
        for area in municipalities:
            self._add(area.name, [form for forms in area.also.values() for form in forms])
            for village in area.villages:
                if not village.common:
                    self._add(village.name, village.also)
        self.alterations: Final[Mapping[str, Alteration]] = {
            "place inflected": self.inflected,
            "place misspelt": self.misspelt,
            "place in the other language": self.translated,
        }

    def inflected(self, text: str, language: Language) -> str | None:
        """The first place in another form."""
        word, name = self._first(text)
        if not (word and name):
            return None
        old, base = word[0].lower(), name.base(language)
        if language == "sv":
            return put(text, word, base + "s" if old == base else base)
        cases = [f for f in name.forms["fi"] if f.endswith(_CASES) and not _PEOPLE.search(f)]
        others = sorted({base, *cases} - {old})
        return put(text, word, drawn(text).choice(others)) if others else None

    def misspelt(self, text: str, _: Language) -> str | None:
        """The first place with one letter amiss."""
        word, _name = self._first(text)
        if not word or len(word[0]) < _SLIPPABLE:
            return None
        return put(text, word, slip(word[0], drawn(text)))

    def translated(self, text: str, _: Language) -> str | None:
        """The first place by its name in the other language, in the form likest its own."""
        word, name = self._first(text)
        if not (word and name) or name.base("fi") == name.base("sv"):
            return None
        old = word[0].lower()
        finnish = old in name.forms["fi"]
        here: Language = "fi" if finnish else "sv"
        there: Language = "sv" if finnish else "fi"
        if old == name.base(here):
            return put(text, word, name.base(there))
        forms = sorted(name.forms[there], key=lambda form: (-_alike(form, old), len(form)))
        return put(text, word, forms[0])

    def _first(self, text: str) -> tuple[re.Match[str] | None, _Name | None]:
        for word in _WORD.finditer(text):
            if name := self._named.get(word[0].lower()):
                return word, name
        return None, None

    def _add(self, name: Text, also: Iterable[str]) -> None:
        if " " in name.fi or " " in name.sv:
            return
        given = frozenset(form for form in also if form.isalpha())
        forms: dict[Language, frozenset[str]] = {
            "fi": _of(name.fi.lower(), given),
            "sv": _of(name.sv.lower(), given),
        }
        for form in (*forms["fi"], *forms["sv"]):
            self._named.setdefault(form, _Name(name, forms))


def _of(base: str, also: frozenset[str]) -> frozenset[str]:
    """The forms of one name: those given where there are any, else the regular ones."""
    given = {form for form in also if form.startswith(base[: min(5, len(base) - 1)])}
    if any(form.endswith(_CASES) for form in given):
        return frozenset({base, base + "s", *given})
    back = re.findall("[aouäöy]", base)[-1:] in (["a"], ["o"], ["u"])
    wrong = re.compile("[äö]") if back else re.compile("[ao]")
    return frozenset(f for f in forms_of(base) if not wrong.search(f.removeprefix(base))) | {base}


def _alike(form: str, other: str) -> int:
    """How many letters two forms have in common at their ends."""
    pairs = zip(reversed(form), reversed(other), strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
