"""Everything the bot knows and says, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.catalogue.emergency import Emergency
    from bot.catalogue.municipality import Municipality, Neighbour
    from bot.catalogue.need import Faq, Need
    from bot.catalogue.queue import Queue
    from bot.catalogue.service import Service
    from bot.catalogue.text import Text


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The content, by id; read once and never changed."""

    services: dict[str, Service] = field(default_factory=dict)
    needs: dict[str, Need] = field(default_factory=dict)
    faqs: dict[str, Faq] = field(default_factory=dict)
    emergencies: dict[str, Emergency] = field(default_factory=dict)
    municipalities: dict[str, Municipality] = field(default_factory=dict)
    neighbours: dict[str, Neighbour] = field(default_factory=dict)
    queues: dict[str, Queue] = field(default_factory=dict)
    messages: dict[str, Text] = field(default_factory=dict)
    """Every other sentence, by `topic.key`."""

    menu: tuple[str, ...] = ()
    """Topics offered when the resident has not said what they need."""

    fingerprint: str = ""
    """Hash of the content files, hexadecimal."""

    def service(self, name: str, municipality: str | None) -> Service | None:
        """A service by id, or by its local kind in a municipality; None when there is none."""
        if name in self.services:
            return self.services[name]
        local = (s for s in self.services.values() if s.local == name)
        return next((s for s in local if municipality in s.municipalities), None)

    @property
    def local_kinds(self) -> frozenset[str]:
        """The kinds of services that every municipality has its own of."""
        return frozenset(s.local for s in self.services.values() if s.local)

    def label(self, topic: str) -> Text:
        """The label of a need or FAQ by id; KeyError when there is neither."""
        found = self.needs.get(topic) or self.faqs[topic]
        return found.label
