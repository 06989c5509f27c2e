"""Trains the model and makes sure that it holds the content."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import rasa
from rasa.engine.storage.local_model_storage import LocalModelStorage

from bot.content.current import catalogue
from bot.content.importer import topics

MODELS: Final = Path("models")
MODEL: Final = MODELS / "opastin.tar.gz"


class ModelIncomplete(Exception):
    """The trained model lacks needs that the content has."""


def train() -> Path:
    """Train models/opastin.tar.gz; what has not changed since the last time is kept.

    Raises ContentError before anything is trained when the content is wrong, and ModelIncomplete
    when the model does not hold every need: an importer that cannot be loaded is only logged by
    Rasa (DESIGN §6.3).
    """
    wanted = set(topics(catalogue()))
    rasa.train(
        "domain.yml", "config.yml", "data", output=str(MODELS), fixed_model_name="opastin"
    )
    missing = wanted - intents_of(MODEL)
    if missing:
        named = ", ".join(sorted(missing))
        message = f"the model lacks {named}. Fix: see that bot.content.importer can be imported."
        raise ModelIncomplete(message)
    return MODEL


def intents_of(model: Path) -> set[str]:
    """The intents in a trained model's domain."""
    return set(LocalModelStorage.metadata_from_archive(model).domain.intents)
