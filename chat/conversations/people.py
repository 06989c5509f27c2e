"""What people do to a conversation: the way back from the queue to the resident.

Every function is given the conversation locked, and tells the resident in their language.
"""

from collections.abc import Sequence

from bot.catalogue import Service
from bot.privacy import redact
from chat.conversations import words
from chat.conversations.inputs import clean
from chat.conversations.keeping import append, append_reply
from chat.conversations.models import Author, Conversation, Message
from chat.conversations.owners import move
from chat.conversations.wakeups import shift, stir


def queued(conversation: Conversation) -> None:
    """The resident waits from now on; the bot tells what that means."""
    move(conversation, "open")
    shift(conversation)


def took(conversation: Conversation, name: str) -> None:
    """A professional answers from now on."""
    move(conversation, "take", answerer=name)
    tell(conversation, "people.taken", name=name)
    shift(conversation)


def put_back(conversation: Conversation, key: str, **facts: str) -> None:
    """The resident waits again, and is told why."""
    move(conversation, "put_back")
    tell(conversation, key, (), **facts)
    shift(conversation)


def gave_back(conversation: Conversation, key: str, ways: Sequence[Service] = ()) -> None:
    """The bot answers again."""
    move(conversation, "give_back")
    tell(conversation, key, ways)
    shift(conversation)


def ended(conversation: Conversation, key: str) -> None:
    """The conversation is over."""
    move(conversation, "end")
    tell(conversation, key)
    shift(conversation)


def say(conversation: Conversation, text: str, client_id: str) -> Message:
    """What the professional writes, once; without personal identity codes."""
    known = conversation.messages.filter(client_id=client_id).first()
    if known is not None:
        return known
    conversation.people_type_until = None
    conversation.save(update_fields=["people_type_until"])
    message = append(
        conversation,
        author=Author.PROFESSIONAL,
        name=conversation.answerer,
        client_id=client_id,
        text=redact(clean(text)),
        language=conversation.language,
    )
    stir(conversation)
    return message


def tell(
    conversation: Conversation, key: str, ways: Sequence[Service] = (), **facts: str
) -> Message:
    """One of content's sentences, with other ways to reach a person where they are given."""
    reply = words.notice(key, conversation.language, ways, **facts)
    message = append_reply(conversation, reply, author=Author.SYSTEM)
    stir(conversation)
    return message
