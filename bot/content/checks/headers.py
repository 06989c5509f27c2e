"""First lines that tell an editor how a file is built, so that it helps while one writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.content.checks.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue
    from bot.content.problem import Problem

SCHEMAS: Final = "schemas"
"""The folder of JSON Schemas: one for each folder and each table of the content."""

MARK: Final = "# yaml-language-server:"


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:  # noqa: ARG001 - files alone
    """Files that have a schema and whose first line does not name it."""
    for file in sorted(root.rglob("*.yml")):
        name = file.relative_to(root)
        if not (root / SCHEMAS / f"{schema_of(name)}.json").exists():
            continue
        with file.open(encoding="utf-8", errors="replace") as text:
            first = text.readline().rstrip("\n")
        if first != header(name):
            what = "names another schema" if first.startswith(MARK) else "names no schema"
            fix = f"begin the file with the line '{header(name)}'."
            yield Spot(root, name.as_posix()).problem(f"the first line {what}.", fix)


def header(name: Path) -> str:
    """The first line of a content file, by its path under content/."""
    up = "../" * (len(name.parts) - 1)
    return f"{MARK} $schema={up}{SCHEMAS}/{schema_of(name)}.json"


def schema_of(name: Path) -> str:
    """The schema of a content file: that of its folder, or its own."""
    return name.parts[0].removesuffix(".yml")
