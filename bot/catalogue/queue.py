"""Queues in which residents wait for a professional."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.catalogue.facts import Provenance

if TYPE_CHECKING:
    from datetime import datetime

    from bot.catalogue.opening_hours import OpeningHours
    from bot.catalogue.text import Language, Text


@dataclass(frozen=True, kw_only=True)
class Queue:
    """One queue; the county's serves everyone, a municipality's its own residents."""

    id: str
    name: Text
    languages: tuple[Language, ...]
    hours: OpeningHours
    municipalities: tuple[str, ...] = ()
    """Whose residents it serves; none named means everyone's."""

    needs: tuple[str, ...] = ()
    """Needs it is for; none named means all."""

    last_admission: timedelta = timedelta()
    """How long before closing nobody is let in any more."""

    provenance: Provenance = field(default_factory=Provenance)

    def serves(self, municipality: str | None, need: str | None) -> bool:
        """Whether it is for a resident of a municipality with a need."""
        is_home = not self.municipalities or municipality in self.municipalities
        return is_home and (not self.needs or need in self.needs)

    def admits_at(self, moment: datetime) -> bool:
        """Whether a resident is let in: open now, and long enough from closing."""
        return self.hours.open_at(moment) and self.hours.open_at(moment + self.last_admission)
