"""The components that only read a message, each built by hand."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.catalogue import Catalogue, Text
from bot.catalogue.municipality import Village
from bot.content import current
from bot.nlu.guard import EmergencyReader
from bot.nlu.language import LanguageReader
from bot.nlu.need_classifier import NeedClassifier
from bot.nlu.reading import ReadingComponent
from bot.nlu.situation import SituationReader
from bot.nlu.tokenizer import SpacyTokenizer
from tests.nlu.conftest import message, tracker

Create = Callable[[type], Any]
READERS = [LanguageReader, EmergencyReader, SituationReader]


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("payload", ['/inform{"municipality": "sipoo"}', "/human", ""])
def test_payloads_are_passed_over(create: Create, kind: type, payload: str) -> None:
    """A button needs no reading: its payload says it all."""
    [read] = create(kind).process([message(payload)])
    assert read.data == {"text": payload}


@pytest.mark.parametrize("kind", READERS)
def test_training_reads_like_running(create: Create, kind: type) -> None:
    """What the classifier learns from looks like what it will meet."""
    from rasa.shared.nlu.training_data.training_data import TrainingData  # noqa: PLC0415

    text = "Sipoossa lapsella rinta puristaa"
    data = create(kind).process_training_data(TrainingData([message(text)]))
    [read] = create(kind).process([message(text)])
    assert data.training_examples[0].data == read.data


def test_a_reader_reads() -> None:
    """The common shape does nothing by itself."""
    with pytest.raises(NotImplementedError):
        ReadingComponent().process([message("x")])


def test_the_language_of_a_message(create: Create) -> None:
    """Found, and passed on with the message."""
    [read] = create(LanguageReader).process([message("barnet har hög feber och hosta")])
    assert {name: read.get(name) for name in ("language", "other_language", "asked_language")} == {
        "language": "sv",
        "other_language": False,
        "asked_language": None,
    }
    assert {"language", "other_language", "asked_language"} <= read.output_properties


def test_the_language_of_the_conversation(create: Create) -> None:
    """A short message stays in it."""
    [read] = create(LanguageReader).process([message("ok")], tracker(language="sv"))
    assert read.get("language") == "sv"


def test_the_language_of_the_page(create: Create) -> None:
    """It holds when nothing else is known."""
    [read] = create(LanguageReader).process([message("ok", metadata={"language": "sv"})])
    assert read.get("language") == "sv"


def test_the_guard(create: Create) -> None:
    """Its verdict goes with the message."""
    [read] = create(EmergencyReader).process([message("rintaa puristaa kovasti")])
    assert read.get("guard") == {"state": "emergency", "emergency": "chest_pain", "danger": 0.0}


def test_the_guard_finds_nothing(create: Create) -> None:
    """The verdict is passed on all the same."""
    [read] = create(EmergencyReader).process([message("kurkku kipeä")])
    assert read.get("guard") == {"state": "none", "emergency": None, "danger": 0.0}


@pytest.mark.parametrize(
    ("text", "entity", "value", "only"),
    [
        ("Sipoossa hammas särkee", "municipality", "sipoo", False),
        ("Sibbo", "municipality", "sipoo", True),
        ("asun Helsingissä", "neighbour", "helsinki", True),
    ],
)
def test_places(create: Create, text: str, entity: str, value: str, only: bool) -> None:
    """A home becomes an entity; a message that is only a place is marked."""
    [read] = create(SituationReader).process([message(text)])
    [found] = read.get("entities")
    assert (found["entity"], found["value"], read.get("only_place")) == (entity, value, only)


def test_no_places(create: Create) -> None:
    """Entities of others are kept."""
    others = [{"entity": "x", "value": "y"}]
    [read] = create(SituationReader).process([message("kurkku kipeä", entities=others)])
    assert read.get("entities") == others


def test_people(create: Create) -> None:
    """Whom it concerns, and how old they are."""
    [read] = create(SituationReader).process([message("poika 4 v, korva kipeä")])
    assert read.get("people") == {"who": "child", "age": 4}


@pytest.mark.parametrize("kind", [SpacyTokenizer, NeedClassifier])
def test_the_fingerprint_follows_the_content(
    kind: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    """Rasa trains again when the words or the code around a component have changed."""
    monkeypatch.setenv("OPASTIN_ENCODER", "none")
    monkeypatch.setattr("bot.nlu.fingerprint.ROOT", tmp_path)
    file = tmp_path / "bot/language/words.py"
    file.parent.mkdir(parents=True)
    file.write_text("a", encoding="utf-8")
    before = kind.fingerprint_addon({})
    assert kind.fingerprint_addon({}) == before
    file.write_text("b", encoding="utf-8")
    assert kind.fingerprint_addon({}) != before


def test_the_classifier_follows_the_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model is of use with its own encoder alone."""
    prints = set()
    for encoder in ("none", "e5"):
        monkeypatch.setenv("OPASTIN_ENCODER", encoder)
        prints.add(NeedClassifier.fingerprint_addon({}))
    assert len(prints) == 2


def test_the_language_of_examples_follows_the_places(
    county: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new village may change in which language an example is read; a phone number does not."""
    before = LanguageReader.fingerprint_addon({})
    assert LanguageReader.fingerprint_addon({}) == before
    village = replace(
        county.municipalities["sipoo"], villages=(Village(name=Text(fi="Kylä", sv="Byn")),)
    )
    changed = replace(county, municipalities={**county.municipalities, "sipoo": village})
    monkeypatch.setattr(current, "read_catalogue", lambda _folder: changed)
    current.forget()
    assert LanguageReader.fingerprint_addon({}) != before


def test_files_of_other_kinds_are_no_part_of_a_fingerprint(tmp_path: Any) -> None:
    """Byte code and notes come and go."""
    from bot.nlu import fingerprint  # noqa: PLC0415

    before = fingerprint.fingerprint_of("bot/nlu/choose.py")
    assert before != fingerprint.fingerprint_of("bot/nlu/choose.py", extra="x")
