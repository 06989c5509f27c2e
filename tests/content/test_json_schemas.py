"""What an editor says of a content file while one writes is what `opastin check` says of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bot.content import read_needs, read_parts, read_services, reader, yaml_lines
from bot.content.checks import examples, services, words
from bot.content.checks.headers import header, schema_of
from bot.content.node import Node
from bot.content.read_emergencies import LEVELS
from bot.settings import ROOT
from tests.content.schemas import FOLDER, PARTS, Schema, misfits, resolved, schema
from tests.content.test_broken_content import BASE, CASES, overlay

CONTENT = ROOT / "content"
FILES = sorted(CONTENT.rglob("*.yml"))
SHAPE = {
    "address_form",
    "age_in_other_words",
    "dates_that_are_none",
    "hours_of_no_day",
    "language_missing",
    "matrix_days",
    "matrix_names",
    "more_than_three_services",
    "neither_true_nor_false",
    "phone_number_form",
    "postal_codes",
    "row_without_services",
    "texts_too_long",
    "too_few_descriptions",
    "too_few_examples_of_a_need",
    "too_few_examples_of_a_question",
    "unknown_key_and_bad_time",
    "unquoted_and_misspelt",
}
"""The broken contents that are a matter of shape; the rest takes the whole content to see."""


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.json")))
def test_a_schema_is_one(name: str) -> None:
    """Of the draft that editors know."""
    Draft202012Validator.check_schema(schema(name))


def test_every_file_has_a_schema_and_every_schema_files() -> None:
    """No kind of file is left out."""
    named = {schema_of(file.relative_to(CONTENT)) for file in FILES}
    assert named == {path.stem for path in FOLDER.glob("*.json")} - {PARTS}


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(CONTENT)) for file in FILES])
def test_a_file_fits_its_schema(file: Path) -> None:
    """An editor underlines nothing that is right, and finds the schema by the first line."""
    assert misfits(CONTENT, file) == []
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    assert first == header(file.relative_to(CONTENT))
    assert (file.parent / first.rpartition("=")[2]).resolve().parent == FOLDER


@pytest.mark.parametrize("case", [BASE, *CASES], ids=lambda case: case.name)
def test_what_is_wrong_in_shape_is_underlined(case: Path, tmp_path: Path) -> None:
    """And nothing else."""
    content = overlay(case, tmp_path)
    found = [line for file in content.rglob("*.yml") for line in misfits(content, file)]
    assert bool(found) == (case.name in SHAPE), found


@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("needs", "who.enum", read_needs.WHO),
        ("needs", "properties.asks.items.enum", read_needs.FACTS),
        ("emergencies", "properties.level.enum", LEVELS),
        ("services", "properties.identification.enum", read_services.IDENTIFICATIONS),
        ("services", "contact.properties.kind.enum", read_services.KINDS),
        ("parts", "confidence.enum", read_parts.CONFIDENCES),
        ("parts", "number.pattern", f"^(?:{services.NUMBER.pattern})$"),
        ("parts", "time.pattern", "^([01]?\\d|2[0-4])[.:][0-5]\\d$"),
        ("parts", "both_40.properties.sv.maxLength", words.LONGEST["label"]),
        ("parts", "both_60.properties.sv.maxLength", words.LONGEST["why"]),
        ("parts", "both_450.properties.sv.maxLength", words.LONGEST["answer"]),
        ("parts", "at_least_10.properties.sv.minItems", examples.FEWEST_OF_FAQ),
        ("parts", "at_least_15.properties.sv.minItems", examples.FEWEST_OF_NEED),
        ("parts", "at_least_20.properties.sv.minItems", examples.FEWEST_HARMLESS),
        ("parts", "at_least_40.properties.sv.minItems", examples.FEWEST_DESCRIPTIONS),
    ],
)
def test_limits_are_those_of_the_check(name: str, path: str, value: object) -> None:
    """One figure, one list of words, in both places."""
    whole = schema(name)
    found: Any = whole if path.startswith("properties") else whole["$defs"]
    for step in path.split("."):
        found = found[step]
    assert (tuple(found) if isinstance(found, list) else found) == value


def properties(part: object, path: str = "") -> Iterator[tuple[str, Schema]]:
    """Every property that a schema describes, with where it stands."""
    for key, value in part.items() if isinstance(part, dict) else ():
        if key == "properties" and "type" in part:  # type: ignore[operator]
            yield from ((f"{path}.{name}", found) for name, found in value.items())
        yield from properties(value, f"{path}.{key}")


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.json")))
def test_every_key_is_explained_in_both_languages(name: str) -> None:
    """Finnish and Swedish owners read the same when they point at a key."""
    whole = schema(name)
    told = {
        path: resolved(found, whole).get("description", "") for path, found in properties(whole)
    }
    assert [path for path, words_ in told.items() if words_.count(" · ") != 1] == []


Keys = dict[int, tuple[set[str], set[str]]]


@pytest.fixture(scope="module")
def known() -> tuple[dict[str, Any], Keys]:
    """The content as the reader took it: each file's value, and the keys asked of each mapping."""
    files: dict[str, Any] = {}
    asked: Keys = {}
    patched = pytest.MonkeyPatch()
    load, keys = reader.load, Node.keys

    def loading(file: Path, *rest: Any) -> Node | None:
        node = load(file, *rest)
        files[file.relative_to(CONTENT).as_posix()] = node and node.value
        return node

    def asking(node: Node, *, required: Any = (), optional: Any = ()) -> None:
        asked[id(node.value)] = (set(required), {*required, *optional})
        keys(node, required=required, optional=optional)

    patched.setattr(reader, "load", loading)
    patched.setattr(Node, "keys", asking)
    reader.try_catalogue()
    patched.undo()
    return files, asked


def mappings(value: Any, part: Schema, whole: Schema) -> Iterator[tuple[Any, Schema]]:
    """Every mapping of a value, with what its schema says of it."""
    part = resolved(part, whole)
    for choice in part.get("anyOf", ()):
        yield from mappings(value, choice, whole)
    if isinstance(value, yaml_lines.Mapping) and part.get("type") == "object":
        if "properties" in part:
            yield value, part
        others = part.get("additionalProperties") or {}
        for key, item in value.items():
            yield from mappings(item, part.get("properties", {}).get(key, others), whole)
    if isinstance(value, yaml_lines.Sequence):
        for item in value:
            yield from mappings(item, part.get("items", {}), whole)


def test_schema_and_reader_know_the_same_keys(known: tuple[dict[str, Any], Keys]) -> None:
    """What one asks for or allows, the other does too, wherever a mapping stands."""
    files, asked = known
    met: set[str] = set()
    for name, value in files.items():
        whole = schema(schema_of(Path(name)))
        for found, part in mappings(value, whole, whole):
            required, allowed = set(part.get("required", ())), set(part["properties"])
            assert asked[id(found)] == (required, allowed), f"{name}: {sorted(found)}"
            assert part["additionalProperties"] is False
            met.add(" ".join(sorted(allowed)))
    described = {
        " ".join(sorted(part["properties"]))
        for path in FOLDER.glob("*.json")
        for part in [schema(path.stem), *schema(path.stem)["$defs"].values()]
        if part.get("type") == "object" and "properties" in part
    }
    assert described - met == set()
