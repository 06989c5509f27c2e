"""Which topics are taken for each other: every example is judged by what the others teach.

The examples and small talk are split into folds; lines that are nearly alike stay in one. A fold
is judged by a model that has learnt the others, with the keywords of the content.
"""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from typing import Final

from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.catalogue import LANGUAGES
from bot.content.current import catalogue, keywords
from bot.content.importer import topics
from bot.language import built
from bot.language.embedding import kept_encoder
from bot.language.encoder import E5, SentenceEncoder, choose_encoder
from bot.nlu import choose as chosen
from bot.nlu.fingerprint import CODE, fingerprint_of
from bot.nlu.folds import folds
from bot.nlu.language import LanguageReader
from bot.nlu.mixed_up import Judged
from bot.nlu.need_classifier import rank, sample
from bot.nlu.spacy_models import chosen_models
from bot.nlu.tokenizer import SpacyTokenizer
from bot.nlu.topic_model import Sample, TopicModel
from bot.nlu.word_vectors import Meaning

FOLDS: Final = 4


@dataclass(frozen=True)
class Example:
    """An example with the features that the model reads."""

    text: str
    language: str
    topic: str
    sample: Sample


def judged() -> list[Judged]:
    """Every example, judged when it has not been learnt; kept until content or code changes."""
    file = built.var() / "confusions.json"
    settled = json.dumps([catalogue().fingerprint, choose_encoder(), chosen_models()])
    made_from = fingerprint_of(*CODE, "data/nlu", extra=settled)
    kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    if kept.get("made_from") != made_from:
        kept = {"made_from": made_from, "judged": [asdict(each) for each in judged_anew()]}
        file.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    return [Judged(**each) for each in kept["judged"]]


def judged_anew() -> list[Judged]:
    """Every example of every topic, each judged by the folds it is not in."""
    found = examples()
    if choose_encoder() == E5:
        kept_encoder().encode([each.sample.standard for each in found])
    fold_of = folds([each.text for each in found], FOLDS)
    jobs = [(found, [int(fold) == number for fold in fold_of]) for number in range(FOLDS)]
    cores = min(FOLDS, len(os.sched_getaffinity(0)))
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # read by the children when they import numpy
    # Spawned, not forked: Rasa's libraries have threads of their own by now.
    with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn")) as pool:
        return [each for part in pool.map(held_out, jobs) for each in part]


def examples() -> list[Example]:
    """The content's and the small talk's, read by the components that come before the model."""
    found = [
        (text, language, name)
        for name, topic in topics(catalogue()).items()
        for language in LANGUAGES
        for text in topic.examples.get(language, ())
    ]
    for language in LANGUAGES:
        talk = load_data(f"data/nlu/{language}").intent_examples
        found += [(message.get(TEXT), language, message.get(INTENT)) for message in talk]
    read = TrainingData([Message(data={TEXT: text, INTENT: topic}) for text, _, topic in found])
    LanguageReader().process_training_data(read)
    settings = SpacyTokenizer.get_default_config()
    SpacyTokenizer(settings, chosen_models(), None, None).process_training_data(read)
    # Rasa keeps equal messages once.
    language_of = {(text, topic): language for text, language, topic in found}
    return [
        Example(
            message.get(TEXT),
            language_of[message.get(TEXT), message.get(INTENT)],
            message.get(INTENT),
            sample(message),
        )
        for message in read.intent_examples
    ]


def held_out(job: tuple[Sequence[Example], Sequence[bool]]) -> list[Judged]:
    """The examples that are held out, judged by the others."""
    found, out = job
    encoder = Meaning(kept_encoder()) if choose_encoder() == E5 else None
    learnt = [each for each, held in zip(found, out, strict=True) if not held]
    model = TopicModel()
    model.fit([each.sample for each in learnt], [each.topic for each in learnt], encoder)
    asked = [each for each, held in zip(found, out, strict=True) if held]
    return list(_judge(model, asked, encoder))


def _judge(
    model: TopicModel, asked: Sequence[Example], encoder: SentenceEncoder | None
) -> Iterator[Judged]:
    owned = keywords()
    for each in asked:
        named = list(owned.find(each.text))
        weighed = rank(model, each.sample, named, encoder)
        likeliest = max(weighed, key=lambda topic: weighed[topic])
        yield Judged(
            text=each.text,
            language=each.language,
            topic=each.topic,
            taken_for=likeliest,
            at_once=chosen.choose(weighed, named).intent == likeliest,
        )
