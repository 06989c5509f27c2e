"""Reads content/matrix.yml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.catalogue import Matrix, Row
from bot.content.read_parts import PROVENANCE, provenance

if TYPE_CHECKING:
    from bot.content.node import Node

EVERYWHERE: Final = "all"
"""In place of a municipality: the whole county."""


def matrix(node: Node) -> Matrix:
    """The whole file: what the functions are called, and the rows."""
    node.keys(required=("functions", "rows"))
    return Matrix(
        functions={name: label.both() for name, label in node.at("functions").entries()},
        rows=tuple(row(item) for item in node.at("rows").items()),
    )


def row(node: Node) -> Row:
    """One item under `rows`."""
    node.keys(required=("municipality", "function", "value"), optional=PROVENANCE)
    home = node.at("municipality").text()
    return Row(
        function=node.at("function").text(),
        municipality=None if home == EVERYWHERE else home,
        value=node.at("value").both(),
        provenance=provenance(node),
    )
