"""Take, pass on, close: each one transaction, by the table of moves, told and written down."""

from typing import Final

from django.db import transaction
from django.utils import timezone

from bot.catalogue import Language
from bot.content.current import catalogue
from chat.conversations import people
from chat.desk import notes
from chat.desk.access import held, may, movable, to_take
from chat.desk.audit import note_down
from chat.desk.models import Handoff, Outcome, Professional
from chat.desk.presence import open_chats
from chat.desk.refusals import NotYours, Refused
from chat.desk.waiting import close, stir_waiting

IDENTIFIED: Final = "hyva_digi"
"""The service where a resident goes on with their identity."""


@transaction.atomic
def take(professional: Professional, pk: int) -> Handoff:
    """Answer a resident from now on; of two at once one gets it, the other is told who."""
    handoff = to_take(professional, pk)
    if handoff.professional is not None:
        if handoff.professional == professional:
            return handoff
        raise Refused("desk.taken_by", name=handoff.professional.name)
    me = Professional.objects.select_for_update().get(pk=professional.pk)
    if open_chats(me) >= me.limit:
        raise Refused("desk.full", limit=str(me.limit))
    handoff.professional, handoff.wanted = me, None
    handoff.taken = handoff.taken or timezone.now()
    handoff.read_seq = 0
    handoff.save(update_fields=["professional", "wanted", "taken", "read_seq"])
    people.took(handoff.conversation, me.name)
    stir_waiting(handoff.queue)
    note_down("take", me, handoff.conversation, queue=handoff.queue)
    return handoff


@transaction.atomic
def to_queue(professional: Professional, pk: int, queue: str, note: str) -> None:
    """Pass a resident on to another queue; they are told and keep their place."""
    handoff = movable(professional, pk)
    name = catalogue().queues[queue].name.into(_language(handoff))
    _pass_on(handoff, professional, note, queue=queue, wanted=None)
    people.put_back(handoff.conversation, "people.to_queue", queue=name)
    note_down("transfer", professional, handoff.conversation, queue=queue)


@transaction.atomic
def to_person(professional: Professional, pk: int, to: Professional, note: str) -> None:
    """Pass a resident on to a colleague, who sees it on top of the queue."""
    handoff = movable(professional, pk)
    if to == handoff.professional or not may(to, "answer"):
        raise NotYours
    _pass_on(handoff, professional, note, queue=handoff.queue, wanted=to)
    people.put_back(handoff.conversation, "people.to_person", name=to.name)
    note_down("transfer", professional, handoff.conversation, detail=f"to {to.pk}")


@transaction.atomic
def finish(professional: Professional, pk: int, outcome: str) -> None:
    """End the conversation, and say what came of it."""
    handoff = movable(professional, pk)
    close(handoff, Outcome(outcome))
    people.ended(handoff.conversation, "people.closed")
    note_down("close", professional, handoff.conversation, queue=handoff.queue, detail=outcome)


@transaction.atomic
def to_bot(professional: Professional, pk: int) -> None:
    """Let the bot answer again."""
    handoff = movable(professional, pk)
    close(handoff, Outcome.TO_BOT)
    people.gave_back(handoff.conversation, "people.to_bot")
    note_down("close", professional, handoff.conversation, detail=Outcome.TO_BOT)


@transaction.atomic
def continue_identified(professional: Professional, pk: int) -> None:
    """Send the way to the identified service in the resident's language, and close with that."""
    handoff = held(professional, pk)
    contacts = catalogue().services[IDENTIFIED].contacts_in(_language(handoff))
    links = [contact.value.into(_language(handoff)) for contact in contacts]
    link = next(link for link in links if link.startswith("https://"))
    people.tell(handoff.conversation, "people.identified", link=link)
    close(handoff, Outcome.IDENTIFIED)
    people.ended(handoff.conversation, "people.closed")
    note_down("close", professional, handoff.conversation, detail=Outcome.IDENTIFIED)


def _pass_on(
    handoff: Handoff,
    professional: Professional,
    note: str,
    *,
    queue: str,
    wanted: Professional | None,
) -> None:
    before = handoff.queue
    handoff.queue, handoff.wanted, handoff.professional = queue, wanted, None
    handoff.alarmed = handoff.warned = None
    handoff.save(update_fields=["queue", "wanted", "professional", "alarmed", "warned"])
    if note.strip():
        notes.add(handoff, professional, note)
    stir_waiting(before)
    stir_waiting(queue)


def _language(handoff: Handoff) -> Language:
    return handoff.conversation.language
