"""Plain logistic regression over letters and base forms, to compare with."""

from __future__ import annotations

from typing import Any, Dict, List, Text

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer

from bot.language.normalise import normalise
from bot.nlu.choose import choose
from bot.nlu.tokenizer import LEMMAS

FILE = "plain.joblib"
C = 20.0
"""Inverse regularisation, as in the published figures for these sets."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class PlainClassifier(GraphComponent):
    """TF-IDF of character n-grams (1 to 4, within words) and of lemmas; scikit-learn's defaults."""

    def __init__(self, model: Pipeline, storage: ModelStorage, resource: Resource) -> None:
        self._model = model
        self._storage = storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PlainClassifier:
        """An untrained classifier."""
        return cls(untrained(), model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> PlainClassifier:
        """The classifier as it was trained, moments ago and by this benchmark."""
        with model_storage.read_from(resource) as folder:
            return cls(joblib.load(folder / FILE), model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the examples of every intent."""
        messages = training_data.intent_examples
        self._model.fit([pair(m) for m in messages], [m.get(INTENT) for m in messages])
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._model, folder / FILE)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Rank the intents; the rule of bot.nlu.choose says whether the first is taken."""
        for message in messages:
            found = self._model.predict_proba([pair(message)])[0]
            ranked = dict(zip(map(str, self._model.classes_), map(float, found), strict=True))
            choice = choose(ranked, ())
            intent = {"name": choice.intent, "confidence": choice.confidence}
            ranking = [{"name": name, "confidence": p} for name, p in ranked.items()]
            message.set("intent", intent, add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages


def untrained() -> Pipeline:
    """The features and the regression."""
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), sublinear_tf=True)
    bases = TfidfVectorizer(token_pattern=r"\S+", sublinear_tf=True)  # noqa: S106 - no password
    features = FeatureUnion(
        [
            ("letters", make_pipeline(FunctionTransformer(texts), letters)),
            ("bases", make_pipeline(FunctionTransformer(lemmas), bases)),
        ]
    )
    return make_pipeline(features, LogisticRegression(C=C, max_iter=1000))


def pair(message: Message) -> tuple[str, str]:
    """A message's text and its base forms."""
    tokens = message.get("text_tokens") or []
    bases = " ".join(base for token in tokens for base in token.get(LEMMAS) or ())
    return normalise(message.get(TEXT)), bases


def texts(pairs: List[tuple[str, str]]) -> List[str]:
    """The texts of pairs."""
    return [text for text, _ in pairs]


def lemmas(pairs: List[tuple[str, str]]) -> List[str]:
    """The base forms of pairs."""
    return [bases for _, bases in pairs]
