"""Puts right what is mistyped, by the words of the content's examples, and leaves out fillers."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.language.lemmas import is_known, is_name, restored
from bot.language.normalise import fold, normalise, words
from bot.language.slips import Slips
from bot.language.standard import mostly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bot.catalogue.text import Language

SLIP_LENGTH: Final = 5
"""Letters a word must have before one slip in it is put right."""

TRUSTED: Final = 2
"""Examples a word must stand in before others are put right to it."""

_BEFORE: Final = re.compile(
    r"^(?:(?:hei|moi|moikka|moro|terve|siis|tota|tuota|no|anteeksi|niinku"
    r"|hej|hejsan|hallå|alltså|nå|ursäkta)[ ,.!]+)+(?=\w+\W+\w+\W+\w)",
    re.IGNORECASE,
)
"""Greetings and fillers that at least three words follow."""

_BEHIND: Final = re.compile(
    r"(?<=\w)(?:[ ,.!?]+(?:kiitos(?: paljon| etukäteen)?|kiitti|tota|niinku|siis"
    r"|tack(?: så mycket| på förhand)?|tackar|alltså|liksom))+[ .!?]*$",
    re.IGNORECASE,
)
"""Thanks and fillers at the end, behind at least one word."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_MARKED: Final = frozenset("åäö")

_CLITIC: Final = re.compile(r"(?<=\w{3})(?:han|hän|kin|kaan|kään)$")
"""Finnish particles written together with the word; dictionaries hold only the word."""


class Spelling:
    """The words of the examples in each language; what `is_place` knows is never a slip."""

    def __init__(
        self, taught: Mapping[Language, Iterable[str]], is_place: Callable[[str], bool]
    ) -> None:
        self._is_place = is_place
        self._seen = {language: _counted(texts) for language, texts in taught.items()}
        self._marked: dict[Language, dict[str, str]] = {}
        self._slips: dict[Language, Slips] = {}
        for language, seen in self._seen.items():
            # Of forms that differ only in dots and rings the last stays: the most frequent.
            trusted = [word for word, count in reversed(seen.most_common()) if count >= TRUSTED]
            self._marked[language] = {fold(word): word for word in trusted}
            self._slips[language] = Slips(word for word in trusted if len(word) >= SLIP_LENGTH)

    def put_right(self, text: str) -> str:
        """The text without fillers at its ends, with dots and rings, and without single slips."""
        said = _BEHIND.sub("", _BEFORE.sub("", text))
        language = mostly(said)
        normal = normalise(said)
        if _MARKED.isdisjoint(normal) and any(map(restored, words(normal))):
            marked = self._marked[language]
            said = _WORD.sub(lambda found: marked.get(found[0].lower(), found[0]), said)
        return _WORD.sub(lambda found: self._without_slip(found[0], language), said)

    def _without_slip(self, typed: str, language: Language) -> str:
        """The one word of the examples that is one slip away; else the word as it was typed."""
        word = typed.lower()
        if len(word) < SLIP_LENGTH or word in self._seen[language] or self._is_word(word):
            return typed
        right = self._slips[language].of(word)
        return right.pop() if len(right) == 1 else typed

    def _is_word(self, word: str) -> bool:
        """Whether it is a name or in a dictionary, with or without a particle or its dots."""
        forms = (word, _CLITIC.sub("", word))
        known = any(is_known(form) or restored(form) or is_name(form) for form in forms)
        return known or self._is_place(word)


def _counted(texts: Iterable[str]) -> Counter[str]:
    """In how many texts each word stands."""
    return Counter(word for text in texts for word in set(words(text)) if word.isalpha())
