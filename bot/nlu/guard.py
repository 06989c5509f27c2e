"""The emergency guard as a component."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message

from bot.content.current import guard
from bot.nlu.properties import GUARD
from bot.nlu.reading import ReadingComponent


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class EmergencyReader(ReadingComponent):
    """Sets `guard`, by the same function that chat calls."""

    def __init__(self) -> None:
        self._guard = guard()

    def read(self, text: str, message: Message, tracker: DialogueStateTracker | None) -> None:
        """Judge the message."""
        verdict = self._guard.judge(text)
        found = {
            "state": verdict.state,
            "emergency": verdict.emergency,
            "danger": verdict.danger,
        }
        message.set(GUARD, found, add_to_output=True)
