"""What has to be done without being asked: answers and erasures left behind, and retention."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from bot.log import Events
from chat.conversations.calls import owed_since
from chat.conversations.database import in_database
from chat.conversations.erasing import finish_erasures
from chat.conversations.gateway import gateway
from chat.conversations.retention import retention

log = Events(__name__)


async def sweep() -> None:
    """Wake the gateway where the bot owes an answer, then erase what is to be erased."""
    late = timezone.now() - timedelta(seconds=settings.UNANSWERED_AFTER)
    for conversation_id in await in_database(owed_since, late):
        log.info("unanswered_found", conversation=str(conversation_id))
        gateway.wake(conversation_id)
    await in_database(finish_erasures)
    await retention.go_on()
