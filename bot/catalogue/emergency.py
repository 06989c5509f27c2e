"""Emergencies: how they are recognised, and the number that comes before anything else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from bot.catalogue.text import LANGUAGES, Language, Text

if TYPE_CHECKING:
    from datetime import datetime

    from bot.catalogue.facts import Provenance
    from bot.catalogue.opening_hours import OpeningHours

Level = Literal["life", "urgent", "support"]


@dataclass(frozen=True, kw_only=True)
class EmergencyContact:
    """A number to call."""

    number: str
    name: Text | None = None
    languages: tuple[Language, ...] = LANGUAGES
    hours: OpeningHours | None = None
    """None when it answers round the clock."""

    def answers(self, language: Language, moment: datetime) -> bool:
        """Whether someone answers in this language at this moment, in Finnish time."""
        return language in self.languages and (self.hours is None or self.hours.open_at(moment))


@dataclass(frozen=True, kw_only=True)
class Emergency:
    """A situation that is answered before anything else is asked."""

    id: str
    name: Text
    level: Level
    order: int
    """The lower wins when several fit."""

    contacts: tuple[EmergencyContact, ...]
    words: Text
    provenance: Provenance
    rules: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    descriptions: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    harmless: dict[Language, tuple[str, ...]] = field(default_factory=dict)

    def numbers(self, language: Language, moment: datetime) -> tuple[EmergencyContact, ...]:
        """The numbers that answer now, best first; a contact of any hour stands in at worst."""
        answering = tuple(c for c in self.contacts if c.answers(language, moment))
        return answering or self.contacts[:1]
