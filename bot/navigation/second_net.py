"""The second net of the emergency guard: how near a message is to what people describe.

It is applied with numpy alone, so that Rasa and chat come to the same verdict.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from functools import lru_cache
from itertools import chain
from math import log
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np

from bot.language.normalise import normalise, words
from bot.language.standard import mostly, standard
from bot.navigation.weights import HARMLESS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.navigation.weights import Weights

BUCKETS: Final = 2**15
"""Places that the hashed n-grams share."""

LENGTHS: Final = range(2, 6)
"""Letters of an n-gram; the spaces around a word count."""

LONG: Final = 25
"""Words above which a message is judged by its clauses too: a clause of a shorter one has lost the
context that makes it harmless. At the bar that 2 % of labelled look-alikes pass, 74 / 75 % of the
emergencies passed (Finnish / Swedish) when every message was split, 81 / 83 % as it is now."""

LEAST_WORDS: Final = 4
"""Words that a clause must have to be judged by itself."""

MOST_CLAUSES: Final = 4
"""Clauses of one message that are judged by meaning, the most dangerous by their letters; some
5 ms each."""

CALM: Final = 0.05
"""Danger by the letters alone below which a message is not embedded: of 816 labelled emergencies
one that the rules overlook is below it, and by its meaning it would be harmless too."""

TINY: Final = 1e-9

_BREAK: Final = re.compile(r"[.!?;,\n]+(?=\s|$)| (?=(?:mutta|mut|men) )", re.IGNORECASE)


class Encoder(Protocol):
    """What the net needs of a sentence encoder."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text."""


class SecondNet:
    """Tells how likely each emergency is."""

    def __init__(self, weights: Weights, encoder: Encoder) -> None:
        self._weights = weights
        self._encoder = encoder
        self._kinds = [str(kind) for kind in weights.kinds]

    def likely(self, text: str) -> dict[str, float]:
        """The probability of each emergency; empty without words.

        A long message has the mean of the whole and of its most dangerous clause.
        """
        pieces = [standard(piece, mostly(text)) for piece in parts(text)]
        if not pieces:
            return {}
        harmless = self._kinds.index(HARMLESS)
        letters = np.array([self._by_letters(piece) for piece in pieces])
        if letters[:, harmless].min() < 1 - CALM:
            told = [0, *(1 + letters[1:, harmless].argsort()[:MOST_CLAUSES])]
            rows = self._with_meaning([pieces[place] for place in told], letters[told])
        else:
            rows = letters
        worst = rows[rows[:, harmless].argmin()]
        likely = dict(zip(self._kinds, map(float, (rows[0] + worst) / 2), strict=True))
        del likely[HARMLESS]
        return likely

    def _with_meaning(self, pieces: Sequence[str], letters: NDArray[Any]) -> NDArray[Any]:
        """The rows of letters mixed with those of the embeddings."""
        rows = (self._encoder.encode(pieces) - self._weights.mean) / self._weights.spread
        hidden = np.maximum(rows @ self._weights.hidden[:-1] + self._weights.hidden[-1], 0)
        scores = hidden @ self._weights.meaning[:-1] + self._weights.meaning[-1]
        meaning = np.exp(scores - scores.max(axis=1, keepdims=True))
        meaning = meaning / meaning.sum(axis=1, keepdims=True) @ self._weights.belongs
        share = float(self._weights.share)
        mixed = (letters + TINY) ** (1 - share) * (meaning + TINY) ** share
        return np.asarray(mixed / mixed.sum(axis=1, keepdims=True))

    def _by_letters(self, piece: str) -> NDArray[Any]:
        """A probability for each kind, in their order."""
        found = weighed(piece)
        places = list(found)
        values = np.array(list(found.values())) * self._weights.rarity[places]
        values /= np.linalg.norm(values) or 1.0
        scores = values @ self._weights.letters[places] + self._weights.letters[-1]
        against_the_rest = 1 / (1 + np.exp(-scores))
        return np.asarray(against_the_rest / against_the_rest.sum())


def parts(text: str) -> list[str]:
    """The message, normalised, and the clauses of a long one; nothing when it has no words."""
    if not words(text):
        return []
    whole = normalise(text)
    if len(words(text)) <= LONG:
        return [whole]
    pieces = [normalise(piece) for piece in _BREAK.split(text)]
    return [whole, *(p for p in pieces if len(words(p)) >= LEAST_WORDS and p != whole)]


def weighed(piece: str) -> dict[int, float]:
    """The buckets of the n-grams in a standard text, each with 1 + log(count)."""
    counted = Counter(chain.from_iterable(map(_buckets, piece.split())))
    return {place: 1 + log(count) for place, count in counted.items()}


@lru_cache(maxsize=65536)
def _buckets(word: str) -> tuple[int, ...]:
    padded = f" {word} "
    return tuple(
        zlib.crc32(padded[start : start + length].encode()) % BUCKETS
        for length in LENGTHS
        for start in range(len(padded) - length + 1)
    )
