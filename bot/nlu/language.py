"""Finds the language of each message."""

from __future__ import annotations

from typing import Any, Dict

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message

from bot.content.current import catalogue, places
from bot.language.identify import identify
from bot.nlu.fingerprint import CODE, fingerprint_of, places_of
from bot.nlu.properties import ASKED_LANGUAGE, LANGUAGE, OTHER_LANGUAGE
from bot.nlu.reading import ReadingComponent


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class LanguageReader(ReadingComponent):
    """Sets `language`, `other_language` and `asked_language`."""

    def __init__(self) -> None:
        self._places = places()

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> str:
        """The code that identifies, and the names of places."""
        return fingerprint_of(*CODE, extra=places_of(catalogue()))

    def read(self, text: str, message: Message, tracker: DialogueStateTracker | None) -> None:
        """Identify the language, given the conversation's and the page's."""
        page = (message.get("metadata") or {}).get("language")
        current = tracker.get_slot("language") if tracker else None
        found = identify(text, current=current, page=page, is_place=self._places.is_place)
        message.set(LANGUAGE, found.language, add_to_output=True)
        message.set(OTHER_LANGUAGE, found.other, add_to_output=True)
        message.set(ASKED_LANGUAGE, found.asked, add_to_output=True)
