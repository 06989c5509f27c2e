"""Placeholders that nothing fills, and braces that are none."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Final

from bot.catalogue import LANGUAGES
from bot.content.checks.things import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue
    from bot.content.checks.spot import Spot
    from bot.content.checks.things import Role
    from bot.content.problem import Problem

FILLED: Final[tuple[Role, ...]] = ("message", "answer", "words")
"""Texts with room for facts; all others are shown as they are written."""


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Texts that would be shown with a hole, or not at all."""
    known: dict[Role, frozenset[str]] = {
        "answer": frozenset(catalogue.figures),
        "words": frozenset({"number"}),
    }
    for each in said(catalogue, root):
        if each.role in FILLED:
            for language in LANGUAGES:
                text, spot = each.text.into(language), each.spot.at(language)
                yield from _unfilled(text, known.get(each.role), spot)


def _unfilled(text: str, known: frozenset[str] | None, spot: Spot) -> Iterator[Problem]:
    """`known` is None where the code that asks for the message knows its facts."""
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        says = "a brace stands alone: { and } are kept for placeholders."
        yield spot.problem(says, "remove it, or write the placeholder whole: {name}.")
        return
    for name in sorted(names - known if known is not None else ()):
        fix = f"use {', '.join(f'{{{one}}}' for one in sorted(known or ()))}, or write it out."
        yield spot.problem(f"nothing fills {{{name}}} here.", fix)
