"""Erases a conversation everywhere: here at once, in Rasa's tracker store as soon as it can be."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import psycopg
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from bot.log import Events
from chat.conversations.human_queue import human_queue
from chat.conversations.keeping import locked
from chat.conversations.models import Erasure
from chat.databases import SECURE_DELETE, sqlite_path

MOST_FINISHED: Final = 100
"""Erasures one sweep finishes: residents who wait for an answer come first."""

log = Events(__name__)


def erase(conversation_id: UUID, silent_since: datetime | None = None) -> None:
    """Remove everything here; Rasa's name for it is kept until it is gone there too.

    With `silent_since` only if no message came after that moment. Raises ApiError when there is
    no such conversation.
    """
    with transaction.atomic():
        conversation = locked(conversation_id)
        if silent_since is not None and conversation.touched >= silent_since:
            return
        human_queue().close(conversation, "erased")
        Erasure.objects.create(rasa_sender=conversation.rasa_sender)
        sender = conversation.rasa_sender
        conversation.delete()
    _empty_write_ahead_log()
    log.info("conversation_erased", conversation=str(conversation_id))
    _forgotten(sender)


def finish_erasures() -> None:
    """Forget once more what Rasa may have written after a conversation was erased."""
    calls_are_over = timezone.now() - timedelta(seconds=settings.CALL_LEASE)
    waiting = Erasure.objects.filter(created__lt=calls_are_over).order_by("created")
    for erasure in waiting[:MOST_FINISHED]:
        if not _forgotten(erasure.rasa_sender):
            return  # one store holds them all: the next sweep tries again
        erasure.delete()


def _forgotten(sender: str) -> bool:
    """Whether Rasa's tracker store could be cleared; the sweep tries again when not."""
    try:
        forget_tracker(sender, settings.OPASTIN.rasa_tracker_db)
    except (sqlite3.Error, psycopg.Error) as failure:
        log.warning("tracker_not_erased", reason=type(failure).__name__)
        return False
    return True


def forget_tracker(sender: str, database: str) -> None:
    """Delete the rows of one sender from Rasa's SQL tracker store."""
    if database.startswith("sqlite"):
        path = Path(sqlite_path(database)).absolute()
        if path.exists():  # Rasa makes it with its first conversation
            with closing(sqlite3.connect(path, timeout=5)) as rasa, rasa:
                rasa.execute(SECURE_DELETE)
                rasa.execute("DELETE FROM events WHERE sender_id = ?", [sender])
    else:
        with psycopg.connect(database, connect_timeout=5) as rasa_server:
            rasa_server.execute("DELETE FROM events WHERE sender_id = %s", [sender])


def _empty_write_ahead_log() -> None:
    """SQLite's log still holds the pages as they were; PostgreSQL's vacuum sees to its own."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
