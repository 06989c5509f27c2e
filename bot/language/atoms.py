"""The smallest piece of a Pattern: one word, one stem or one exact form."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from bot.language.everyday import EVERYDAY
from bot.language.lemmas import begins_a_word, lemmas
from bot.language.normalise import fold
from bot.language.tokens import Token

_SLIP_WORD: Final = 5
_SLIP_STEM: Final = 6
"""Letters a word, and a stem, must have before one typing error is forgiven."""


@dataclass(frozen=True)
class Atom:
    """What one word of a message is held against."""

    text: str
    kind: Literal["word", "stem", "exact"]

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms a word of the message, or one of its base forms, may have."""
        return frozenset({self.text}) | (lemmas(self.text) if self.kind == "word" else frozenset())

    @cached_property
    def folded(self) -> frozenset[str]:
        """The same forms as typed without dots and rings."""
        return frozenset(map(fold, self.forms))

    @cached_property
    def forgiven(self) -> frozenset[str]:
        """The forms of which one typing error is forgiven."""
        least = _SLIP_STEM if self.kind == "stem" else _SLIP_WORD
        return frozenset(form for form in self.folded if len(form) >= least)

    def fits(self, token: Token) -> bool:
        """Whether the word of the message is what this piece asks for."""
        return self.fits_plainly(token) or self.slips(token)

    def fits_plainly(self, token: Token) -> bool:
        """Whether the word fits as it is written, but for missing dots and rings."""
        if self.kind == "stem":
            return token.text.startswith(self.text) or (
                token.bare and token.text.startswith(fold(self.text))
            )
        if token.text in EVERYDAY and self.text not in EVERYDAY:
            return False
        if self.kind == "exact":
            return token.text == self.text or (token.bare and token.text in self.folded)
        return not self.forms.isdisjoint(token.forms) or (token.bare and token.text in self.folded)

    def slips(self, token: Token) -> bool:
        """Whether the word would fit but for one typing error; a known word is never one."""
        if token.known or self.kind == "exact":
            return False
        return any(
            one_slip(form, piece) for form in self.forgiven for piece in self._pieces(token, form)
        )

    def _pieces(self, token: Token, form: str) -> tuple[str, ...]:
        if self.kind == "word":
            return (token.folded,)
        size = len(form)
        pieces = (token.folded[:length] for length in (size - 1, size, size + 1))
        return tuple(piece for piece in pieces if not begins_a_word(token.text[: len(piece)]))


def one_slip(right: str, typed: str) -> bool:
    """Whether one letter was left out, added, changed or swapped, the first one being right."""
    if right[0] != typed[:1] or abs(len(right) - len(typed)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(right, typed, strict=False)) if a != b),
        min(len(right), len(typed)),
    )
    left, other = right[start:], typed[start:]
    return (
        left[1:] == other[1:]
        or left[1:] == other
        or left == other[1:]
        or (left[2:] == other[2:] and left[:2] == other[1::-1])
    )
