"""Other sentences, the menu, places and queues."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from bot.catalogue import LANGUAGES
from bot.content.changes.change import Change, Section, both, told
from bot.saying.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.catalogue import Catalogue

SAID: Final[Section] = "What else is said"
REST: Final[Section] = "Municipalities, queues and the rest"
NAMES: Final = {"provenance": "source or days", "in_": "in", "also": "forms of the name"}
"""Parts of an entry whose names in code an owner does not know."""


def find(before: Catalogue, after: Catalogue, now: datetime) -> Iterator[Change]:
    """Sentences in full; of all else, what has changed."""
    for key in sorted({*before.messages, *after.messages}):
        old, new = before.messages.get(key), after.messages.get(key)
        lines = [
            line
            for language in LANGUAGES
            for line in told(
                language, old.into(language) if old else "", new.into(language) if new else ""
            )
        ]
        if lines:
            yield Change(section=SAID, title=key, lines=tuple(lines))
    menu = tuple(told("buttons", _menu(before), _menu(after)))
    if menu:
        yield Change(section=SAID, title="Menu", lines=menu)
    words = Words(before, "fi", now), Words(after, "fi", now)
    for table in ("municipalities", "neighbours", "queues"):
        yield from _entries(getattr(before, table), getattr(after, table), words)
    if before.matrix != after.matrix:
        rows = told("rows", str(len(before.matrix.rows)), str(len(after.matrix.rows)))
        yield Change(section=REST, title="matrix.yml", lines=tuple(rows) or ("rows have changed",))


def _menu(catalogue: Catalogue) -> str:
    return ", ".join(both(catalogue.label(topic)) for topic in catalogue.menu)


def _entries(
    before: dict[str, Any], after: dict[str, Any], words: tuple[Words, Words]
) -> Iterator[Change]:
    """Which parts of an entry have changed; its hours in full."""
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old is None:
            yield Change(section=REST, title=f"{both(after[name].name)}: NEW")
        elif new is None:
            yield Change(section=REST, title=f"{both(old.name)}: GONE")
        elif old != new:
            parts = [f.name for f in fields(new) if getattr(old, f.name) != getattr(new, f.name)]
            lines = [f"changed: {', '.join(NAMES.get(part, part) for part in parts)}"]
            if "hours" in parts:
                was, now = (
                    one.hours(entry.hours) for one, entry in zip(words, (old, new), strict=True)
                )
                lines += told("hours", was or "", now or "")
            yield Change(section=REST, title=both(new.name), lines=tuple(lines))
