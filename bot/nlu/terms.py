"""The terms of one text, weighed as scikit-learn's TfidfVectorizer weighs those of many."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from sklearn.feature_extraction.text import TfidfVectorizer


class Terms:
    """Vectorisers that have learnt (sublinear counts), side by side.

    Their own `transform` checks and builds what it takes for thousands of texts; for one that is
    most of its time.
    """

    def __init__(self, vectorizers: Sequence[TfidfVectorizer]) -> None:
        starts = np.cumsum([0, *(len(each.vocabulary_) for each in vectorizers)])
        self._parts = [
            (each.build_analyzer(), each.vocabulary_, each.idf_, start)
            for each, start in zip(vectorizers, starts, strict=False)
        ]

    def of(self, texts: Sequence[str]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """The columns that are not nought and their values; a text as each vectoriser reads it."""
        found = [
            _weighed(analyse(text), vocabulary, rarity, start)
            for text, (analyse, vocabulary, rarity, start) in zip(texts, self._parts, strict=True)
        ]
        columns, values = zip(*found, strict=True)
        return np.concatenate(columns), np.concatenate(values)


def _weighed(
    terms: Sequence[str], vocabulary: dict[str, int], rarity: NDArray[Any], start: int
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    counted = Counter(vocabulary[term] for term in terms if term in vocabulary)
    places = np.fromiter(counted, np.intp, len(counted))
    counts = np.fromiter(counted.values(), float, len(counted))
    values = (1 + np.log(counts)) * rarity[places]
    return start + places, values / (np.linalg.norm(values) or 1.0)
