"""Joins content/ to Rasa's own files: an intent, examples and a rule for each need and FAQ."""

from __future__ import annotations

from typing import Any, Final

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.catalogue import LANGUAGES, Catalogue, Faq, Need
from bot.content.current import catalogue

NAVIGATE: Final = "action_navigate"


class ContentImporter(RasaFileImporter):
    """Serves train, run, shell and `data validate` alike.

    Raises ContentError, with every file, line and remedy, when the content is wrong.
    """

    def get_domain(self) -> Domain:
        """The domain file and the intents of the content."""
        return super().get_domain().merge(Domain.from_dict({"intents": intents(catalogue())}))

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """The examples of data/nlu and of the content."""
        return super().get_nlu_data(language).merge(TrainingData(examples(catalogue())))

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """The rules and stories of data/stories and a rule for each need and FAQ."""
        own = super().get_stories(exclusion_percentage)
        reader = YAMLStoryReader(self.get_domain())
        added = reader.read_from_parsed_yaml({"version": "3.1", "rules": rules(catalogue())})
        return StoryGraph([*own.story_steps, *added], own.story_end_checkpoints)


def topics(content: Catalogue) -> dict[str, Need | Faq]:
    """Needs and FAQs by their intents."""
    return {topic.intent: topic for topic in content.topics}


def intents(content: Catalogue) -> list[str]:
    """One intent per need and FAQ, both languages together."""
    return list(topics(content))


def examples(content: Catalogue) -> list[Message]:
    """Every example as a training message."""
    return [
        Message(data={TEXT: text, INTENT: intent})
        for intent, topic in topics(content).items()
        for language in LANGUAGES
        for text in topic.examples.get(language, ())
    ]


def rules(content: Catalogue) -> list[dict[str, Any]]:
    """A rule from each need and FAQ to navigation."""
    return [
        {"rule": f"navigate {intent}", "steps": [{"intent": intent}, {"action": NAVIGATE}]}
        for intent in topics(content)
    ]
