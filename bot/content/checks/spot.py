"""Where something stands in the content, and on which line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.content import yaml_lines
from bot.content.checks.note import Note
from bot.content.problem import Problem

if TYPE_CHECKING:
    from bot.content.checks.note import Kind

Step = str | int
"""A key of a mapping, or the number of an item in a list, from 0."""


@dataclass(frozen=True)
class Spot:
    """A file under a folder and the way into it; the line is looked up when it is wanted."""

    root: Path
    """The folder that was checked: content/, or what stands beside it."""

    name: str
    """The file's path under the folder."""

    steps: tuple[Step, ...] = ()

    def at(self, *steps: Step) -> Spot:
        """A place further in."""
        return Spot(self.root, self.name, (*self.steps, *steps))

    @property
    def file(self) -> Path:
        """The path as a content owner sees it."""
        return Path(self.root.name) / self.name

    @property
    def line(self) -> int:
        """The line, from 1; where the way breaks off, the last line on it."""
        found, line = self._whole(), 1
        for step in self.steps:
            here = _step(found, step)
            if here is None:
                break
            found, line = here
        return line

    @property
    def value(self) -> Any:
        """What is written there; None when nothing is."""
        found = self._whole()
        for step in self.steps:
            here = _step(found, step)
            if here is None:
                return None
            found = here[0]
        return found

    def problem(self, says: str, fix: str) -> Problem:
        """Something to put right here."""
        return Problem(file=self.file, line=self.line, says=says, fix=fix)

    def note(self, kind: Kind, says: str, fix: str) -> Note:
        """Something to look at here."""
        return Note(file=self.file, line=self.line, says=says, fix=fix, kind=kind)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"

    def _whole(self) -> Any:
        """The file's value; None when it cannot be read, which the reader has told."""
        try:
            return yaml_lines.load_file(self.root / self.name)
        except (yaml_lines.Refused, UnicodeDecodeError, FileNotFoundError, NotADirectoryError):
            return None


def _step(value: Any, step: Step) -> tuple[Any, int] | None:
    if isinstance(value, yaml_lines.Mapping) and isinstance(step, str) and step in value:
        return value[step], value.lines[step]
    if isinstance(value, yaml_lines.Sequence) and isinstance(step, int) and step < len(value):
        return value[step], value.lines[step]
    return None
