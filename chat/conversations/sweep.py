"""Finds what a process that died left behind: unanswered messages, unfinished erasures."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from bot.log import Events
from chat.conversations.calls import owed_since
from chat.conversations.database import in_database
from chat.conversations.erasing import finish_erasures
from chat.conversations.gateway import gateway

log = Events(__name__)


async def sweep() -> None:
    """Wake the gateway for every conversation in which the bot owes an answer."""
    late = timezone.now() - timedelta(seconds=settings.UNANSWERED_AFTER)
    for conversation_id in await in_database(owed_since, late):
        log.info("unanswered_found", conversation=str(conversation_id))
        gateway.wake(conversation_id)
    await in_database(finish_erasures)
