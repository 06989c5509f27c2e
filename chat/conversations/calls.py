"""Which message the bot answers next, and what came of it; safe with several processes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from bot.saying.reply import Reply
from chat.conversations.errors import ApiError
from chat.conversations.keeping import append_emergency, append_reply, locked
from chat.conversations.models import Conversation, Message, Owner


@dataclass(frozen=True, kw_only=True)
class Call:
    """One message on its way to Rasa."""

    conversation: UUID
    seq: int
    sender: str
    says: str
    """The words, or a button's payload."""

    language: str
    page: str
    municipality: str
    tries: int

    @classmethod
    def about(cls, message: Message) -> Self:
        """A call for a stored message."""
        conversation = message.conversation
        return cls(
            conversation=conversation.id,
            seq=message.seq,
            sender=conversation.rasa_sender,
            says=message.payload or message.text,
            language=conversation.language,
            page=conversation.page,
            municipality=conversation.municipality,
            tries=message.tries,
        )


def owed_since(moment: datetime) -> list[UUID]:
    """Conversations in which the bot owes an answer since before a moment, and nobody is at it."""
    owed = _owed().filter(created__lt=moment).filter(_free("conversation__"))
    return list(owed.values_list("conversation_id", flat=True).distinct())


def claim(conversation_id: UUID) -> Call | None:
    """The next message to answer; None when nothing is owed or another process is at it."""
    if not _owed().filter(conversation_id=conversation_id).exists():
        return None
    until = timezone.now() + timedelta(seconds=settings.CALL_LEASE)
    ours = Conversation.objects.filter(_free(), id=conversation_id).update(busy_until=until)
    if not ours:
        return None
    message = _owed().filter(conversation_id=conversation_id).order_by("seq").first()
    if message is None:
        Conversation.objects.filter(id=conversation_id).update(busy_until=None)
        return None
    message.tries += 1
    message.save(update_fields=["tries"])
    return Call.about(message)


def finish(call: Call, replies: Sequence[Reply]) -> None:
    """Store the answer with the emergency it may lack, unless a professional has taken."""
    try:
        with transaction.atomic():
            conversation = locked(call.conversation)
            message = conversation.messages.get(seq=call.seq)
            conversation.busy_until = None
            conversation.save(update_fields=["busy_until"])
            if message.answered_at is not None:
                return
            message.answered_at = timezone.now()
            message.save(update_fields=["answered_at"])
            if message.emergency and not any(is_emergency(reply) for reply in replies):
                append_emergency(conversation, message)
            if conversation.owner != Owner.PROFESSIONAL:
                _store(conversation, message, replies)
    except ApiError:
        return  # erased while Rasa was thinking: there is nobody to tell


def is_emergency(reply: Reply) -> bool:
    """Whether a reply is the card that comes before anything else."""
    return reply.card.get("card") == "emergency"


def _store(conversation: Conversation, message: Message, replies: Sequence[Reply]) -> None:
    """Each reply once; the conversation follows the language and the place the bot understood."""
    for number, reply in enumerate(replies):
        if reply in replies[:number]:
            continue
        append_reply(conversation, reply, to=message.seq)
        conversation.language = reply.card.get("language") or conversation.language
        conversation.municipality = reply.card.get("municipality") or conversation.municipality
    conversation.save(update_fields=["language", "municipality"])


def _owed() -> QuerySet[Message]:
    owed = Message.objects.filter(for_bot=True, answered_at=None, conversation__owner=Owner.BOT)
    return owed.select_related("conversation")


def _free(prefix: str = "") -> Q:
    """No process is asking, or the one that was has died."""
    late = Q(**{f"{prefix}busy_until__lt": timezone.now()})
    return Q(**{f"{prefix}busy_until": None}) | late
