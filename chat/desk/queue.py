"""The human chat queue on our own desk: the implementation of `HumanQueue`."""

from functools import partial
from typing import Any, Final

from django.db import transaction

from bot.clock import now
from chat.conversations import people
from chat.conversations.human_queue import Standing, Why
from chat.conversations.models import Conversation, Message
from chat.conversations.wakeups import ring, shift
from chat.desk.audit import note_down
from chat.desk.models import Handoff, Outcome
from chat.desk.presence import present
from chat.desk.waiting import (
    any_queue,
    bell_of,
    close,
    measured_wait,
    queues_for,
    stir_waiting,
    waiting,
)

OUTCOMES: Final[dict[Why, str]] = {"left": Outcome.LEFT, "returned": Outcome.RETURNED}


class DeskQueue:
    """Residents wait in the database; the desk's pages show them."""

    def standing(self, language: str, municipality: str, need: str) -> Standing:
        """The first queue where somebody can come; else the truth about why nobody can."""
        moment = now()
        queues = queues_for(language, municipality, need, moment.date())
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
        opening = [(queue.hours.next_opening(moment), queue) for queue in queues]
        known = [(opens, queue.id) for opens, queue in opening
                 if opens is not None and queue.provenance.holds_on(opens.date())]  # fmt: skip
        opens, name = min(known, key=lambda one: one[0]) if known else (None, any_queue())
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
            return Standing(queue=any_queue())
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
