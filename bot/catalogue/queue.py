"""Queues in which residents wait for a professional."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
