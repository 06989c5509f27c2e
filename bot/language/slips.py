"""Finds the words that a mistyped one may have been meant for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bot.language.atoms import one_slip

if TYPE_CHECKING:
    from collections.abc import Iterable


class Slips:
    """Words, found by what is left of them when a letter is left out: few are held against each."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_rest: dict[str, set[str]] = defaultdict(set)
        for word in words:
            for rest in _shortened(word):
                self._by_rest[rest].add(word)

    def of(self, typed: str) -> set[str]:
        """The words that are one slip away, or none: see `one_slip`."""
        near = {word for rest in _shortened(typed) for word in self._by_rest.get(rest, ())}
        return {word for word in near if one_slip(word, typed)}


def _shortened(word: str) -> set[str]:
    """The word, and what is left of it without any one letter but the first."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}
