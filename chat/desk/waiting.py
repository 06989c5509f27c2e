"""Who waits in which queue, how long, and who hears of it."""

from datetime import date, timedelta
from functools import partial
from math import ceil
from statistics import median
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from bot.catalogue import Queue
from bot.content.current import catalogue
from chat.conversations.wakeups import ring
from chat.desk.models import Handoff

MEASURED_OVER: Final = 10
"""So many latest waits of the day are measured; of fewer than three nothing is said."""

FEWEST_MEASURED: Final = 3
TODAY: Final = timedelta(hours=12)


def queues_for(language: str, municipality: str, need: str, day: date) -> list[Queue]:
    """Those of a day that speak the language, or else all; the own municipality's first."""
    held = catalogue().on(day).queues.values()
    fitting = [queue for queue in held if queue.serves(municipality, need)]
    speaking = [queue for queue in fitting if language in queue.languages]
    return sorted(speaking or fitting, key=lambda queue: not queue.municipalities)


def any_queue() -> str:
    """A name for where nobody can come."""
    return next(iter(catalogue().queues))


def waiting(queue: str) -> QuerySet[Handoff]:
    """Who waits in a queue, in order."""
    return Handoff.objects.filter(queue=queue, closed=None, professional=None)


def measured_wait(queue: str) -> int | None:
    """Minutes that residents have lately waited in a queue; None when too few were taken."""
    since = timezone.now() - TODAY
    lately = Handoff.objects.filter(queue=queue, taken__gte=since).order_by("-taken")
    waits = [(taken - asked).total_seconds() for asked, taken in
             lately.values_list("asked", "taken")[:MEASURED_OVER]]  # fmt: skip
    return max(1, ceil(median(waits) / 60)) if len(waits) >= FEWEST_MEASURED else None


def close(handoff: Handoff, outcome: str) -> None:
    """End a handoff; what becomes of the conversation is decided elsewhere."""
    handoff.closed, handoff.outcome = timezone.now(), outcome
    handoff.save(update_fields=["closed", "outcome"])


def bell_of(professional_id: int) -> UUID:
    """What the desk of one professional listens to."""
    return UUID(int=professional_id)


def stir_waiting(queue: str) -> None:
    """The place of everybody who waits may have changed."""
    for conversation_id in waiting(queue).values_list("conversation_id", flat=True):
        transaction.on_commit(partial(ring, conversation_id))
