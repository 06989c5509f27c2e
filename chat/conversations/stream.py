"""The event stream of one conversation: what was missed, then what happens."""

import json
import time
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

from django.conf import settings

from chat.conversations.database import in_database
from chat.conversations.models import PEOPLE, Owner
from chat.conversations.news import News, news_since
from chat.conversations.signs import seen
from chat.conversations.wakeups import is_over, listening

TYPES = {owner: "professional" if owner in PEOPLE else "bot" for owner in Owner.values}
HEARTBEAT = ": still here\n\n"
GONE = {"owner": "ended", "language": None, "told": ""}


async def events(conversation_id: UUID, after: int) -> AsyncIterator[str]:
    """Messages after a seq as they come, until someone leaves: the resident or this process."""
    before: News | None = None
    silent_until = time.monotonic() + settings.HEARTBEAT_EVERY
    yield HEARTBEAT  # the answer's head goes out now, not with the first message
    with listening(conversation_id) as bell:
        while not is_over():
            news = await in_database(news_since, conversation_id, after)
            if news is None:
                yield event("state", GONE)
                return
            for message in news.messages:
                yield event("message", message, message["seq"])
                after = message["seq"]
            if before is None or news.state != before.state:
                yield event("state", news.state)
            if news.typing and not (before and before.typing_until == news.typing_until):
                yield event("typing", {"author": TYPES[news.owner]})
            if news.owner in PEOPLE and news.is_unseen:
                await in_database(seen, conversation_id, after)
            before = news
            if time.monotonic() >= silent_until:
                yield HEARTBEAT
                silent_until = time.monotonic() + settings.HEARTBEAT_EVERY
            await bell.rung(silent_until - time.monotonic())


def event(name: str, data: dict[str, Any], seq: int | None = None) -> str:
    """One event as it goes over the wire."""
    head = "" if seq is None else f"id: {seq}\n"
    return f"{head}event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


async def wait_for_news(conversation_id: UUID, after: int, seconds: float) -> News | None:
    """The news at once, or as soon as there are messages, at the latest when time is up."""
    end = time.monotonic() + seconds
    with listening(conversation_id) as bell:
        while True:
            news = await in_database(news_since, conversation_id, after)
            left = end - time.monotonic()
            if news is None or news.messages or left <= 0 or is_over():
                return news
            await bell.rung(left)
