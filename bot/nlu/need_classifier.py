"""Finds the need: the content owner's keywords first, then the classifier."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Dict, List, Text

import skops.io as sio
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.current import keywords
from bot.language.embedding import kept_encoder
from bot.language.encoder import E5, SentenceEncoder, choose_encoder, shared_encoder
from bot.language.normalise import normalise
from bot.language.standard import standard
from bot.nlu import choose as chosen
from bot.nlu.fingerprint import CODE, fingerprint_of
from bot.nlu.properties import CANDIDATES, GUARD, LANGUAGE, text_of
from bot.nlu.tokenizer import LEMMAS
from bot.nlu.topic_model import Sample, TopicModel
from bot.nlu.weighing import cautious, outweighs, settled
from bot.nlu.word_vectors import Meaning, made_by

MODEL_FILE = "topics.skops"
RANKING = 10
CLEAR = 0.9
"""Probability by letters, base forms and keywords from which the meaning is not asked: 37 % of the
labelled lines, found as often (99.7 %) as with it; from .8 more nonsense was led to a topic."""

TRUSTED = [
    "bot.nlu.topic_model.TopicModel",
    "scipy.sparse._csr.csr_matrix",
    "sklearn.neural_network._stochastic_optimizers.AdamOptimizer",
]
"""Types in the model file beyond scikit-learn's own that may be loaded."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class NeedClassifier(GraphComponent):
    """Sets the intent, its ranking, and the candidates when it is unsure."""

    def __init__(
        self, model: TopicModel, encoder: Text, storage: ModelStorage, resource: Resource
    ) -> None:
        self._model = model
        self._encoder: SentenceEncoder | None = Meaning(shared_encoder()) if encoder == E5 else None
        self._encoder_name = encoder
        self._keywords = keywords()
        self._storage = storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NeedClassifier:
        """An untrained classifier with the encoder that works on this machine."""
        return cls(TopicModel(), choose_encoder(), model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NeedClassifier:
        """A trained classifier with the encoder it was trained with."""
        with model_storage.read_from(resource) as folder:
            kept = sio.load(folder / MODEL_FILE, trusted=TRUSTED)
        return cls(kept["model"], kept["encoder"], model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> str:
        """The code around and the encoder; Rasa sees the examples, keywords are not learnt."""
        return fingerprint_of(*CODE, extra=f"{choose_encoder()} {made_by()}")

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the examples of every intent."""
        messages = [m for m in training_data.intent_examples if m.get(TEXT)]
        encoder = Meaning(kept_encoder()) if self._encoder_name == E5 else None
        self._model.fit([sample(m) for m in messages], [m.get(INTENT) for m in messages], encoder)
        with self._storage.write_to(self._resource) as folder:
            sio.dump({"model": self._model, "encoder": self._encoder_name}, folder / MODEL_FILE)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Classify every typed message."""
        for message in messages:
            if text_of(message):
                self._classify(message)
        return messages

    def _classify(self, message: Message) -> None:
        found = self._keywords.find(text_of(message))
        ranked = self.ranking(message, found)
        choice = settled(message) or cautious(message, chosen.choose(ranked, list(found)))
        if outweighs(message, choice):
            message.set(GUARD, {**message.get(GUARD), "state": "mention"}, add_to_output=True)
        ranking = [{"name": name, "confidence": p} for name, p in list(ranked.items())[:RANKING]]
        intent = {"name": choice.intent, "confidence": choice.confidence}
        message.set("intent", intent, add_to_output=True)
        message.set("intent_ranking", [intent, *ranking], add_to_output=True)
        candidates = [{"topic": name, "score": score} for name, score in choice.candidates]
        message.set(CANDIDATES, candidates, add_to_output=True)

    def ranking(self, message: Message, found: Collection[str]) -> Dict[Text, float]:
        """Every intent with its probability, likeliest first."""
        weighed = rank(self._model, sample(message), found, self._encoder)
        return dict(sorted(weighed.items(), key=lambda pair: -pair[1]))


def rank(
    model: TopicModel, said: Sample, keyworded: Collection[str], encoder: SentenceEncoder | None
) -> Dict[Text, float]:
    """Every intent with its probability; a text whose form is clear enough is not embedded."""
    form = model.by_form(said)
    weighed = chosen.weigh(dict(zip(model.labels, map(float, form), strict=True)), keyworded)
    if max(weighed.values()) >= CLEAR:
        return weighed
    mixed = map(float, model.by_all(form, said, encoder))
    return chosen.weigh(dict(zip(model.labels, mixed, strict=True)), keyworded)


def sample(message: Message) -> Sample:
    """A message as the model sees it."""
    tokens = message.get("text_tokens") or []
    bases = " ".join(base for token in tokens for base in token.get(LEMMAS) or ())
    text = text_of(message)
    return Sample(normalise(text), bases, standard(text, message.get(LANGUAGE) or "fi"))
