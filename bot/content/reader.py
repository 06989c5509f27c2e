"""Reads content/ into a Catalogue, or says everything that is wrong with it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from bot.catalogue import Catalogue, Matrix, Text
from bot.content.node import Node, load
from bot.content.problem import ContentError, Problem
from bot.content.read_emergencies import emergency
from bot.content.read_matrix import matrix
from bot.content.read_needs import faq, need
from bot.content.read_places import municipality, neighbour, queue
from bot.content.read_services import service
from bot.content.references import dangling
from bot.settings import told_settings

if TYPE_CHECKING:
    from collections.abc import Callable

CONTENT: Final = Path(__file__).resolve().parents[2] / "content"

Thing = TypeVar("Thing")


def read_catalogue(root: Path = CONTENT) -> Catalogue:
    """Read every file of content/.

    Raises ContentError with all problems at once, each with file, line and remedy.
    """
    catalogue, problems = try_catalogue(root)
    if problems:
        raise ContentError(problems)
    return catalogue


def try_catalogue(root: Path = CONTENT) -> tuple[Catalogue, list[Problem]]:
    """Read what can be read, with the problems found on the way."""
    problems: list[Problem] = []
    reading = _Reading(root, problems)
    catalogue = Catalogue(
        services=reading.folder("services", service),
        needs=reading.folder("needs", need),
        faqs=reading.folder("faq", faq),
        emergencies=reading.folder("emergencies", emergency),
        municipalities=reading.table("municipalities.yml", municipality),
        neighbours=reading.table("neighbours.yml", neighbour),
        queues=reading.table("queues.yml", queue),
        messages=reading.messages(),
        menu=reading.menu(),
        matrix=reading.matrix(),
        figures=told_settings(),
        fingerprint=fingerprint(root),
    )
    problems += dangling(catalogue, root)
    return catalogue, problems


def fingerprint(root: Path = CONTENT) -> str:
    """A hash over every content file's path and bytes, 64 hexadecimal digits."""
    digest = hashlib.sha256()
    for file in sorted(root.rglob("*.yml")):
        digest.update(file.relative_to(root).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


class _Reading:
    """One pass over content/ that collects problems."""

    def __init__(self, root: Path, problems: list[Problem]) -> None:
        self.root = root
        self.problems = problems

    def folder(self, name: str, read: Callable[[Node, str], Thing]) -> dict[str, Thing]:
        """One thing per file."""
        found: dict[str, Thing] = {}
        for file in sorted((self.root / name).glob("*.yml")):
            node = self.open(file)
            if node is not None:
                found[file.stem] = read(node, file.stem)
        return found

    def table(self, name: str, read: Callable[[Node, str], Thing]) -> dict[str, Thing]:
        """One thing per key of a file."""
        file = self.root / name
        node = self.open(file) if file.exists() else None
        return {} if node is None else {key: read(item, key) for key, item in node.entries()}

    def messages(self) -> dict[str, Text]:
        """Every message, by `topic.key`."""
        found: dict[str, Text] = {}
        for file in sorted((self.root / "messages").glob("*.yml")):
            node = self.open(file)
            if node is not None:
                for key, item in node.entries():
                    found[f"{file.stem}.{key}"] = item.both()
        return found

    def menu(self) -> tuple[str, ...]:
        """The topics of content/menu.yml."""
        file = self.root / "menu.yml"
        node = self.open(file) if file.exists() else None
        return () if node is None else node.texts()

    def matrix(self) -> Matrix:
        """What content/matrix.yml holds."""
        file = self.root / "matrix.yml"
        node = self.open(file) if file.exists() else None
        return Matrix() if node is None else matrix(node)

    def open(self, file: Path) -> Node | None:
        """A file's node, with the path as a content owner sees it."""
        return load(file, file.relative_to(self.root.parent), self.problems)
