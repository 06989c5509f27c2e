"""What learns, for the classifier and for the guard's second net alike."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, Final

from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LETTERS_C: Final = 20.0
"""Inverse regularisation over letters and base forms."""

DECAY: Final = 1.0
"""The network's penalty on large weights (alpha); .3 and 3 found .014 and .018 less."""

SEED: Final = 112
"""The same lines teach the same, here and on the next machine."""


def regression() -> LogisticRegression:
    """Over letters; one against the rest, in the dual, takes a tenth of the multinomial's time."""
    return LogisticRegression(
        C=LETTERS_C, solver="liblinear", dual=True, tol=0.1, random_state=SEED
    )


def network(
    rows: NDArray[Any], labels: Sequence[str], *, hidden: int, rounds: int
) -> MLPClassifier:
    """One hidden layer over standardised embeddings, having seen every line `rounds` times."""
    learner = MLPClassifier((hidden,), alpha=DECAY, max_iter=rounds, random_state=SEED)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # it stops after its rounds on purpose
        return learner.fit(rows, labels)


def discriminant(rows: NDArray[Any], labels: Sequence[str]) -> LinearDiscriminantAnalysis:
    """The spread within a label is taken from all labels together, so that few examples do."""
    return LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto").fit(rows, labels)
