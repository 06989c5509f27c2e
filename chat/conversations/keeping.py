"""Conversations and messages as they are written, one transaction each."""

import hashlib
import secrets
from hmac import compare_digest
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from bot.log import Events
from bot.saying.reply import Reply
from chat.conversations import words
from chat.conversations.errors import ApiError
from chat.conversations.human_queue import Why, human_queue
from chat.conversations.inputs import Pressed, Typed
from chat.conversations.models import PEOPLE, Author, Conversation, Feedback, Message, Owner
from chat.conversations.owners import MOVES, Step, move
from chat.conversations.wakeups import shift, stir

log = Events(__name__)


def start(language: str, page: str) -> tuple[Conversation, str]:
    """A new conversation with its greeting, and the secret that opens it."""
    secret = secrets.token_urlsafe(32)
    greeting = words.greeting(language)
    with transaction.atomic():
        conversation = Conversation.objects.create(
            secret_hash=_hash(secret), language=language, page=page
        )
        append_reply(conversation, greeting)
    log.info("conversation_started", conversation=str(conversation.id), language=language)
    return conversation, secret


def opened(conversation_id: UUID, secret: str) -> Conversation:
    """The conversation, for whoever holds its secret."""
    conversation = Conversation.objects.filter(id=conversation_id).first()
    if conversation is None:
        raise ApiError("not_found")
    if not compare_digest(_hash(secret), conversation.secret_hash):
        raise ApiError("wrong_secret")
    return conversation


def locked(conversation_id: UUID) -> Conversation:
    """The conversation, for this transaction alone: seq and owner cannot change under it."""
    conversation = Conversation.objects.select_for_update().filter(id=conversation_id).first()
    if conversation is None:
        raise ApiError("not_found")
    return conversation


def receive(conversation_id: UUID, said: Typed | Pressed, emergency: str) -> int:
    """Store what the resident said, once; people's conversations get the emergency card at once."""
    with transaction.atomic():
        conversation = locked(conversation_id)
        known = conversation.messages.filter(client_id=said.client_id).first()
        if known is not None:
            return known.seq
        if conversation.owner == Owner.ENDED and not emergency:
            raise ApiError("conversation_ended")
        text, payload = (said.text, "") if isinstance(said, Typed) else _button(conversation, said)
        message = append(
            conversation,
            author=Author.RESIDENT,
            client_id=said.client_id,
            text=text,
            payload=payload,
            language=conversation.language,
            emergency=emergency,
            for_bot=conversation.owner == Owner.BOT,
        )
        if emergency and not message.for_bot:
            append_emergency(conversation, message)
        if conversation.owner in PEOPLE:
            conversation.resident_types_until = None
            conversation.save(update_fields=["resident_types_until"])
            human_queue().message(conversation, message)
            stir(conversation)
    return message.seq


def append(conversation: Conversation, **fields: Any) -> Message:
    """Add a message with the next seq; the conversation is locked."""
    conversation.last_seq += 1
    conversation.touched = timezone.now()
    conversation.save(update_fields=["last_seq", "touched"])
    return Message.objects.create(conversation=conversation, seq=conversation.last_seq, **fields)


def append_reply(
    conversation: Conversation, reply: Reply, to: int | None = None, author: str = Author.BOT
) -> Message:
    """Add what the bot says, or what is told beside it."""
    return append(
        conversation,
        author=author,
        text=reply.text,
        language=reply.card.get("language", conversation.language),
        buttons=[{"title": button.title, "payload": button.payload} for button in reply.buttons],
        card=reply.card,
        in_reply_to=to,
    )


def append_emergency(conversation: Conversation, message: Message) -> None:
    """Add the emergency card, unless the same one is the last thing that was shown."""
    reply = words.emergency(message.emergency, conversation.language)
    last = conversation.messages.exclude(author=Author.RESIDENT).last()
    if last is None or (last.card, last.text) != (reply.card, reply.text):
        append_reply(conversation, reply, to=message.seq)
    log.info("emergency_shown", conversation=str(conversation.id), emergency=message.emergency)


RESIDENTS_STEPS: Final[dict[Step, Why]] = {"give_back": "returned", "end": "left"}
"""What a resident may do, and what that means to people."""


def step(conversation_id: UUID, name: Step) -> str:
    """What the resident decides; who owns the conversation then. Done already, it is nothing."""
    with transaction.atomic():
        conversation = locked(conversation_id)
        if (conversation.owner, name) in MOVES:
            if conversation.owner in PEOPLE:
                human_queue().close(conversation, RESIDENTS_STEPS[name])
            move(conversation, name)
            shift(conversation)
    return str(conversation.owner)


def rate(conversation_id: UUID, rating: int, said: str) -> None:
    """Keep what the resident thought; the latest counts."""
    with transaction.atomic():
        conversation = locked(conversation_id)
        Feedback.objects.update_or_create(
            conversation=conversation, defaults={"rating": rating, "words": said}
        )


def _button(conversation: Conversation, pressed: Pressed) -> tuple[str, str]:
    """The title and the payload of a button that was offered in this conversation."""
    offered = conversation.messages.filter(seq=pressed.message, author=Author.BOT).first()
    if offered is None or pressed.index >= len(offered.buttons):
        raise ApiError("unknown_button")
    button = offered.buttons[pressed.index]
    return button["title"], button["payload"]


def _hash(secret: str) -> str:
    """A plain hash is enough: the secret is 256 random bits."""
    return hashlib.sha256(secret.encode()).hexdigest()
