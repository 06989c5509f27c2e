"""Wakes the streams of a conversation, and only those."""

import asyncio
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from uuid import UUID

from chat.conversations.database import in_database
from chat.conversations.models import Conversation

_bells: defaultdict[UUID, set[asyncio.Event]] = defaultdict(set)
_seen: dict[UUID, Any] = {}
_over: Final = threading.Event()


def ring(conversation_id: UUID) -> None:
    """Something happened in a conversation."""
    for bell in _bells.get(conversation_id, ()):
        bell.set()


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
def listening(conversation_id: UUID) -> Iterator[asyncio.Event]:
    """An event that is set when something happens in a conversation."""
    bell = asyncio.Event()
    _bells[conversation_id].add(bell)
    try:
        yield bell
    finally:
        _bells[conversation_id].discard(bell)
        if not _bells[conversation_id]:
            del _bells[conversation_id]


async def rung(bell: asyncio.Event, seconds: float) -> None:
    """Wait until the bell rings, or long enough."""
    try:
        async with asyncio.timeout(seconds):
            await bell.wait()
    except TimeoutError:
        return
    bell.clear()


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
    """What differs when something happened; a conversation that is gone has no mark."""
    found = Conversation.objects.filter(id__in=conversation_ids)
    return {
        row[0]: row
        for row in found.values_list("id", "last_seq", "owner", "language", "busy_until")
    }
