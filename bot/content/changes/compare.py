"""Everything that a change of the content does, in the order in which it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content.changes import emergencies, rest, services, topics
from bot.content.changes.change import SECTIONS
from bot.content.changes.replies import Replies

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.catalogue import Catalogue
    from bot.content.changes.change import Change


def changes(before: Catalogue, after: Catalogue, now: datetime) -> tuple[list[Change], Replies]:
    """Every change, by section; and the replies that were compared."""
    replies = Replies(before, after, now)
    found = [
        *emergencies.find(before, after, now),
        *topics.find(replies),
        *services.find(replies),
        *rest.find(before, after, now),
    ]
    return sorted(found, key=lambda change: SECTIONS.index(change.section)), replies


def report(before: Catalogue, after: Catalogue, now: datetime) -> Iterator[str]:
    """The changes as lines for a content owner."""
    found, replies = changes(before, after, now)
    section = None
    for change in found:
        if change.section != section:
            section = change.section
            yield from ("", section, "")
        yield change.title
        yield from (f"  {line}" for line in change.lines)
    yield ""
    yield f"{replies.other} of {replies.number} replies that were compared read otherwise."
