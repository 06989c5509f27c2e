"""Patterns: how keywords and emergency rules are written (docs/developers/content-schema.md).

Beyond the schema: `=word` is just this form, without inflections. A word of negation stands
close to the word that follows it in the pattern (or precedes it, when the negation is last).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.language.atoms import Atom
from bot.language.negation import FINNISH_NEGATIONS, SWEDISH_NEGATIONS
from bot.language.tokens import Token

_NEAR: Final = 4
"""Places from one matched word to the next: at most three other words between."""
_LETTERS: Final = 2
"""Letters a stem must have."""


class PatternError(ValueError):
    """The text is not a pattern."""


@dataclass(frozen=True)
class Span:
    """Where a pattern fits: the numbers of the words it took, in the order of the message."""

    words: tuple[int, ...]

    @property
    def first(self) -> int:
        """The number of the first word."""
        return self.words[0]

    @property
    def last(self) -> int:
        """The number of the last word."""
        return self.words[-1]


@dataclass(frozen=True)
class Pattern:
    """Words that must stand near each other, each with its alternatives."""

    text: str
    slots: tuple[tuple[Atom, ...], ...]
    without: tuple[Atom, ...] = ()
    """Words that must not be near."""

    @classmethod
    def parse(cls, text: str) -> "Pattern":
        """Read a pattern, or say what is wrong with it."""
        pieces = text.split()
        wanted = [piece for piece in pieces if not piece.startswith("!")]
        if not wanted:
            raise PatternError(f"'{text}' asks for no word.")
        if any(piece.startswith("!") for piece in pieces[: len(wanted)]):
            raise PatternError(f"'{text}': words with '!' stand at the end.")
        return cls(
            text=text,
            slots=tuple(_alternatives(piece, text) for piece in wanted),
            without=tuple(
                atom for piece in pieces[len(wanted) :] for atom in _alternatives(piece[1:], text)
            ),
        )

    def find(self, tokens: Sequence[Token]) -> Span | None:
        """The first place where the pattern fits, if any."""
        hits = [
            [i for i, token in enumerate(tokens) if any(atom.fits(token) for atom in slot)]
            for slot in self.slots
        ]
        return next(self.spans(tokens, hits), None)

    def spans(self, tokens: Sequence[Token], hits: Sequence[Sequence[int]]) -> Iterator[Span]:
        """Every place where the pattern fits, given the words that fit each slot."""
        if not all(hits):
            return
        for chosen in self._choices(tokens, hits, ()):
            span = Span(tuple(sorted(chosen)))
            if (
                self._near(tokens, span)
                and self._negations_close(tokens, chosen)
                and not self._excluded(tokens, span)
            ):
                yield span

    def _choices(
        self, tokens: Sequence[Token], hits: Sequence[Sequence[int]], chosen: tuple[int, ...]
    ) -> Iterator[tuple[int, ...]]:
        if len(chosen) == len(hits):
            yield chosen
            return
        reach = _NEAR * (len(hits) - 1)
        for index in hits[len(chosen)]:
            far = chosen and abs(tokens[index].place - tokens[chosen[0]].place) > reach
            if index not in chosen and not far:
                yield from self._choices(tokens, hits, (*chosen, index))

    def _near(self, tokens: Sequence[Token], span: Span) -> bool:
        places = [tokens[index].place for index in span.words]
        return all(b - a <= _NEAR for a, b in pairwise(places))

    def _negations_close(self, tokens: Sequence[Token], chosen: tuple[int, ...]) -> bool:
        return len(chosen) == 1 or all(
            self._negation_close(tokens, chosen, number)
            for number, slot in enumerate(self.slots)
            if all(negates(atom.text) for atom in slot)
        )

    def _negation_close(self, tokens: Sequence[Token], chosen: tuple[int, ...], slot: int) -> bool:
        word = tokens[chosen[slot]]
        before = tokens[chosen[slot - 1]].place - word.place if slot else None
        following = tokens[chosen[slot + 1]].place - word.place if slot + 1 < len(chosen) else None
        if word.text in FINNISH_NEGATIONS:  # "ei nyt enää herää"; never "herää yöllä ei"
            ahead = before if following is None else following
            return ahead is not None and 0 < ahead <= 3  # noqa: PLR2004
        return (following is not None and -2 <= following <= 3) or (  # noqa: PLR2004
            before is not None and -2 <= before <= 2  # noqa: PLR2004 - "vaknar han inte"
        )

    def _excluded(self, tokens: Sequence[Token], span: Span) -> bool:
        if not self.without:
            return False
        low, high = tokens[span.first].place - _NEAR, tokens[span.last].place + _NEAR
        return any(
            low <= token.place <= high and any(atom.fits(token) for atom in self.without)
            for token in tokens
        )


def negates(word: str) -> bool:
    """Whether this is a word of negation in either language."""
    return word in FINNISH_NEGATIONS or word in SWEDISH_NEGATIONS


def _alternatives(piece: str, text: str) -> tuple[Atom, ...]:
    return tuple(_atom(alternative, text) for alternative in piece.split("|"))


def _atom(written: str, text: str) -> Atom:
    stem, exact = written.endswith("*"), written.startswith("=")
    word = written[: -1 if stem else None][1 if exact else 0 :]
    if not word:
        raise PatternError(f"'{text}' has an empty word.")
    if word != word.lower():
        raise PatternError(f"'{word}' in '{text}' must be in lower case.")
    if any(sign in word for sign in '*!=,;"()?'):
        raise PatternError(f"'{written}' in '{text}': a sign stands in the wrong place.")
    if stem and len(word) < _LETTERS:
        raise PatternError(f"'{written}' in '{text}' is too short for a stem.")
    return Atom(word, "stem" if stem else "exact" if exact else "word")
