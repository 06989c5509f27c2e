"""Tokens by spaCy: empty pipelines by default, named models where settings say so."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from bot.nlu.spacy_models import SpacyModelMissing, chosen_models, load_pipelines
from bot.nlu.tokenizer import LEMMAS, SpacyTokenizer
from tests.nlu.conftest import message

Make = Callable[[type], Any]


@Pipeline.component("shouting_lemmas")
def shouting_lemmas(doc: Doc) -> Doc:
    """Lemmas that nobody takes for simplemma's."""
    for token in doc:
        token.lemma_ = token.text.upper()
    return doc


@pytest.fixture
def tiny_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A pipeline a language, installed as spaCy's own models are: packages with `load`."""
    names = {"fi": "fi_core_tiny_sm", "sv": "sv_core_tiny_sm"}
    for language, name in names.items():
        pipeline = spacy.blank(language)
        pipeline.add_pipe("shouting_lemmas")
        (tmp_path / name).mkdir()
        pipeline.to_disk(tmp_path / name / name)
        (tmp_path / name / "__init__.py").write_text(
            "from pathlib import Path\n"
            "from spacy.util import load_model_from_path\n"
            "def load(**overrides):\n"
            f"    return load_model_from_path(Path(__file__).parent / '{name}', **overrides)\n",
            encoding="utf-8",
        )
        info = tmp_path / f"{name}-0.0.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.0.0\n")
        monkeypatch.setenv(f"SPACY_{language.upper()}", name)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    return names


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's own settings have no say."""
    for setting in ("SPACY_FI", "SPACY_SV"):
        monkeypatch.delenv(setting, raising=False)


def tokens(component: SpacyTokenizer, text: str, language: str = "fi") -> list[Any]:
    """The tokens of a message in a language."""
    [read] = component.process([message(text, language=language)])
    return list(read.get("text_tokens"))


def test_words_and_where_they_stand(create: Make) -> None:
    """Text and offsets, as Rasa's other components expect them."""
    found = tokens(create(SpacyTokenizer), "Kurkku  kipeä!")
    assert [(token.text, token.start, token.end) for token in found] == [
        ("Kurkku", 0, 6),
        ("kipeä", 8, 13),
        ("!", 13, 14),
    ]


@pytest.mark.parametrize(
    ("language", "text", "base"), [("fi", "kurkkua", "kurkku"), ("sv", "halsen", "hals")]
)
def test_base_forms_by_default(create: Make, language: str, text: str, base: str) -> None:
    """They come from the dictionaries of bot.language."""
    [token] = tokens(create(SpacyTokenizer), text, language)
    assert base in token.get(LEMMAS)


def test_a_message_without_a_language(create: Make) -> None:
    """It is split as Finnish."""
    [read] = create(SpacyTokenizer).process([message("kurkku kipeä")])
    assert len(read.get("text_tokens")) == 2


def test_named_models_lemmatise(tiny_models: dict[str, str], create: Make) -> None:
    """SPACY_FI and SPACY_SV switch to the named pipelines."""
    component = create(SpacyTokenizer)
    found = [tokens(component, "hals", language)[0].get(LEMMAS) for language in ("fi", "sv")]
    assert found == [["HALS"], ["HALS"]]


def test_one_named_model(
    tiny_models: dict[str, str], create: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other language keeps the dictionaries."""
    monkeypatch.delenv("SPACY_FI")
    component = create(SpacyTokenizer)
    assert "kurkku" in tokens(component, "kurkkua", "fi")[0].get(LEMMAS)
    assert tokens(component, "hals", "sv")[0].get(LEMMAS) == ["HALS"]


def test_the_choice_is_kept_in_the_model(
    tiny_models: dict[str, str], create: Make, load: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trained model uses what it was trained with, whatever the settings are now."""
    create(SpacyTokenizer).train(TrainingData())
    monkeypatch.delenv("SPACY_FI")
    monkeypatch.delenv("SPACY_SV")
    assert tokens(load(SpacyTokenizer), "hals", "sv")[0].get(LEMMAS) == ["HALS"]


def test_the_default_is_kept_in_the_model(
    create: Make, load: Make, tiny_models: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other way round: a setting made after the training waits for the next one."""
    for setting in ("SPACY_FI", "SPACY_SV"):
        monkeypatch.delenv(setting)
    create(SpacyTokenizer).train(TrainingData())
    monkeypatch.setenv("SPACY_SV", tiny_models["sv"])
    assert tokens(load(SpacyTokenizer), "tänder", "sv")[0].get(LEMMAS) == ["tända"]


def test_a_model_that_is_missing() -> None:
    """It is an error with its remedy, not a bot that understands less."""
    with pytest.raises(SpacyModelMissing, match=r"'fi_core_nowhere' is not installed.*SPACY_FI"):
        load_pipelines({"fi": "fi_core_nowhere"})


def test_the_fingerprint_follows_the_models(
    tiny_models: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another model means another training."""
    named = SpacyTokenizer.fingerprint_addon({})
    monkeypatch.delenv("SPACY_FI")
    assert SpacyTokenizer.fingerprint_addon({}) != named


def test_settings_name_the_models(tiny_models: dict[str, str]) -> None:
    """One setting a language."""
    assert chosen_models() == tiny_models
