"""Who may follow whom as the owner of a conversation: one table of moves."""

from typing import Final, Literal

from bot.log import Events
from chat.conversations.models import Conversation, Owner

Step = Literal["open", "take", "put_back", "give_back", "end"]

MOVES: Final[dict[tuple[str, Step], str]] = {
    (Owner.BOT, "open"): Owner.QUEUE,
    (Owner.BOT, "end"): Owner.ENDED,
    (Owner.QUEUE, "take"): Owner.PROFESSIONAL,
    (Owner.QUEUE, "put_back"): Owner.QUEUE,
    (Owner.QUEUE, "give_back"): Owner.BOT,
    (Owner.QUEUE, "end"): Owner.ENDED,
    (Owner.PROFESSIONAL, "put_back"): Owner.QUEUE,
    (Owner.PROFESSIONAL, "give_back"): Owner.BOT,
    (Owner.PROFESSIONAL, "end"): Owner.ENDED,
    (Owner.ENDED, "give_back"): Owner.BOT,
}

log = Events(__name__)


class MoveRefused(Exception):
    """A step that cannot be taken from where the conversation stands."""

    def __init__(self, conversation: Conversation, step: Step) -> None:
        super().__init__(
            f"Conversation {conversation.code} is owned by '{conversation.owner}': no {step}."
        )


def move(conversation: Conversation, step: Step, answerer: str = "") -> None:
    """Take a step; the conversation is locked. What the bot owed it no longer owes."""
    owner = MOVES.get((conversation.owner, step))
    if owner is None:
        raise MoveRefused(conversation, step)
    if owner != Owner.BOT:
        conversation.messages.filter(for_bot=True, answered_at=None).update(for_bot=False)
    conversation.owner = owner
    conversation.answerer = answerer
    conversation.save(update_fields=["owner", "answerer"])
    log.info("owner_changed", conversation=str(conversation.id), owner=str(owner), step=step)
