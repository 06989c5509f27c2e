"""What stands on the board: who waits, whom I answer, who is there."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from chat.conversations.models import Conversation, Owner
from chat.conversations.signs import LOST_AFTER
from chat.desk.access import in_reach, may
from chat.desk.models import Handoff, Note, Professional
from chat.desk.presence import shown


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
    handoffs = list(in_reach(me))
    rows = [
        (
            one.pk,
            one.queue,
            one.urgent,
            one.alarmed,
            one.professional_id,
            one.wanted_id,
            one.conversation.language,
            one.is_unread and one.professional_id == me.pk and one.pk != open_chat,
        )
        for one in handoffs
    ]
    mine = sum(one.professional_id == me.pk for one in handoffs)
    return rows, me.unread_notes.count(), shown(me, mine)


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
