"""The JSON Schemas of content/schemas, each whole by itself."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from bot.content import yaml_lines
from bot.content.checks.headers import SCHEMAS, schema_of
from bot.settings import ROOT

FOLDER = ROOT / "content" / SCHEMAS
PARTS = "parts"

Schema = dict[str, Any]


@cache
def schema(name: str) -> Schema:
    """A schema, with the parts that it shares with others written in."""
    whole = _read(name)
    shared = {} if name == PARTS else _read(PARTS)["$defs"]
    own = whole.get("$defs", {})
    assert not shared.keys() & own.keys()
    return {**whole, "$defs": {**shared, **own}}


def _read(name: str) -> Schema:
    text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    found: Schema = json.loads(text.replace(f"{PARTS}.json#", "#"))
    return found


def misfits(root: Path, file: Path) -> list[str]:
    """What an editor would underline in a content file; nothing when it is none, or no YAML."""
    name = schema_of(file.relative_to(root))
    try:
        value = yaml_lines.load(file.read_text(encoding="utf-8"))
    except (yaml_lines.Refused, UnicodeDecodeError):
        return []
    if not (FOLDER / f"{name}.json").exists():
        return []
    validator = Draft202012Validator(schema(name))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def resolved(part: Schema, whole: Schema) -> Schema:
    """A part of a schema with its reference followed; what stands beside it is added."""
    if "$ref" not in part:
        return part
    target = whole["$defs"][part["$ref"].rpartition("/")[2]]
    base = resolved(target, whole)
    properties = {**base.get("properties", {}), **part.get("properties", {})}
    return {**base, **part, **({"properties": properties} if properties else {})}
