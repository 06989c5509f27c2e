"""Tokens by spaCy, each with its base forms."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language.lemmas import lemmas
from bot.nlu.fingerprint import fingerprint_of
from bot.nlu.properties import LANGUAGE, text_of
from bot.nlu.spacy_models import chosen_models, load_pipelines

LEMMAS = "lemmas"
CHOICE = "models.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class SpacyTokenizer(Tokenizer):
    """Splits messages; base forms come from simplemma, or from a named spaCy model.

    The choice of models is kept in the trained model, so that both sides of it agree.
    """

    def __init__(
        self,
        config: Dict[Text, Any],
        models: Dict[Text, Text],
        storage: ModelStorage,
        resource: Resource,
    ) -> None:
        super().__init__(config)
        self._models = models
        self._pipelines = load_pipelines(models)
        self._storage = storage
        self._resource = resource

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Rasa's own settings of a tokeniser; intents are never split."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
        }

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SpacyTokenizer:
        """A tokeniser over the models that the settings name."""
        return cls(config, chosen_models(), model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SpacyTokenizer:
        """A tokeniser over the models it was trained with."""
        with model_storage.read_from(resource) as folder:
            models = json.loads((folder / CHOICE).read_text(encoding="utf-8"))
        return cls(config, models, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> str:
        """The named models and the code that finds base forms."""
        return fingerprint_of("bot/language", "bot/nlu", extra=json.dumps(chosen_models()))

    def train(self, training_data: TrainingData) -> Resource:
        """Keep the choice of models."""
        with self._storage.write_to(self._resource) as folder:
            (folder / CHOICE).write_text(json.dumps(self._models), encoding="utf-8")
        return self._resource

    def tokenize(self, message: Message, attribute: Text) -> List[Token]:
        """The tokens of a message, each with the property `lemmas`."""
        language = message.get(LANGUAGE) or "fi"
        found: List[Token] = []
        said = text_of(message) if attribute == TEXT else ""
        for piece in self._pipelines[language](said or message.get(attribute)):
            if piece.is_space:
                continue
            token = Token(piece.text, piece.idx, lemma=piece.lemma_ or None)
            forms = {piece.lemma_} if language in self._models else lemmas(piece.lower_)
            token.set(LEMMAS, sorted(forms))
            found.append(token)
        return found
