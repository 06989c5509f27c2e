"""Splits texts into folds so that lines that are nearly alike are held out together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import vstack
from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.language.normalise import normalise

ALIKE: Final = 0.55
"""Cosine of character n-grams from which two lines stay in the same fold."""

SEED: Final = 112
AT_A_TIME: Final = 256
"""Lines compared with all others at a time: all at once took a gigabyte."""


def folds(texts: Sequence[str], count: int) -> NDArray[Any]:
    """The fold of each text, 0 to count - 1."""
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    rows = letters.fit_transform([normalise(text) for text in texts])
    turned = rows.T.tocsr()
    alike = vstack(
        [
            (rows[start : start + AT_A_TIME] @ turned) > ALIKE
            for start in range(0, len(texts), AT_A_TIME)
        ]
    )
    groups, group_of = connected_components(alike, directed=False)
    found: NDArray[Any] = np.random.default_rng(SEED).integers(count, size=groups)[group_of]
    return found
