"""The second net of the emergency guard: how near a message is to what people describe.

It is applied with numpy alone, so that Rasa and chat come to the same verdict.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np

from bot.language.normalise import normalise, words
from bot.language.standard import mostly, standard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

HARMLESS: Final = "none"
"""The class of what is no emergency."""

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
"""Clauses of one message that are judged by meaning, the most dangerous by their letters; about
20 ms each on one thread."""

CALM: Final = 0.05
"""Danger by the letters alone below which a message is not embedded: of 816 labelled emergencies
one that the rules overlook is below it, and by its meaning it would be harmless too."""

TINY: Final = 1e-9

_BREAK: Final = re.compile(r"[.!?;,\n]+(?=\s|$)| (?=(?:mutta|mut|men) )", re.IGNORECASE)


class Encoder(Protocol):
    """What the net needs of a sentence encoder."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text."""


class Described(Protocol):
    """What the net learns of an Emergency."""

    @property
    def id(self) -> str:
        """Its name in content."""

    @property
    def descriptions(self) -> Mapping[Any, Sequence[str]]:
        """Language to what people write when it happens."""

    @property
    def harmless(self) -> Mapping[Any, Sequence[str]]:
        """Language to what only sounds like it."""


@dataclass(frozen=True)
class Weights:
    """What was learnt, as it is kept in models/guard.npz."""

    made_from: NDArray[np.str_]
    """The fingerprint of the emergencies."""

    kinds: NDArray[np.str_]
    """The emergencies and HARMLESS, in the order of the columns."""

    rarity: NDArray[np.float32]
    """Inverse document frequency of each bucket."""

    letters: NDArray[np.float32]
    """A row per bucket; the last row is the intercept."""

    mean: NDArray[np.float32]
    spread: NDArray[np.float32]
    """Mean and standard deviation of the embeddings."""

    hidden: NDArray[np.float32]
    """From the embedding to the hidden layer; the last row is the intercept."""

    meaning: NDArray[np.float32]
    """From the hidden layer to what a text is about; the last row is the intercept."""

    belongs: NDArray[np.float32]
    """What a text is about to the kinds: 1 where it belongs to the kind, else 0."""

    share: NDArray[np.float32]
    """Share of the meaning in the mixed log-probability."""

    def save(self, file: Path) -> None:
        """Write the file in one step."""
        part = file.with_suffix(".part.npz")
        np.savez_compressed(part, **{each.name: getattr(self, each.name) for each in fields(self)})
        part.replace(file)

    @classmethod
    def load(cls, file: Path) -> Weights:
        """Read the file; OSError, ValueError, KeyError or BadZipFile when it is no such file."""
        with np.load(file, allow_pickle=False) as kept:
            return cls(**{each.name: kept[each.name] for each in fields(cls)})


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
    counted = Counter(
        zlib.crc32(padded[start : start + length].encode()) % BUCKETS
        for padded in (f" {word} " for word in piece.split())
        for length in LENGTHS
        for start in range(len(padded) - length + 1)
    )
    return {place: 1 + float(np.log(count)) for place, count in counted.items()}


def fingerprint(emergencies: Iterable[Described]) -> str:
    """A hash of what is described; other rules or words need no new training."""
    told = [
        (each.id, sorted(each.descriptions.items()), sorted(each.harmless.items()))
        for each in sorted(emergencies, key=lambda each: each.id)
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
