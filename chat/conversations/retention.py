"""Erases conversations RETENTION_DAYS after their last message, as the privacy page promises."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.utils import timezone

from chat.conversations.database import in_database
from chat.conversations.erasing import erase
from chat.conversations.errors import ApiError
from chat.conversations.models import Conversation

BATCH: Final = 50
"""Conversations a sweep erases; the next sweep goes on where this one stopped."""


def erase_expired() -> bool:
    """Erase one batch, oldest first; whether there may be more."""
    before = timezone.now() - timedelta(days=settings.OPASTIN.retention_days)
    expired = Conversation.objects.filter(touched__lt=before).order_by("touched")
    batch = list(expired.values_list("id", flat=True)[:BATCH])
    for conversation_id in batch:
        with suppress(ApiError):  # another process was first
            erase(conversation_id, silent_since=before)
    return len(batch) == BATCH


class Retention:
    """One process's rounds; what another process erases meanwhile is simply gone."""

    def __init__(self, erase_batch: Callable[[], bool] = erase_expired) -> None:
        self._erase_batch = erase_batch
        self._done = float("-inf")

    async def go_on(self) -> None:
        """Erase one batch, unless the last round found everything less than an hour ago."""
        if time.monotonic() - self._done < settings.EXPIRE_EVERY:
            return
        if not await in_database(self._erase_batch):
            self._done = time.monotonic()


retention = Retention()
