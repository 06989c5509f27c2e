"""Where a fact comes from, how sure it is, and when it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """The source of a file of facts, and the days between which it holds."""

    source: tuple[str, ...] = ()
    source_date: str = "-"
    """Date of the newest source as the source gives it: year, month or day."""

    confirmed_on: date | None = None
    """The day the county confirmed the facts; None at delivery."""

    confidence: Confidence = "medium"
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the facts may be shown to a resident on this day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)

    def may_be_shown_on(self, day: date) -> bool:
        """Whether a name or claim is sure enough, and holds, on this day."""
        return self.confidence != "low" and self.holds_on(day)
