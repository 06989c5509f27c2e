"""Services and the contacts through which they are reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from bot.catalogue.text import LANGUAGES, Language, Text

if TYPE_CHECKING:
    from bot.catalogue.facts import Confidence, Provenance
    from bot.catalogue.opening_hours import OpeningHours

ContactKind = Literal["web", "phone", "sms", "chat", "place", "form"]
Identification = Literal["anonymous", "strong", "either", "none"]


@dataclass(frozen=True, kw_only=True)
class Contact:
    """One way in: a link, a number, a place."""

    kind: ContactKind
    label: Text
    value: Text
    """Number, address or link, as the resident sees it."""

    languages: tuple[Language, ...] = LANGUAGES
    hours: OpeningHours | None = None
    """None when the hours are not known."""

    note: Text | None = None
    confidence: Confidence = "medium"


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """One Omaolo symptom assessment or form, named as Omaolo prints it."""

    id: str
    name: Text
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class Service:
    """A service a resident can be guided to."""

    id: str
    name: Text
    about: Text
    identification: Identification
    contacts: tuple[Contact, ...]
    provenance: Provenance
    local: str | None = None
    """The kind of municipal service, such as `health_station`; None for all others."""

    municipalities: tuple[str, ...] = ()
    """Whom a local service serves."""

    assessments: dict[str, Assessment] = field(default_factory=dict)

    def contacts_in(self, language: Language) -> tuple[Contact, ...]:
        """What may be shown to a resident: facts of low confidence are kept back."""
        return tuple(c for c in self.contacts if language in c.languages and c.confidence != "low")
