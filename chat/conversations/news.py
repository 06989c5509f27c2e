"""What a resident who has seen the messages up to a seq has not seen yet."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils import timezone

from chat.conversations.models import Conversation, Message


@dataclass(frozen=True, kw_only=True)
class News:
    """The new messages, and how things stand."""

    owner: str
    language: str
    typing: bool
    """Whether somebody is about to answer."""

    messages: list[dict[str, Any]] = field(default_factory=list)

    @property
    def state(self) -> dict[str, Any]:
        """Who answers, and in which language."""
        return {"owner": self.owner, "language": self.language}


def news_since(conversation_id: UUID, seq: int) -> News | None:
    """The news of a conversation; None when it is gone."""
    conversation = Conversation.objects.filter(id=conversation_id).first()
    if conversation is None:
        return None
    new = conversation.messages.filter(seq__gt=seq) if conversation.last_seq > seq else ()
    busy_until = conversation.busy_until
    return News(
        owner=conversation.owner,
        language=conversation.language,
        typing=busy_until is not None and busy_until > timezone.now(),
        messages=[as_json(message) for message in new],
    )


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
    return told if message.client_id is None else {**told, "client_id": message.client_id}
