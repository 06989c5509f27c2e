"""A YAML value that knows its file and line and collects what is wrong with it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.catalogue import Text
from bot.content import yaml_lines
from bot.content.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Node:
    """One value of a content file; reading it wrongly adds a problem and goes on."""

    value: Any
    file: Path
    line: int
    problems: list[Problem]
    name: str = ""
    """The key or item it stands under, for messages."""

    def problem(self, says: str, fix: str) -> None:
        """Note that something is wrong here."""
        self.problems.append(Problem(file=self.file, line=self.line, says=says, fix=fix))

    def has(self, key: str) -> bool:
        """Whether a mapping has a key."""
        return isinstance(self.value, yaml_lines.Mapping) and key in self.value

    def keys(self, *, required: Collection[str] = (), optional: Collection[str] = ()) -> None:
        """Check that a mapping has the keys it must have and no others."""
        if not isinstance(self.value, yaml_lines.Mapping):
            self.problem(f"'{self.name}' is not a list of 'key: value' lines.", "see the schema.")
            return
        allowed = {*required, *optional}
        for key in self.value:
            if key not in allowed:
                near = difflib.get_close_matches(str(key), sorted(allowed), 1)
                fix = f"write '{near[0]}'." if near else f"remove it, or use {_listed(allowed)}."
                self.at(key).problem(f"'{key}' is not a key here.", fix)
        for key in sorted(set(required) - set(self.value)):
            self.problem(f"'{key}' is missing.", f"add a line '{key}: …'.")

    def at(self, key: str) -> Node:
        """The value under a key; an absent one is a node with value None at this line."""
        if not self.has(key):
            return Node(None, self.file, self.line, self.problems, key)
        line = self.value.lines[key]
        return Node(self.value[key], self.file, line, self.problems, str(key))

    def entries(self) -> Iterator[tuple[str, Node]]:
        """The keys and values of a mapping; nothing when it is absent."""
        if isinstance(self.value, yaml_lines.Mapping):
            for key in self.value:
                yield str(key), self.at(key)
        elif self.value is not None:
            self.problem(f"'{self.name}' is not a list of 'key: value' lines.", "see the schema.")

    def items(self) -> Iterator[Node]:
        """The items of a list; nothing when it is absent."""
        if isinstance(self.value, yaml_lines.Sequence):
            for item, line in zip(self.value, self.value.lines, strict=True):
                yield Node(item, self.file, line, self.problems, self.name)
        elif self.value is not None:
            self.problem(f"'{self.name}' is not a list.", "write each item on a line with '- '.")

    def text(self) -> str:
        """A string that says something."""
        if isinstance(self.value, str) and self.value.strip():
            return str(self.value).strip()
        if isinstance(self.value, (int, float)) and not isinstance(self.value, bool):
            self.problem(f"'{self.name}' is a number.", f'quote it: "{self.value}".')
        else:
            self.problem(f"'{self.name}' has no text.", "write the text after the colon.")
        return ""

    def texts(self) -> tuple[str, ...]:
        """A list of strings; empty when it is absent."""
        return tuple(item.text() for item in self.items())

    def both(self) -> Text:
        """Text in both languages."""
        self.keys(required=("fi", "sv"))
        return self.both_of()

    def both_of(self) -> Text:
        """The `fi` and `sv` of a mapping that has other keys too."""
        spoken = {key: self.at(key).text() if self.has(key) else "" for key in ("fi", "sv")}
        return Text(fi=spoken["fi"], sv=spoken["sv"])

    def both_or_none(self) -> Text | None:
        """Text in both languages, or None when it is absent."""
        return None if self.value is None else self.both()

    def choice(self, allowed: Collection[str]) -> str:
        """One of a few words."""
        if self.value in allowed:
            return str(self.value)
        self.problem(f"'{self.value}' is not a {self.name}.", f"use {_listed(allowed)}.")
        return next(iter(allowed))


def _listed(words: Collection[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))


def load(file: Path, shown: Path, problems: list[Problem]) -> Node | None:
    """Load a YAML file; None, with a problem noted, when it cannot be read.

    `shown` is the path that messages give. Anchors, tags and duplicate keys are refused.
    """
    try:
        value = yaml_lines.load_file(file)
    except yaml_lines.Refused as error:
        problems.append(Problem(file=shown, line=error.line, says=error.says, fix=error.fix))
        return None
    except UnicodeDecodeError:
        fix = "save the file as UTF-8."
        problems.append(Problem(file=shown, line=1, says="the file is not UTF-8.", fix=fix))
        return None
    return Node(value, shown, 1, problems, shown.stem)
