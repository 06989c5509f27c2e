"""What stands on the board: who waits, whom I answer, who is there."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.utils import timezone

from chat.conversations.models import Conversation, Owner
from chat.conversations.signs import LOST_AFTER
from chat.desk.access import in_reach, may
from chat.desk.models import Handoff, Note, Professional
from chat.desk.presence import shown

SHOWN_ON_A_BOARD: Final = (
    "pk",
    "professional_id",
    "wanted_id",
    "queue",
    "urgent",
    "alarmed",
    "conversation__language",
)


@dataclass(frozen=True, kw_only=True)
class Board:
    """The board of one professional at one moment."""

    presence: str
    waiting: list[Handoff] = field(default_factory=list)
    mine: list[Handoff] = field(default_factory=list)
    others: list[Handoff] = field(default_factory=list)
    """What colleagues answer in a lead's queues."""

    mentions: list[Note] = field(default_factory=list)


def board(me: Professional) -> Board:
    """Emergencies on top, then who asked first."""
    handoffs = list(in_reach(me))
    mine = [one for one in handoffs if one.professional_id == me.pk]
    return Board(
        presence=shown(me, len(mine)),
        waiting=[one for one in handoffs if one.professional_id is None],
        mine=mine,
        others=[one for one in handoffs if one.professional_id not in (None, me.pk)]
        if may(me, "lead")
        else [],
        mentions=list(me.unread_notes.filter(handoff__closed=None).select_related("author")),
    )


def board_mark(me: Professional, open_chat: int | None) -> Any:
    """What differs when the board has to be drawn anew."""
    rows = list(in_reach(me).values_list(*SHOWN_ON_A_BOARD, "read_seq", "conversation__last_seq"))
    mine = [(pk, last > read) for pk, by, *_, read, last in rows if by == me.pk]
    unread = [pk for pk, is_unread in mine if is_unread and pk != open_chat]
    shown_rows = [row[: len(SHOWN_ON_A_BOARD)] for row in rows]
    return shown_rows, unread, me.unread_notes.count(), shown(me, len(mine))


def chat_mark(handoff: Handoff) -> Any:
    """What differs when an open chat has to be brought up to date."""
    conversation = handoff.conversation
    return (
        conversation.stirred,
        is_typing(conversation),
        is_connected(conversation),
        handoff.professional_id,
    )


def is_typing(conversation: Conversation) -> bool:
    """Whether the resident is writing."""
    until = conversation.resident_types_until
    return until is not None and until > timezone.now()


def is_connected(conversation: Conversation) -> bool:
    """Whether the resident's browser has lately shown a sign."""
    if conversation.owner == Owner.ENDED or conversation.connected is None:
        return False
    late = timezone.now() - timedelta(seconds=LOST_AFTER * settings.HEARTBEAT_EVERY)
    return bool(conversation.connected > late)
