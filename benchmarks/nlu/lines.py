"""Lines with their labels: the public sets, the project's own examples, the labelled lines."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml

from tests.understanding import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES: Final = ("fi", "sv")
MASSIVE: Final = {"fi": "fi-FI.jsonl.gz", "sv": "sv-SE.jsonl.gz"}
NAMES: Final = re.compile(
    r"\[(?:person|music_album|audiobook_author|(?:place|business|artist|song|radio|game|audiobook"
    r"|playlist|podcast|app|movie|transport)_name) :"
)
"""MASSIVE's marks of people, places, works and businesses."""

ORDINARY: Final = Path("tests/nlu/ordinary_lines.yml")
PRACTICE: Final = "tests/practice/{}.yml"


@dataclass(frozen=True, kw_only=True)
class Line:
    """Something that somebody may write."""

    text: str
    language: str
    label: str
    also: tuple[str, ...] = ()
    """Other labels that are as right."""

    among: tuple[str, ...] = ()
    """The labels to choose from; empty means all."""

    names: bool = False
    """A name stands in it, which is of no language."""


def massive(folder: Path, language: str, part: str = "") -> list[Line]:
    """MASSIVE's lines of one part (train, dev, test), or all."""
    with gzip.open(folder / MASSIVE[language], "rt", encoding="utf-8") as file:
        found = list(map(json.loads, file))
    return [
        Line(
            text=said["utt"],
            language=language,
            label=said["intent"],
            names=bool(NAMES.search(said["annot_utt"])),
        )
        for said in found
        if part in ("", said["partition"])
    ]


def home(folder: Path, language: str) -> list[Line]:
    """The test sentences of Home Assistant; each folder is an intent."""
    return [
        Line(text=text, language=language, label=file.parent.name)
        for file in sorted((folder / "ha_intents" / language).glob("*/*.yaml"))
        for test in yaml.safe_load(file.read_text(encoding="utf-8"))["tests"]
        for text in test["sentences"]
    ]


def swefaq(folder: Path, part: str) -> tuple[list[Line], list[Line]]:
    """The answers of all categories, and the questions, each among its category's answers."""
    with (folder / "swefaq" / f"swefaq_{part}.jsonl").open(encoding="utf-8") as file:
        asked = list(map(json.loads, file))
    names: dict[str, str] = {}
    for each in asked:
        for answer in each["candidate_answers"]:
            names.setdefault(_plain(answer), f"answer_{len(names)}")
    answers = [Line(text=text, language="sv", label=name) for text, name in names.items()]
    questions = []
    for each in asked:
        among = tuple(names[_plain(answer)] for answer in each["candidate_answers"])
        right = among[each["label"]]
        text = _plain(each["question"])
        questions.append(Line(text=text, language="sv", label=right, among=among))
    return answers, questions


def own() -> list[Line]:
    """Every example of the content, and the small talk of data/nlu, under their intents."""
    from rasa.shared.nlu.training_data.loading import load_data  # noqa: PLC0415 - Rasa is slow

    from bot.content.current import catalogue  # noqa: PLC0415 - brings Rasa too
    from bot.content.importer import topics  # noqa: PLC0415

    found = [
        Line(text=text, language=language, label=name)
        for name, topic in topics(catalogue()).items()
        for language in LANGUAGES
        for text in topic.examples.get(language, ())
    ]
    talk = (
        Line(text=said.get("text"), language=language, label=said.get("intent"))
        for language in LANGUAGES
        for said in load_data(f"data/nlu/{language}").intent_examples
    )
    return [*found, *talk]


def judging() -> list[Line]:
    """The test half of the lines labelled by topic; what is out of scope is among them."""
    return [
        Line(text=line.text, language=line.language, label=line.label, also=line.also)
        for line in labelled.topics()
        if line.half == "test"
    ]


def practice() -> list[Line]:
    """What the practice residents write, each message by itself, under the resident's name."""
    return [
        Line(text=text, language=language, label=resident["id"])
        for language in LANGUAGES
        for resident in yaml.safe_load(Path(PRACTICE.format(language)).read_text(encoding="utf-8"))
        for text in ([resident["say"]] if isinstance(resident["say"], str) else resident["say"])
    ]


def ordinary() -> Iterator[Line]:
    """Everyday lines of the tests that have nothing to do with an emergency."""
    read = yaml.safe_load(ORDINARY.read_text(encoding="utf-8"))
    for language, texts in read.items():
        yield from (Line(text=text, language=language, label="ordinary") for text in texts)


def _plain(text: str) -> str:
    """In one line."""
    return re.sub(r"\s+", " ", text).strip()
