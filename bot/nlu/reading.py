"""The common shape of the components that only read a message."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.properties import text_of


class ReadingComponent(GraphComponent):
    """Calls `read` for every typed message; a button's payload is passed over."""

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GraphComponent:
        """A component; it needs no training."""
        return cls()

    def process(
        self,
        messages: List[Message],
        tracker: DialogueStateTracker = None,
    ) -> List[Message]:
        """The same messages, each with what was read in it."""
        for message in messages:
            text = text_of(message)
            if text:
                self.read(text, message, tracker)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same examples, each with what was read in it."""
        self.process(training_data.training_examples)
        return training_data

    def read(self, text: str, message: Message, tracker: DialogueStateTracker | None) -> None:
        """Set properties of one message; `tracker` is None in training and tests."""
        raise NotImplementedError
