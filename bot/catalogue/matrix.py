"""What each municipality has and had: a value for each function, with the days it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bot.catalogue.facts import Provenance
    from bot.catalogue.text import Text


@dataclass(frozen=True, kw_only=True)
class Row:
    """How one function is arranged in one municipality, or in the whole county."""

    function: str
    municipality: str | None
    """None is the whole county."""

    value: Text
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """Functions by municipality; rows that are over stay as history."""

    functions: dict[str, Text] = field(default_factory=dict)
    """The label of each function, by its id."""

    rows: tuple[Row, ...] = ()

    def holding(self, function: str, municipality: str | None, day: date) -> tuple[Row, ...]:
        """What residents may be told on a day: the municipality's own rows, then the county's."""
        found = (
            row
            for row in self.rows
            if row.function == function
            and row.municipality in (None, municipality)
            and row.provenance.may_be_shown_on(day)
        )
        return tuple(sorted(found, key=lambda row: row.municipality is None))
