"""Who may see and do what: by role, and by membership of the queue."""

from contextlib import suppress
from datetime import timedelta
from typing import Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from chat.conversations.errors import ApiError
from chat.conversations.keeping import locked
from chat.desk.models import Handoff, Professional, Role
from chat.desk.refusals import NotYours, Refused

MAY: Final = {
    Role.PROFESSIONAL: frozenset({"any", "answer"}),
    Role.LEAD: frozenset({"any", "answer", "lead", "edit_replies"}),
    Role.ADMINISTRATOR: frozenset({"any", "edit_replies", "manage", "audit"}),
}
"""`lead`: read, pass on and close what colleagues in the own queues have taken.

An administrator manages people and words, and reads no conversation.
"""


READABLE_FOR: Final = timedelta(hours=1)


def may(professional: Professional, what: str) -> bool:
    """Whether somebody's role allows something."""
    return what in MAY[Role(professional.role)]


def in_reach(professional: Professional) -> QuerySet[Handoff]:
    """The open handoffs of somebody's queues, and those that were passed on to them."""
    if not may(professional, "answer"):
        return Handoff.objects.none()
    queues = professional.memberships.values("queue")
    reach = Q(queue__in=queues) | Q(wanted=professional) | Q(professional=professional)
    return Handoff.objects.filter(reach, closed=None).select_related(
        "conversation", "professional", "wanted"
    )


def readable(professional: Professional, pk: int) -> Handoff:
    """A handoff whose conversation somebody may read: their own; a lead's queues; a mention.

    One's own stays readable for an hour after it was closed.
    """
    lately = timezone.now() - READABLE_FOR
    own = professional.handoffs.filter(Q(closed=None) | Q(closed__gte=lately), pk=pk)
    if (handoff := own.select_related("conversation").first()) is not None:
        return handoff
    handoff = _reached(professional, pk)
    named = handoff.notes.filter(unread_by=professional).exists()
    if not named and not may(professional, "lead"):
        raise NotYours
    return handoff


def to_take(professional: Professional, pk: int) -> Handoff:
    """A handoff that somebody may take, with its conversation locked."""
    return _locked(professional, pk)


def held(professional: Professional, pk: int) -> Handoff:
    """A handoff that somebody answers, with its conversation locked."""
    handoff = _locked(professional, pk)
    if handoff.professional_id != professional.pk:
        raise Refused("desk.not_held")
    return handoff


def movable(professional: Professional, pk: int) -> Handoff:
    """A handoff that somebody may pass on or close: their own, or any of a lead's queues."""
    handoff = _locked(professional, pk)
    if handoff.professional_id != professional.pk and not may(professional, "lead"):
        raise Refused("desk.not_held")
    return handoff


def _reached(professional: Professional, pk: int) -> Handoff:
    handoff = in_reach(professional).filter(pk=pk).first()
    if handoff is None:
        raise NotYours
    return handoff


def _locked(professional: Professional, pk: int) -> Handoff:
    """Locked first, then read: what another took meanwhile is seen."""
    with suppress(ApiError):  # erased: the next look tells
        locked(_reached(professional, pk).conversation_id)
    handoff = in_reach(professional).filter(pk=pk).first()
    if handoff is None:
        raise Refused("desk.gone")
    return handoff
