"""YAML whose values know their lines, read by the C parser: a hundred times faster than ruamel."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Final

import yaml

if TYPE_CHECKING:
    from pathlib import Path

WORDS: Final = {"true": True, "false": False, "null": None, "~": None, "": None}


class Mapping(dict[str, Any]):
    """A mapping, with the line of each key counted from 1."""

    lines: dict[str, int]


class Sequence(list[Any]):
    """A list, with the line of each item counted from 1."""

    lines: list[int]


@dataclass(eq=False)
class Refused(Exception):
    """The text is not YAML, or uses what content does not use."""

    line: int
    says: str
    fix: str


class _Loader(yaml.CSafeLoader):  # type: ignore[misc]  # yaml has no types
    """Knows the plain values of YAML 1.2 alone: `no`, `on` and `8:30` stay the text they are."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for _tag, _form, _first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?[0-9]+\.[0-9]+", list("-+0123456789")),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_form})\Z"), _first
    )


def load(text: str) -> Any:
    """The value of a YAML text. Raises Refused, also for anchors, tags and duplicate keys."""
    try:
        for event in yaml.parse(text, Loader=_Loader):
            for surprise in ("anchor", "tag"):
                if getattr(event, surprise, None):
                    line = event.start_mark.line + 1
                    raise Refused(
                        line, f"YAML {surprise}s are not used here.", "write the value out."
                    )
        return _value(yaml.compose(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        fix = "check the indentation, colons and quotes of this line and the one above."
        says = f"the file is not valid YAML ({error.problem})."
        raise Refused(mark.line + 1 if mark else 1, says, fix) from None
    except yaml.reader.ReaderError as error:
        says = f"there is a sign that is no text ({error.reason})."
        raise Refused(1, says, "remove it.") from None


def load_file(path: Path) -> Any:
    """The value of a file, read once until it changes. Raises Refused, or UnicodeDecodeError."""
    return _loaded(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1024)
def _loaded(path: Path, changed: int) -> Any:  # noqa: ARG001 - a changed file is read anew
    return load(path.read_text(encoding="utf-8"))


def _value(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node)
    if isinstance(node, yaml.SequenceNode):
        found = Sequence(_value(item) for item in node.value)
        found.lines = [item.start_mark.line + 1 for item in node.value]
        return found
    return None if node is None else _scalar(node)


def _mapping(node: yaml.MappingNode) -> Mapping:
    found = Mapping()
    found.lines = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in found:
            raise Refused(line, "a key stands here twice.", "remove one of the two.")
        found[key] = _value(value_node)
        found.lines[key] = line
    return found


def _scalar(node: yaml.ScalarNode) -> Any:
    kind = node.tag.rpartition(":")[2]
    if kind in ("null", "bool"):
        return WORDS[node.value]
    return {"int": int, "float": float}.get(kind, str)(node.value)
