"""Examples of topics for which a rule of the guard shows an emergency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content.checks.examples import owners
from bot.navigation.emergency import Guard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue
    from bot.content.problem import Problem


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Examples that would get a card instead of their topic; reads every example (seconds)."""
    guard = Guard(catalogue.emergencies.values())
    for _, _, _, example, spot in owners(catalogue, root):
        verdict = guard.judge_by_rules(example)
        if verdict.state == "emergency":
            says = f"'{example}' shows the card of '{verdict.emergency}': {verdict.why}."
            fix = "say that rule's own words more exactly, or leave it."
            yield spot.note("examples with a card", says, fix)
