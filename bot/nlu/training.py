"""Trains the models and makes sure that it holds the content."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import rasa
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.utils.cli import print_info

from bot.content.current import catalogue
from bot.content.importer import topics
from bot.nlu import guard_training

MODELS: Final = Path("models")
MODEL: Final = MODELS / "opastin.tar.gz"


class ModelIncomplete(Exception):
    """The trained model lacks needs that the content has."""


def train() -> Path:
    """Train models/opastin.tar.gz and the guard's second net; what has not changed is kept.

    Raises ContentError before anything is trained when the content is wrong, and ModelIncomplete
    when the model does not hold every need: an importer that cannot be loaded is only logged by
    Rasa (DESIGN §6.3).
    """
    os.environ.setdefault("OMP_NUM_THREADS", str(os.cpu_count() or 1))  # the encoder's threads
    wanted = set(topics(catalogue()))
    rasa.train("domain.yml", "config.yml", "data", output=str(MODELS), fixed_model_name="opastin")
    missing = wanted - intents_of(MODEL)
    if missing:
        named = ", ".join(sorted(missing))
        message = f"the model lacks {named}. Fix: see that bot.content.importer can be imported."
        raise ModelIncomplete(message)
    print_info(guard_training.train())
    return MODEL


def intents_of(model: Path) -> set[str]:
    """The intents in a trained model's domain."""
    return set(LocalModelStorage.metadata_from_archive(model).domain.intents)
