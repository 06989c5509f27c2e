"""Finds the municipality, and whom a message is about."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message

from bot.content.current import places
from bot.language.people import age_in, who_in
from bot.nlu.properties import ONLY_PLACE, PEOPLE
from bot.nlu.reading import ReadingComponent


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class SituationReader(ReadingComponent):
    """Adds the entities `municipality` and `neighbour`, and sets `people` and `only_place`."""

    def __init__(self) -> None:
        self._places = places()

    def read(self, text: str, message: Message, tracker: DialogueStateTracker | None) -> None:
        """Read places and people."""
        home = self._places.find(text)
        found = {"municipality": home.municipality, "neighbour": home.neighbour}
        entities = [
            {"entity": name, "value": value, "start": 0, "end": len(text), "extractor": "places"}
            for name, value in found.items()
            if value
        ]
        message.set("entities", [*message.get("entities", []), *entities], add_to_output=True)
        message.set(ONLY_PLACE, home.only, add_to_output=True)
        people = {"who": who_in(text), "age": age_in(text)}
        message.set(PEOPLE, people, add_to_output=True)
