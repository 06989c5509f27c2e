"""Many patterns tried at once: words first, so that only the few likely patterns are looked at."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from bot.language.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.language.atoms import Atom
    from bot.language.patterns import Pattern, Span
    from bot.language.tokens import Token

_TAIL: Final = 5
"""Letters of an ending that a piece may leave uncovered."""
_MOST_STEM: Final = 24
"""Letters of the longest stem that is looked up."""
_MOST_WORDS: Final = 50_000
"""Words whose pieces are remembered."""


class Rulebook:
    """An index of patterns by their words; a pattern is known by its number.

    A book that is not `forgiving` overlooks no typing error.
    """

    def __init__(self, patterns: Sequence[Pattern], *, forgiving: bool = True) -> None:
        self.patterns = tuple(patterns)
        self._forgiving = forgiving
        common = Counter(
            atom for p in patterns for atom in {atom for slot in p.slots for atom in slot}
        )
        self._atoms = tuple(common)
        numbers = {atom: number for number, atom in enumerate(self._atoms)}
        self._slots = [
            tuple(frozenset(numbers[atom] for atom in slot) for slot in p.slots) for p in patterns
        ]
        self._rarest: dict[int, list[int]] = defaultdict(list)
        for number, pattern in enumerate(patterns):
            for atom in set(min(pattern.slots, key=lambda slot: sum(common[a] for a in slot))):
                self._rarest[numbers[atom]].append(number)
        self._plain: dict[str, set[int]] = defaultdict(set)
        self._stems: dict[str, set[int]] = defaultdict(set)
        self._slips: dict[str, set[int]] = defaultdict(set)
        for number, atom in enumerate(self._atoms):
            self._file(number, atom)
        self._seen: dict[tuple[str, bool], frozenset[int]] = {}

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, Span]]:
        """The number of each pattern that fits, once for every place where it fits."""
        hits: dict[int, list[int]] = defaultdict(list)
        for index, token in enumerate(tokens):
            for atom in self._fitting(token):
                hits[atom].append(index)
        likely = {number for atom in hits for number in self._rarest.get(atom, ())}
        for number in sorted(likely):
            found = [slot & hits.keys() for slot in self._slots[number]]
            if all(found):
                places = [sorted({i for atom in slot for i in hits[atom]}) for slot in found]
                for span in self.patterns[number].spans(tokens, places):
                    yield number, span

    def _file(self, number: int, atom: Atom) -> None:
        where = self._stems if atom.kind == "stem" else self._plain
        for form in atom.forms | atom.folded:
            where[form].add(number)
        if self._forgiving and atom.kind != "exact":
            for form in atom.forgiven:
                for key in _shortened(form):
                    self._slips[key].add(number)

    def _fitting(self, token: Token) -> frozenset[int]:
        """The pieces of all patterns that the word fits, remembered for the next time."""
        word = (token.text, token.bare)
        if word not in self._seen:
            if len(self._seen) >= _MOST_WORDS:
                self._seen.clear()
            self._seen[word] = self._looked_up(token)
        return self._seen[word]

    def _looked_up(self, token: Token) -> frozenset[int]:
        likely: set[int] = set()
        for form in token.forms | {token.folded}:
            likely |= self._plain.get(form, set())
        for length in range(2, min(len(token.text), _MOST_STEM) + 1):
            likely |= self._stems.get(token.text[:length], set())
        plain = {number for number in likely if self._atoms[number].fits_plainly(token)}
        if token.known or any(_spelt_out(self._atoms[number], token) for number in plain):
            return frozenset(plain)
        return frozenset(plain | self._slipped(token))

    def _slipped(self, token: Token) -> set[int]:
        """The pieces that the word would fit but for one typing error."""
        likely: set[int] = set()
        for length in range(4, min(len(token.folded), _MOST_STEM) + 1):
            for key in _shortened(token.folded[:length]):
                likely |= self._slips.get(key, set())
        return {number for number in likely if self._atoms[number].slips(token)}


def _spelt_out(atom: Atom, token: Token) -> bool:
    """Whether the piece covers nearly all of the word, so that no other one need be thought of."""
    written = fold(atom.text)
    return token.folded.startswith(written) and len(written) + _TAIL >= len(token.folded)


def _shortened(word: str) -> set[str]:
    """The word itself and the word with any one letter left out, the first one kept."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}
