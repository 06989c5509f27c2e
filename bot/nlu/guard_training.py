"""Trains the second net of the emergency guard.

`python -m bot.nlu.guard_training FILE` writes it; with `--figures` it measures instead (see
bot.nlu.guard_figures).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data
from scipy.sparse import csr_matrix, diags
from sklearn.preprocessing import normalize

from bot.catalogue import LANGUAGES, Catalogue, Language
from bot.content.current import catalogue, spelling
from bot.content.importer import topics
from bot.language.embedding import kept_encoder
from bot.language.standard import standard
from bot.navigation.second_net import BUCKETS, Encoder, weighed
from bot.navigation.weights import HARMLESS, Weights, fingerprint
from bot.nlu.learners import network, regression

COVERED: Final = frozenset({"need_crisis_support", "need_violence_past", "need_child_worry"})
"""Topics whose examples an emergency may describe as well; they teach nothing about harmless."""

HIDDEN: Final = 256
"""Width of the hidden layer over the standardised embeddings. Against logistic regressions it
found 57 % of the held-out descriptions where they found 52 to 55 %, at 1.5 % of examples."""

ROUNDS: Final = 30
"""How often it sees every line."""

MEANING_SHARE: Final = 0.4
"""Share of the meaning in the mixed log-probability; .3 to .6 found the same within a point."""


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
    """Everything the second net learns from, put right as messages are."""
    return [
        replace(line, text=spelling().put_right(line.text))
        for language in LANGUAGES
        for line in _lines(content, language)
    ]


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


def fit(learnt: Sequence[Line], encoder: Encoder, made_from: str) -> Weights:
    """What the lines teach."""
    texts = [standard(line.text, line.language) for line in learnt]
    kinds = [line.kind for line in learnt]
    counts = _counts(texts)
    rarity = np.log((1 + len(texts)) / (1 + counts.getnnz(axis=0))) + 1
    by_letters = regression()
    by_letters.fit(normalize(counts @ diags(rarity)), kinds)
    rows = encoder.encode(texts)
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + np.float32(1e-6)
    about = [line.about for line in learnt]
    by_meaning = network((rows - mean) / spread, about, hidden=HIDDEN, rounds=ROUNDS)
    kind_of = {line.about: line.kind for line in learnt}
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
