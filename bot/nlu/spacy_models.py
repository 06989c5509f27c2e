"""Which spaCy pipelines split and lemmatise; empty ones unless settings name others."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import spacy

from bot.catalogue import LANGUAGES, Language

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

SETTINGS: Final[dict[Language, str]] = {"fi": "SPACY_FI", "sv": "SPACY_SV"}


class SpacyModelMissing(RuntimeError):
    """A spaCy model that a setting or a trained model names is not installed."""


def chosen_models() -> dict[str, str]:
    """The models that SPACY_FI and SPACY_SV name, by language; empty by default."""
    named = {language: os.environ.get(SETTINGS[language], "") for language in LANGUAGES}
    return {language: name for language, name in named.items() if name}


def load_pipelines(models: dict[str, str]) -> dict[str, Pipeline]:
    """A pipeline per language: the named model, or an empty one that only splits.

    Raises SpacyModelMissing with the remedy when a named model is not installed.
    """
    return {language: _load(language, models.get(language)) for language in LANGUAGES}


def _load(language: Language, model: str | None) -> Pipeline:
    if not model:
        return spacy.blank(language)
    try:
        return spacy.load(model, disable=["ner", "parser"])
    except OSError as error:
        setting = SETTINGS[language]
        message = (
            f"The spaCy model '{model}' is not installed. Fix: install the extra 'spacy-models',"
            f" or unset {setting} and train again."
        )
        raise SpacyModelMissing(message) from error
