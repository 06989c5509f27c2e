"""Trains the second net of the emergency guard.

`python -m bot.nlu.guard_training FILE` writes it; with `--figures` it measures instead (see
bot.nlu.guard_figures).
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data
from scipy.sparse import csr_matrix, diags
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import normalize

from bot.catalogue import LANGUAGES, Catalogue, Language
from bot.content.current import catalogue
from bot.content.importer import topics
from bot.language.embedding import kept_encoder
from bot.language.normalise import normalise
from bot.language.standard import standard
from bot.navigation.second_net import (
    BUCKETS,
    HARMLESS,
    Encoder,
    Weights,
    fingerprint,
    parts,
    weighed,
)

COVERED: Final = frozenset({"need_crisis_support", "need_violence_past", "need_child_worry"})
"""Topics whose examples an emergency may describe as well; they teach nothing about harmless."""

LETTERS_C: Final = 20.0
"""Inverse regularisation over the letters."""

HIDDEN: Final = 256
"""Width of the hidden layer over the standardised embeddings. Against logistic regressions it
found 57 % of the held-out descriptions where they found 52 to 55 %, at 1.5 % of examples."""

DECAY: Final = 1.0
"""Its penalty on large weights (alpha)."""

ROUNDS: Final = 30
"""How often it sees every line."""

MEANING_SHARE: Final = 0.7
"""Share of the meaning in the mixed log-probability; best of .3 to 1 on held-out lines."""


@dataclass(frozen=True)
class Line:
    """Something a resident might write."""

    text: str
    language: Language
    kind: str
    """The emergency it describes, or HARMLESS."""

    about: str
    """The emergency, its harmless neighbours, the topic or the kind of small talk: what is
    harmless is told apart better by what it is about."""

    source: str
    """description, harmless, example (a topic's), covered (a topic's that an emergency may describe
    as well) or talk (data/nlu); guard_figures adds others."""


def train(file: Path) -> str:
    """Write what the second net learns; says what was done."""
    content = catalogue()
    learnt = taught(lines(content))
    fit(learnt, kept_encoder(), fingerprint(content.emergencies.values())).save(file)
    return f"The guard's second net has learnt {len(learnt)} lines."


def taught(found: Sequence[Line]) -> list[Line]:
    """The lines that teach."""
    return [line for line in found if line.source != "covered"]


def lines(content: Catalogue) -> list[Line]:
    """Everything the second net learns from."""
    return [line for language in LANGUAGES for line in _lines(content, language)]


def _lines(content: Catalogue, language: Language) -> Iterator[Line]:
    for each in content.emergencies.values():
        for text in each.descriptions.get(language, ()):
            yield Line(text, language, each.id, each.id, "description")
        for text in each.harmless.get(language, ()):
            yield Line(text, language, HARMLESS, f"not {each.id}", "harmless")
    for name, topic in topics(content).items():
        for text in topic.examples.get(language, ()):
            source = "covered" if name in COVERED else "example"
            yield Line(text, language, HARMLESS, name, source)
    for message in load_data(f"data/nlu/{language}").intent_examples:
        yield Line(message.get(TEXT), language, HARMLESS, message.get(INTENT), "talk")


def pieces(learnt: Sequence[Line]) -> list[tuple[str, Line]]:
    """The texts by which lines teach: a harmless one by its clauses too."""
    return [
        (text, line)
        for line in learnt
        for text in (parts(line.text) if line.kind == HARMLESS else parts(line.text)[:1])
    ]


def meant(samples: Sequence[tuple[str, Line]]) -> list[tuple[str, Line]]:
    """Those that teach by their meaning: whole lines, and the clauses of harmless neighbours.

    The clauses of examples and small talk teach by their letters alone; to embed them would take
    a third of the training's time.
    """
    return [
        (text, line)
        for text, line in samples
        if line.source == "harmless" or text == normalise(line.text)
    ]


def by_the_book(samples: Sequence[tuple[str, Line]]) -> list[str]:
    """The texts as the encoder reads them."""
    return [standard(text, line.language) for text, line in samples]


def fit(learnt: Sequence[Line], encoder: Encoder, made_from: str) -> Weights:
    """What the lines teach."""
    samples = pieces(learnt)
    texts, kinds = [text for text, _ in samples], [line.kind for _, line in samples]
    counts = _counts(texts)
    rarity = np.log((1 + len(texts)) / (1 + counts.getnnz(axis=0))) + 1
    # One against the rest, in the dual, as in TopicModel.
    by_letters = LogisticRegression(C=LETTERS_C, solver="liblinear", dual=True, tol=0.1)
    by_letters.fit(normalize(counts @ diags(rarity)), kinds)
    whole = meant(samples)
    rows = encoder.encode(by_the_book(whole))
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + np.float32(1e-6)
    by_meaning = MLPClassifier((HIDDEN,), alpha=DECAY, max_iter=ROUNDS, random_state=112)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # it stops after ROUNDS on purpose
        by_meaning.fit((rows - mean) / spread, [line.about for _, line in whole])
    kind_of = {line.about: line.kind for _, line in samples}
    named = [str(kind) for kind in by_letters.classes_]
    return Weights(
        made_from=np.array(made_from),
        kinds=np.array(named),
        rarity=rarity.astype(np.float32),
        letters=_stacked(by_letters.coef_.T, by_letters.intercept_),
        mean=mean,
        spread=spread,
        hidden=_stacked(by_meaning.coefs_[0], by_meaning.intercepts_[0]),
        meaning=_stacked(by_meaning.coefs_[1], by_meaning.intercepts_[1]),
        belongs=np.array(
            [[kind_of[about] == kind for kind in named] for about in by_meaning.classes_],
            dtype=np.float32,
        ),
        share=np.array(MEANING_SHARE, dtype=np.float32),
    )


def _counts(texts: Sequence[str]) -> csr_matrix:
    found = [weighed(text) for text in texts]
    ends = np.cumsum([0, *map(len, found)])
    places = [place for one in found for place in one]
    values = [value for one in found for value in one.values()]
    return csr_matrix((values, places, ends), shape=(len(texts), BUCKETS), dtype=np.float32)


def _stacked(weights: Any, intercept: Any) -> Any:
    return np.vstack([weights, intercept]).astype(np.float32)


if __name__ == "__main__":
    if "--figures" in sys.argv:
        from bot.nlu.guard_figures import figures

        for row in figures(*map(Path, sys.argv[2:3])):
            print(row)  # noqa: T201 - what the command is for
    else:
        print(train(Path(sys.argv[1])))  # noqa: T201 - what the command is for
