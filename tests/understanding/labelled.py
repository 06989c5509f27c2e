"""Lines labelled by hand, apart from the rules and examples, and the half each belongs to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE: Final = Path(__file__).parent
LANGUAGES: Final = ("fi", "sv")
NOTHING: Final = "out_of_scope"

Half = Literal["tuning", "test"]


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """What a resident may write, and what it is about."""

    text: str
    language: str
    label: str
    """An emergency's id, or a topic's intent."""

    also: tuple[str, ...] = ()
    """Other topics that answer it as well."""

    danger: bool = False
    """Whether it happens now; a look-alike has the same label and does not."""

    @property
    def half(self) -> Half:
        """Thresholds and rules may be fitted to the tuning half; the test half only judges."""
        return "tuning" if hashlib.sha256(self.text.encode()).digest()[0] % 2 else "test"


def emergencies() -> Iterator[Labelled]:
    """Emergencies and their look-alikes in both languages."""
    for language in LANGUAGES:
        read = _read(f"emergencies_{language}.yml")
        for danger, part in ((True, "emergency"), (False, "look_alike")):
            for label, texts in read[part].items():
                for text in texts:
                    yield Labelled(text=text, language=language, label=label, danger=danger)


def topics() -> Iterator[Labelled]:
    """Needs and questions in both languages, and what is out of scope."""
    for language in LANGUAGES:
        for label, lines in _read(f"topics_{language}.yml").items():
            for line in lines:
                said = {"say": line} if isinstance(line, str) else line
                also = tuple(said.get("also", ()))
                yield Labelled(text=said["say"], language=language, label=label, also=also)


def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return read
