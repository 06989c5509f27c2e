"""Who is there: what they chose, and what their browser shows of them."""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from chat.desk.models import Handoff, Presence, Professional

SOON: Final = timedelta(seconds=20)
"""What is done so soon after the last thing is no news."""


def present(queue: str | None = None, language: str | None = None) -> QuerySet[Professional]:
    """Who can come: online, with a living browser that somebody uses; busy ones are free in time.

    With a queue, its members; with a language, those who speak it.
    """
    found = Professional.objects.filter(_living(), presence=Presence.ONLINE)
    if queue is not None:
        found = found.filter(memberships__queue=queue)
    if language is not None:
        found = found.filter(**{f"speaks_{language}": True})
    return found


def shown(professional: Professional, chats: int) -> str:
    """How somebody who answers so many residents is, as colleagues see it."""
    now = timezone.now()
    signs = ((professional.seen, settings.PRESENT_FOR), (professional.active, settings.IDLE_AFTER))
    if any(sign is None or sign < now - timedelta(seconds=age) for sign, age in signs):
        return Presence.AWAY
    if professional.presence == Presence.ONLINE and chats >= professional.limit:
        return Presence.BUSY
    return str(professional.presence)


def open_chats(professional: Professional) -> int:
    """How many residents somebody answers now."""
    return int(professional.handoffs.filter(closed=None).count())


def here(professional: Professional, *, acts: bool) -> None:
    """A sign of somebody's browser; `acts` when they did something in it."""
    now = timezone.now()
    if acts and professional.active and professional.active > now - SOON:
        return
    signs = {"seen": now, "active": now} if acts else {"seen": now}
    Professional.objects.filter(pk=professional.pk).update(**signs)


def choose(professional: Professional, presence: str) -> None:
    """Be online, busy or away."""
    professional.presence = Presence(presence)
    professional.seen = professional.active = timezone.now()
    professional.save(update_fields=["presence", "seen", "active"])


def gone() -> QuerySet[Professional]:
    """Who has shown no sign for so long that their residents must not wait for them."""
    late = timezone.now() - timedelta(seconds=settings.GONE_AFTER)
    return Professional.objects.filter(Q(seen=None) | Q(seen__lt=late))


def is_staffed(handoff: Handoff) -> bool:
    """Whether somebody is, or has just been, there for who waits."""
    lately = timezone.now() - timedelta(seconds=settings.NOBODY_FOR)
    language = handoff.conversation.language
    speaking = Q(memberships__queue=handoff.queue, **{f"speaks_{language}": True})
    at_work = ~Q(presence=Presence.AWAY) | Q(active__gte=lately)
    found = Professional.objects.filter(speaking | Q(pk=handoff.wanted_id), at_work)
    return bool(found.filter(account__is_active=True, seen__gte=lately).exists())


def _living() -> Q:
    now = timezone.now()
    return Q(
        account__is_active=True,
        seen__gte=now - timedelta(seconds=settings.PRESENT_FOR),
        active__gte=now - timedelta(seconds=settings.IDLE_AFTER),
    )
