"""Rasa's surroundings, made by hand, over the small county of tests.factories."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message

from bot.catalogue import Catalogue
from bot.content import current
from tests.factories import CHEST_PAIN, COUGH, catalogue, keyed


def small_county() -> Catalogue:
    """The county of the factories, with words by which a need and an emergency are found."""
    cough = replace(COUGH, keywords={"fi": ("ysk*",), "sv": ("host*",)})
    chest_pain = replace(
        CHEST_PAIN, rules={"fi": ("rinta* purist*",), "sv": ("bröst* tryck*",)}, order=1
    )
    content = catalogue()
    return replace(
        content, needs={**content.needs, "cough": cough}, emergencies=keyed([chest_pain])
    )


@pytest.fixture
def county(monkeypatch: pytest.MonkeyPatch) -> Iterator[Catalogue]:
    """The small county in place of content/, for every component built in the test."""
    content = small_county()
    monkeypatch.setattr(current, "read_catalogue", lambda _folder: content)
    current.forget()
    yield content
    current.forget()


@pytest.fixture
def surroundings(tmp_path: Path) -> tuple[LocalModelStorage, Resource, ExecutionContext]:
    """Where a component keeps what it learns."""
    folder = tmp_path / "storage"
    folder.mkdir()
    return LocalModelStorage(folder), Resource("part"), ExecutionContext(GraphSchema({}))


@pytest.fixture
def create(
    county: Catalogue, surroundings: tuple[LocalModelStorage, Resource, ExecutionContext]
) -> Callable[[type], Any]:
    """A new component, with its default configuration."""
    return lambda kind: kind.create(kind.get_default_config(), *surroundings)


@pytest.fixture
def load(
    county: Catalogue, surroundings: tuple[LocalModelStorage, Resource, ExecutionContext]
) -> Callable[[type], Any]:
    """The component that was trained before in the same surroundings."""
    return lambda kind: kind.load(kind.get_default_config(), *surroundings)


def message(text: str, **properties: object) -> Message:
    """What a resident sends."""
    return Message(data={"text": text, **properties})


def tracker(**slots: object) -> DialogueStateTracker:
    """A conversation in which slots are set."""
    kept = [AnySlot(name, mappings=[{}], initial_value=value) for name, value in slots.items()]
    return DialogueStateTracker("resident", kept)
