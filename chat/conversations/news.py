"""What a resident who has seen the messages up to a seq has not seen yet."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from chat.conversations import words
from chat.conversations.human_queue import human_queue
from chat.conversations.models import Author, Conversation, Message, Owner


@dataclass(frozen=True, kw_only=True)
class News:
    """The new messages, and how things stand."""

    owner: str
    language: str
    told: str
    """How things stand, in the resident's words."""

    typing_until: datetime | None
    """Until when somebody is about to answer."""

    is_unseen: bool
    """Whether it has to be written down that the resident's browser has it."""

    messages: list[dict[str, Any]] = field(default_factory=list)

    @property
    def state(self) -> dict[str, Any]:
        """Who answers, in which language, and what the resident is told of it."""
        return {"owner": self.owner, "language": self.language, "told": self.told}

    @property
    def typing(self) -> bool:
        """Whether somebody is about to answer."""
        return self.typing_until is not None


def news_since(conversation_id: UUID, seq: int) -> News | None:
    """The news of a conversation; None when it is gone."""
    conversation = Conversation.objects.filter(id=conversation_id).first()
    if conversation is None:
        return None
    new = list(conversation.messages.filter(seq__gt=seq)) if conversation.last_seq > seq else []
    now = timezone.now()
    until = max(
        filter(None, [conversation.busy_until, conversation.people_type_until]), default=now
    )
    waits = conversation.owner == Owner.QUEUE
    return News(
        owner=conversation.owner,
        language=conversation.language,
        told=words.told(conversation, human_queue().place(conversation) if waits else None),
        typing_until=until if until > now else None,
        is_unseen=not is_fresh(conversation) or any(m.author != Author.RESIDENT for m in new),
        messages=[as_json(message) for message in new],
    )


def is_fresh(conversation: Conversation) -> bool:
    """Whether the last sign of the resident's browser is younger than a heartbeat."""
    young = timezone.now() - timedelta(seconds=settings.HEARTBEAT_EVERY - 1)
    return conversation.connected is not None and conversation.connected > young


def as_json(message: Message) -> dict[str, Any]:
    """A message as the resident's browser gets it: titles of buttons, never their payloads."""
    told = {
        "seq": message.seq,
        "author": message.author,
        "text": message.text,
        "lang": message.language,
        "buttons": [button["title"] for button in message.buttons],
        "card": message.card,
        "created": message.created.isoformat(timespec="seconds"),
    }
    if message.name:
        told["name"] = message.name
    if message.author == Author.RESIDENT:
        told["client_id"] = message.client_id
    return told
