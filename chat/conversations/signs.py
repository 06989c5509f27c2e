"""Signs of life while people own a conversation: delivered, still there, writing."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.db.models.functions import Greatest, Least
from django.utils import timezone

from chat.conversations.models import PEOPLE, Conversation
from chat.conversations.wakeups import ring

TYPING_FOR: Final = timedelta(seconds=8)
"""How long a sign of writing holds; browsers repeat it sooner."""

LOST_AFTER: Final = 2.5
"""Heartbeats after which a browser counts as gone."""


def seen(conversation_id: UUID, seq: int) -> None:
    """The resident's browser is there and has everything up to a seq."""
    now = timezone.now()
    lost = now - timedelta(seconds=LOST_AFTER * settings.HEARTBEAT_EVERY)
    signs = {"delivered_seq": Greatest("delivered_seq", Least(seq, "last_seq")), "connected": now}
    found = Conversation.objects.filter(id=conversation_id, owner__in=PEOPLE)
    news = Q(delivered_seq__lt=seq) | Q(connected=None) | Q(connected__lt=lost)
    if found.filter(news).update(**signs, stirred=now):
        ring(conversation_id)
    else:
        found.update(**signs)


def resident_types(conversation_id: UUID) -> None:
    """The resident is writing to people."""
    _note(conversation_id, resident_types_until=timezone.now() + TYPING_FOR, stirred=timezone.now())


def people_type(conversation_id: UUID) -> None:
    """The professional is writing to the resident."""
    _note(conversation_id, people_type_until=timezone.now() + TYPING_FOR)


def _note(conversation_id: UUID, **signs: datetime) -> None:
    if Conversation.objects.filter(id=conversation_id, owner__in=PEOPLE).update(**signs):
        ring(conversation_id)
