"""Functions of the matrix of which nothing is known today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content.checks.spot import Spot
from bot.content.checks.things import MATRIX

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from bot.catalogue import Catalogue
    from bot.content.problem import Problem


def find(catalogue: Catalogue, root: Path, *, today: date) -> Iterator[Problem]:
    """Municipalities for which a function has no row that residents may be told; to look at."""
    matrix, homes = catalogue.matrix, tuple(catalogue.municipalities)
    for function in matrix.functions:
        lacking = [home for home in homes if not matrix.holding(function, home, today)]
        if lacking:
            where = "any municipality" if len(lacking) == len(homes) else ", ".join(lacking)
            says = f"no row tells today's '{function}' for {where}."
            spot = Spot(root, MATRIX).at("functions", function)
            yield spot.note("unknown today", says, "find it out and add a row, or leave it.")
