"""The shape of the code: who may know what (DESIGN §3)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import ROOT

PYTHON = sorted(
    path.relative_to(ROOT)
    for folder in ("actions", "bot", "chat")
    for path in (ROOT / folder).rglob("*.py")
)
LAYERS = {
    "bot/catalogue": {"bot.catalogue"},
    "bot/language": {"bot.catalogue", "bot.language"},
    "bot/navigation": {"bot.catalogue", "bot.language", "bot.navigation"},
    "bot/saying": {"bot.catalogue", "bot.navigation", "bot.saying"},
    "bot/content": {
        "bot.catalogue",
        "bot.content",
        "bot.language",
        "bot.log",
        "bot.navigation",
        "bot.release",
        "bot.saying",
        "bot.settings",
    },
}
"""What each part of the core may import of this project."""

NOT_IMPORTED_BY_CHAT = {"actions", "bot.nlu", "rasa", "rasa_sdk", "spacy", "sklearn", "lingua"}
FINNISH_OR_SWEDISH = re.compile(r"[åäöÅÄÖ]")
NAMES = re.compile("Vägvisaren|på svenska")
"""Our own name, and what a language is called in itself."""


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, dotted, and the names it takes from them."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def tree(path: Path) -> ast.Module:
    """A file as Python sees it."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def under(path: Path, *folders: str) -> bool:
    """Whether a file is, or stands in, one of the places."""
    return any(path == Path(folder) or Path(folder) in path.parents for folder in folders)


def paths(found: list[Path]) -> dict[str, object]:
    """Parameters named by their paths."""
    return {"argvalues": found, "ids": [path.as_posix() for path in found]}


@pytest.mark.parametrize(
    "path",
    **paths([p for p in PYTHON if not under(p, "actions", "bot/nlu", "bot/content/importer.py")]),
)
def test_only_the_seams_know_rasa(path: Path) -> None:
    """The rules of navigation outlive the framework."""
    assert not {name.partition(".")[0] for name in imports(path)} & {"rasa", "rasa_sdk"}


@pytest.mark.parametrize(
    "path", **paths([p for p in PYTHON if under(p, *LAYERS) and p.name != "importer.py"])
)
def test_dependencies_point_one_way(path: Path) -> None:
    """From reading and saying to navigation, from there to the catalogue, never back."""
    allowed = next(allowed for part, allowed in LAYERS.items() if under(path, part))
    ours = {name for name in imports(path) if name.startswith(("bot.", "chat", "actions"))}
    strange = {name for name in ours if not name.startswith(tuple(allowed))}
    assert strange == set()


@pytest.mark.parametrize("path", **paths([p for p in PYTHON if under(p, "chat")]))
def test_chat_runs_without_rasa(path: Path) -> None:
    """What faces the internet imports nothing of Rasa's environment."""
    strange = {
        n for n in imports(path) if n.startswith(tuple(f"{x}." for x in NOT_IMPORTED_BY_CHAT))
    }
    assert strange == set()


@pytest.mark.parametrize(
    "path",
    **paths([p for p in PYTHON if not under(p, "bot/language", "chat/conversations/migrations")]),
)
def test_words_live_in_content(path: Path) -> None:
    """No Finnish or Swedish sentence is written into code."""
    nodes = list(ast.walk(tree(path)))
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    words = [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and FINNISH_OR_SWEDISH.search(NAMES.sub("", node.value))
    ]
    assert words == []


@pytest.mark.parametrize(
    "path", **paths([p for p in PYTHON if p.as_posix() != "actions/telling.py"])
)
def test_one_place_speaks(path: Path) -> None:
    """Only actions/telling.py hands words to Rasa."""
    called = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
    assert not {name for name in called if name.startswith("utter_")}


def test_the_domain_has_no_responses() -> None:
    """Every sentence is in content/messages."""
    assert "responses:" not in (ROOT / "domain.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", **paths([p for p in PYTHON if p.as_posix() != "bot/clock.py"]))
def test_time_is_an_argument(path: Path) -> None:
    """Only the clock asks what time it is."""
    asked = {
        node.func.attr
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in ("datetime", "date")
    }
    assert not asked & {"now", "today", "utcnow"}
