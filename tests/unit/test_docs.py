"""The documentation names only what exists: verbs, settings, paths and links."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
DOCS: Final = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
SETTINGS: Final = ROOT / "docs" / "operators" / "settings.md"

GENERATED: Final = (".tools/", ".venv/", ".venv-chat/", "models/", "var/")
"""Made by `make`, absent from a fresh copy."""

READ_ELSEWHERE: Final = {
    "OPASTIN_CONTENT": "bot/release.py",
    "OPASTIN_ENCODER": "bot/language/encoder.py",
    "OPASTIN_RELEASE": "bot/release.py",
    "SPACY_FI": "bot/nlu/spacy_models.py",
    "SPACY_SV": "bot/nlu/spacy_models.py",
}
"""Settings that only one module reads."""

FENCED: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
QUOTED: Final = re.compile(r"`([^`\n]+)`")
LINK: Final = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
PATH: Final = re.compile(r"\.?[\w-]+(?:/[\w.-]+)*/?")
SETTING: Final = re.compile(r"[A-Z]+(?:_[A-Z]+)+")


def prose(doc: Path) -> str:
    """A document without its blocks of code."""
    return FENCED.sub("", doc.read_text(encoding="utf-8"))


def commands(doc: Path, name: str) -> set[str]:
    """The verbs of a command that a document names, in prose or in a block of code."""
    text = doc.read_text(encoding="utf-8")
    quoted = [command for part in QUOTED.findall(prose(doc)) for command in part.split(", ")]
    lines = [line for block in FENCED.findall(text) for line in block.splitlines()]
    named = re.compile(rf"(?:\S*python -m )?{re.escape(name)} ([a-z][a-z-]*)")
    return {found[1] for line in [*quoted, *lines] if (found := named.match(line.strip()))}


def paths(doc: Path) -> set[str]:
    """The repository's paths that stand in backticks."""
    tops = {entry.name for entry in ROOT.iterdir()} | {made.rstrip("/") for made in GENERATED}
    return {
        part
        for part in QUOTED.findall(prose(doc))
        if "/" in part and PATH.fullmatch(part) and part.split("/")[0] in tops
    }


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: str(doc.relative_to(ROOT)))
def test_every_verb_of_make_exists(doc: Path) -> None:
    """What a reader is told to type works."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    assert commands(doc, "make") <= targets


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: str(doc.relative_to(ROOT)))
def test_every_verb_of_opastin_exists(doc: Path) -> None:
    """By its short name and by its module's."""
    source = (ROOT / "bot" / "cli.py").read_text(encoding="utf-8")
    verbs = set(re.findall(r"^@app\.command\(\)\ndef (\w+)\(", source, re.MULTILINE))
    assert commands(doc, "opastin") | commands(doc, "bot.cli") <= verbs


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: str(doc.relative_to(ROOT)))
def test_every_path_exists(doc: Path) -> None:
    """In backticks, given from the root."""
    missing = {path for path in paths(doc) if not (ROOT / path).exists()}
    assert {path for path in missing if not path.startswith(GENERATED)} == set()


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: str(doc.relative_to(ROOT)))
def test_every_link_leads_somewhere(doc: Path) -> None:
    """Within the repository; pictures and the web are not followed."""
    links = {link.partition("#")[0] for link in LINK.findall(prose(doc))}
    ours = {link for link in links if link and not link.startswith(("http:", "https:", "mailto:"))}
    assert {link for link in ours if not (doc.parent / link).exists()} == set()


def test_every_setting_has_a_row_and_every_row_a_setting() -> None:
    """An operator finds each setting by name, and no setting that is gone."""
    tree = ast.parse((ROOT / "bot" / "settings.py").read_text(encoding="utf-8"))
    strings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    read = {name for name in strings if isinstance(name, str) and SETTING.fullmatch(name)}
    rows = re.findall(r"^\| `(\w+)` \|", SETTINGS.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(read | set(READ_ELSEWHERE))


@pytest.mark.parametrize("name", READ_ELSEWHERE)
def test_settings_read_elsewhere_are_still_read_there(name: str) -> None:
    """The list above holds no setting that is gone."""
    assert f'"{name}"' in (ROOT / READ_ELSEWHERE[name]).read_text(encoding="utf-8")


def test_the_documentation_is_found() -> None:
    """A moved folder does not make these tests pass by having nothing to read."""
    assert {ROOT / "README.md", SETTINGS} <= set(DOCS)
    assert commands(ROOT / "README.md", "make") >= {"run", "test"}
    assert "content/services/" in paths(ROOT / "docs" / "content-owners" / "fi" / "README.md")
