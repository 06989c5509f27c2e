"""The human chat queue on our own desk: the implementation of `HumanQueue`."""

from datetime import timedelta
from functools import partial
from math import ceil
from statistics import median
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from bot.catalogue import Queue
from bot.clock import now
from bot.content.current import catalogue
from chat.conversations import people
from chat.conversations.human_queue import Standing, Why
from chat.conversations.models import Conversation, Message
from chat.conversations.wakeups import ring, shift
from chat.desk.audit import note_down
from chat.desk.models import Handoff, Outcome
from chat.desk.presence import present

MEASURED_OVER: Final = 10
"""So many latest waits of the day are measured; of fewer than three nothing is said."""

FEWEST_MEASURED: Final = 3
TODAY: Final = timedelta(hours=12)
OUTCOMES: Final[dict[Why, str]] = {"left": Outcome.LEFT, "returned": Outcome.RETURNED}


class DeskQueue:
    """Residents wait in the database; the desk's pages show them."""

    def standing(self, language: str, municipality: str, need: str) -> Standing:
        """The first queue where somebody can come; else the truth about why nobody can."""
        moment, queues = now(), queues_for(language, municipality, need)
        for queue in queues:
            there = present(queue.id, language).count()
            if queue.admits_at(moment) and there:
                return Standing(
                    queue=queue.id,
                    state="waiting",
                    open=True,
                    present=there,
                    waiting=waiting(queue.id).count(),
                    wait_minutes=measured_wait(queue.id),
                )
        admitting = [queue for queue in queues if queue.admits_at(moment)]
        if admitting:
            return Standing(queue=admitting[0].id, open=True)
        opening = [(queue.hours.next_opening(moment), queue.id) for queue in queues]
        known = [(opens, name) for opens, name in opening if opens is not None]
        opens, name = min(known, key=lambda one: one[0]) if known else (None, queues[0].id)
        return Standing(queue=name, opens=opens)

    def open(self, conversation: Conversation, card: dict[str, Any]) -> Standing:
        """Let the resident in, once, if somebody can come."""
        if conversation.handoffs.filter(closed=None).exists():
            return self.place(conversation)
        asked = (str(card.get(fact) or "") for fact in ("municipality", "need"))
        stands = self.standing(card["language"], *asked)
        if stands.state == "waiting":
            Handoff.objects.create(
                conversation=conversation,
                queue=stands.queue,
                card=card,
                urgent=bool(card.get("emergency")),
            )
            people.queued(conversation)
            stir_waiting(stands.queue)
            return self.place(conversation)
        return stands

    def place(self, conversation: Conversation) -> Standing:
        """The place from 1; none once somebody has taken."""
        handoff = conversation.handoffs.filter(closed=None).first()
        if handoff is None:
            return Standing(queue=next(iter(catalogue().queues)))
        if handoff.professional_id is not None:
            return Standing(queue=handoff.queue, state="taken", open=True)
        before = list(waiting(handoff.queue).values_list("pk", flat=True))
        return Standing(
            queue=handoff.queue,
            state="waiting",
            open=True,
            present=present(handoff.queue, conversation.language).count(),
            waiting=len(before),
            place=before.index(handoff.pk) + 1,
            wait_minutes=measured_wait(handoff.queue),
        )

    def message(self, conversation: Conversation, message: Message) -> None:
        """An emergency rises to the top; a sign of life ends the warning of a silent one."""
        handoff = conversation.handoffs.filter(closed=None).first()
        if handoff is None:
            return
        rises = bool(message.emergency) and not handoff.urgent
        if rises or handoff.warned is not None:
            handoff.urgent, handoff.warned = handoff.urgent or rises, None
            handoff.save(update_fields=["urgent", "warned"])
        if rises:
            shift(conversation)
            stir_waiting(handoff.queue)
        if handoff.professional_id is not None:
            transaction.on_commit(partial(ring, bell_of(handoff.professional_id)))

    def close(self, conversation: Conversation, why: Why) -> None:
        """Take the resident off the desk."""
        handoff = conversation.handoffs.filter(closed=None).first()
        if why == "erased":
            note_down("erase", None, conversation, queue=handoff.queue if handoff else "")
        elif handoff is not None:
            close(handoff, OUTCOMES[why])
        if handoff is not None:
            stir_waiting(handoff.queue)


def queues_for(language: str, municipality: str, need: str) -> list[Queue]:
    """The queues for a resident, their own municipality's first; those that speak the language."""
    fitting = [q for q in catalogue().queues.values() if q.serves(municipality, need)]
    speaking = [queue for queue in fitting if language in queue.languages]
    return sorted(speaking or fitting, key=lambda queue: not queue.municipalities)


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
