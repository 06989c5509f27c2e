"""Wakes the streams that are concerned, and only those."""

import asyncio
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Max
from django.utils import timezone

from chat.conversations.database import in_database
from chat.conversations.models import PEOPLE, Conversation, Owner

BOARD: Final = UUID(int=0)
"""What every desk listens to: residents come, move on, rise and go."""


class Bell:
    """Hangs beside one stream, and knows what it was rung for."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._event = asyncio.Event()
        self._rung_for: set[UUID] = set()

    def ring(self, key: UUID) -> None:
        """Wake the stream; called from any thread."""
        with suppress(RuntimeError):  # the loop is closed: nobody listens any more
            self._loop.call_soon_threadsafe(self._ring, key)

    async def rung(self, seconds: float) -> set[UUID]:
        """Wait until it rings, or long enough; what for."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._event.wait()
        self._event.clear()
        rung_for, self._rung_for = self._rung_for, set()
        return rung_for

    def _ring(self, key: UUID) -> None:
        self._rung_for.add(key)
        self._event.set()


_bells: defaultdict[UUID, set[Bell]] = defaultdict(set)
_seen: dict[UUID, Any] = {}
_over: Final = threading.Event()


def ring(key: UUID) -> None:
    """Something happened in a conversation, or on the board; called from any thread."""
    for bell in list(_bells.get(key, ())):
        bell.ring(key)


def stir(conversation: Conversation) -> None:
    """Something happened in a conversation; who looks at it hears of it once it is kept."""
    conversation.stirred = timezone.now()
    conversation.save(update_fields=["stirred"])
    transaction.on_commit(partial(ring, conversation.id))


def shift(conversation: Conversation) -> None:
    """A conversation came to people, moved on, rose or went: every desk hears of it."""
    conversation.moved = timezone.now()
    conversation.save(update_fields=["moved"])
    stir(conversation)
    transaction.on_commit(partial(ring, BOARD))


def open_for_listeners() -> None:
    """The process begins."""
    _over.clear()


def send_listeners_home() -> None:
    """The process stops: streams and polls end now, and browsers ask the next process."""
    _over.set()
    for conversation_id in list(_bells):
        ring(conversation_id)


def is_over() -> bool:
    """Whether the process stops."""
    return _over.is_set()


@contextmanager
def listening(*keys: UUID) -> Iterator[Bell]:
    """A bell that rings when something happens in a conversation, or on the board."""
    bell = Bell()
    for key in keys:
        _bells[key].add(bell)
    try:
        yield bell
    finally:
        for key in keys:
            _bells[key].discard(bell)
            if not _bells[key]:
                del _bells[key]


async def look_around() -> None:
    """Ring for what other processes did: one look for all open streams, however many they are."""
    listened_to = list(_bells)
    marks = await in_database(_marks, listened_to) if listened_to else {}
    for conversation_id in listened_to:
        mark = marks.get(conversation_id)
        if conversation_id not in _seen or _seen[conversation_id] != mark:
            ring(conversation_id)
    _seen.clear()
    _seen.update({one: marks.get(one) for one in listened_to})


def _marks(conversation_ids: list[UUID]) -> dict[UUID, Any]:
    """What differs when something happened; a conversation that is gone has no mark.

    Who waits is also told when others come or go: the place in the queue moves.
    """
    with_people = Conversation.objects.filter(owner__in=PEOPLE)
    board = tuple(with_people.aggregate(Count("id"), Max("moved")).values())
    rows = Conversation.objects.filter(id__in=conversation_ids).values_list(
        "id", "owner", "last_seq", "language", "busy_until", "people_type_until", "stirred"
    )
    marks = {row[0]: (row, board if row[1] == Owner.QUEUE else None) for row in rows}
    return {BOARD: board, **marks}
