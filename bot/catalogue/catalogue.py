"""Everything the bot knows and says, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from bot.catalogue.matrix import Matrix

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.catalogue.emergency import Emergency
    from bot.catalogue.municipality import Municipality, Neighbour
    from bot.catalogue.need import Faq, Need
    from bot.catalogue.queue import Queue
    from bot.catalogue.service import Service
    from bot.catalogue.text import Text

LIMITED: Final = ("services", "needs", "faqs", "municipalities", "neighbours", "queues")
"""What may begin and end; an emergency may not."""


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

    matrix: Matrix = field(default_factory=Matrix)
    figures: dict[str, str] = field(default_factory=dict)
    """What the operator decides and answers tell, by placeholder."""

    fingerprint: str = ""
    """Hash of the content files, hexadecimal."""

    def on(self, day: date) -> Catalogue:
        """What holds on a day. Emergencies always stand: nobody is left without a number."""
        found = self._days.get(day)
        if found is None:
            found = self._without_what_is_over(day)
            self._days.clear()
            self._days[day] = found
        return found

    @cached_property
    def _days(self) -> dict[date, Catalogue]:
        """The day that was asked for last, so that a whole conversation asks once."""
        return {}

    def _without_what_is_over(self, day: date) -> Catalogue:
        if all(thing.provenance.holds_on(day) for thing in self._limited):
            return self
        held: dict[str, Any] = {name: _held(getattr(self, name), day) for name in LIMITED}
        now = replace(self, **held)
        return replace(now, menu=tuple(topic for topic in self.menu if now.knows(topic)))

    @cached_property
    def _limited(self) -> tuple[Any, ...]:
        """What begins or ends on a day."""
        things = (thing for name in LIMITED for thing in getattr(self, name).values())
        return tuple(t for t in things if t.provenance.valid_from or t.provenance.valid_until)

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

    def knows(self, topic: str) -> bool:
        """Whether there is a need or FAQ of this id."""
        return topic in self.needs or topic in self.faqs

    @property
    def topics(self) -> Iterator[Need | Faq]:
        """All that residents ask about: needs, then questions."""
        yield from self.needs.values()
        yield from self.faqs.values()

    def label(self, topic: str) -> Text:
        """The label of a need or FAQ by id; KeyError when there is neither."""
        found = self.needs.get(topic) or self.faqs[topic]
        return found.label


def _held(things: dict[str, Any], day: date) -> dict[str, Any]:
    return {name: thing for name, thing in things.items() if thing.provenance.holds_on(day)}
