"""What a professional writes to a resident, and what they have read."""

from django.db import transaction

from chat.conversations import people
from chat.conversations.inputs import LONGEST_TEXT
from chat.conversations.models import Message
from chat.desk.access import held
from chat.desk.audit import note_down
from chat.desk.models import Handoff, Professional
from chat.desk.refusals import Refused


@transaction.atomic
def write(professional: Professional, pk: int, text: str, client_id: str) -> Message:
    """Answer the resident; the same `client_id` twice is one message."""
    handoff = held(professional, pk)
    if not text.strip():
        raise Refused("desk.empty")
    if len(text) > LONGEST_TEXT:
        raise Refused("desk.too_long")
    before = handoff.conversation.last_seq
    message = people.say(handoff.conversation, text, f"desk-{handoff.pk}-{client_id}"[:64])
    if message.seq > before:
        note_down("write", professional, handoff.conversation, detail=f"seq {message.seq}")
    return message


def read_up_to(handoff: Handoff, seq: int) -> None:
    """Remember what the professional has on the screen."""
    Handoff.objects.filter(pk=handoff.pk, read_seq__lt=seq).update(read_seq=seq)
