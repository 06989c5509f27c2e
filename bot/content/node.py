"""A YAML value that knows its file and line and collects what is wrong with it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError

from bot.catalogue import Text
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
        return isinstance(self.value, CommentedMap) and key in self.value

    def keys(self, *, required: Collection[str] = (), optional: Collection[str] = ()) -> None:
        """Check that a mapping has the keys it must have and no others."""
        if not isinstance(self.value, CommentedMap):
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
        line = self.value.lc.key(key)[0] + 1
        return Node(self.value[key], self.file, line, self.problems, str(key))

    def entries(self) -> Iterator[tuple[str, Node]]:
        """The keys and values of a mapping; nothing when it is absent."""
        if isinstance(self.value, CommentedMap):
            for key in self.value:
                yield str(key), self.at(key)
        elif self.value is not None:
            self.problem(f"'{self.name}' is not a list of 'key: value' lines.", "see the schema.")

    def items(self) -> Iterator[Node]:
        """The items of a list; nothing when it is absent."""
        if isinstance(self.value, CommentedSeq):
            for index, item in enumerate(self.value):
                line = self.value.lc.item(index)[0] + 1
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
    yaml = YAML(typ="rt")
    try:
        text = file.read_text(encoding="utf-8")
        for event in yaml.parse(text):
            refused = "anchor" if getattr(event, "anchor", None) else None
            refused = refused or ("tag" if getattr(event, "tag", None) else None)
            if refused:
                line = event.start_mark.line + 1
                says = f"YAML {refused}s are not used here."
                fix = "write the value out."
                problems.append(Problem(file=shown, line=line, says=says, fix=fix))
                return None
        value = yaml.load(text)
    except DuplicateKeyError as error:
        line = error.problem_mark.line + 1
        says = "a key stands here twice."
        problems.append(Problem(file=shown, line=line, says=says, fix="remove one of the two."))
        return None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        says = f"the file is not valid YAML ({error.problem})."
        fix = "check the indentation, colons and quotes of this line and the one above."
        problems.append(Problem(file=shown, line=mark.line + 1, says=says, fix=fix))
        return None
    except UnicodeDecodeError:
        fix = "save the file as UTF-8."
        problems.append(Problem(file=shown, line=1, says="the file is not UTF-8.", fix=fix))
        return None
    return Node(value, shown, 1, problems, shown.stem)
