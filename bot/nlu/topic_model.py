"""Which topic a text is about: letters, base forms and meaning."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from bot.nlu.learners import discriminant, network, regression
from bot.nlu.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    from bot.language.encoder import SentenceEncoder

HIDDEN: Final = 512
"""Width of the hidden layer over the standardised embeddings. On held-out examples of the content
(two of four folds) the mixture found .633 with it, .627 with 256 and .620 with a regression."""

ROUNDS: Final = 40
"""How often it sees every example; 80 found no more."""

FEW: Final = 10
MANY: Final = 300
"""Examples of a label, on average, between which meaning gives way to letters."""

MEANING_OF_FEW: Final = 0.4
MEANING_OF_MANY: Final = 0.35
"""The network's share in the mixed log-probability: letters learn more from more examples. Chosen
on MASSIVE's development lines at 10, 30 and 100 examples; that for many on labelled lines."""

SPREAD_OF_FEW: Final = 0.1
"""What the discriminant adds to it, falling to nothing for MANY. It is all too sure of itself, so
a tenth is much: on the development lines .1 is best at 10 examples, .06 at 30, .02 at 100. With
the content's 190 it would find two in a hundred fewer if it had as much."""

TINY: Final = 1e-9


@dataclass(frozen=True)
class Sample:
    """A text as the model sees it."""

    text: str
    """Normalised, lower case."""

    lemmas: str
    """Base forms with spaces between."""

    standard: str
    """By the book: spoken words and missing dots put right, for the encoder."""


class TopicModel:
    """A regression over TF-IDF, a network and a discriminant over what encodes the meaning.

    Their log-probabilities are mixed, by the number of examples.
    """

    def __init__(self) -> None:
        self.characters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(1, 4), sublinear_tf=True, min_df=2, dtype=np.float32
        )
        self.bases = TfidfVectorizer(
            token_pattern=r"\S+",  # noqa: S106 - no password
            ngram_range=(1, 2),
            sublinear_tf=True,
            dtype=np.float32,
        )
        self.by_letters = regression()
        self.scaler = StandardScaler()
        self.by_meaning: MLPClassifier | None = None
        self.by_spread: LinearDiscriminantAnalysis | None = None
        self.scarcity = 0.0

    @cached_property
    def _terms(self) -> Terms:
        return Terms([self.characters, self.bases])

    @property
    def labels(self) -> list[str]:
        """The labels, in the order of the probabilities."""
        return [str(label) for label in self.by_letters.classes_]

    def fit(
        self, samples: Sequence[Sample], labels: Sequence[str], encoder: SentenceEncoder | None
    ) -> None:
        """Learn from samples and their labels, of the same length; no encoder, no meaning."""
        texts = [sample.text for sample in samples]
        self.characters.fit(texts)
        self.bases.fit([sample.lemmas for sample in samples])
        with ThreadPoolExecutor() as beside:  # both let other threads run while they reckon
            letters = beside.submit(self.by_letters.fit, self._letters(samples), labels)
            if encoder is not None:
                self._learn_meaning(samples, labels, encoder)
            letters.result()

    def _learn_meaning(
        self, samples: Sequence[Sample], labels: Sequence[str], encoder: SentenceEncoder
    ) -> None:
        self.scarcity = scarcity(len(samples) / len(set(labels)))
        rows = self.scaler.fit_transform(encoder.encode([each.standard for each in samples]))
        self.by_meaning = network(rows, labels, hidden=HIDDEN, rounds=ROUNDS)
        if len(samples) > len(set(labels)):  # one example of a label has no spread
            self.by_spread = discriminant(rows, labels)

    def by_form(self, sample: Sample) -> NDArray[Any]:
        """The probability of each label by letters and base forms, in the order of `labels`."""
        columns, values = self._terms.of([sample.text, sample.lemmas])
        scores = self.by_letters.coef_[:, columns] @ values + self.by_letters.intercept_
        against_the_rest = 1 / (1 + np.exp(-scores))
        if len(scores) == 1:  # two labels share one score
            return np.array([1 - against_the_rest[0], against_the_rest[0]])
        return np.asarray(against_the_rest / against_the_rest.sum())

    def by_all(
        self, form: NDArray[Any], sample: Sample, encoder: SentenceEncoder | None
    ) -> NDArray[Any]:
        """The probabilities by form mixed with those by meaning, where meaning was learnt."""
        if self.by_meaning is None or encoder is None:
            return form
        row = self.scaler.transform(encoder.encode([sample.standard]))
        meaning = self.by_meaning.predict_proba(row)[0]
        share = MEANING_OF_MANY + (MEANING_OF_FEW - MEANING_OF_MANY) * self.scarcity
        mixed = (form + TINY) ** (1 - share) * (meaning + TINY) ** share
        if self.by_spread is not None:
            spread = self.by_spread.predict_proba(row)[0]
            mixed *= (spread + TINY) ** (SPREAD_OF_FEW * self.scarcity)
        return np.asarray(mixed / mixed.sum())

    def _letters(self, samples: Sequence[Sample]) -> csr_matrix:
        return hstack(
            [
                self.characters.transform([sample.text for sample in samples]),
                self.bases.transform([sample.lemmas for sample in samples]),
            ]
        ).tocsr()


def scarcity(examples: float) -> float:
    """How few examples a label has on average: 1 with FEW or fewer, 0 with MANY or more."""
    return float(1 - np.log(np.clip(examples, FEW, MANY) / FEW) / np.log(MANY / FEW))
