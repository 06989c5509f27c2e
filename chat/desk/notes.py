"""Private notes: they stay among professionals, and `@name` tells a colleague."""

import re

from bot.privacy import redact
from chat.conversations.inputs import clean
from chat.conversations.wakeups import shift
from chat.desk.audit import note_down
from chat.desk.models import Handoff, Note, Professional


def add(handoff: Handoff, author: Professional, text: str) -> Note | None:
    """Write a note; the conversation is locked. Colleagues of the queue who are named see it."""
    said = redact(clean(text))
    if not said:
        return None
    note = Note.objects.create(handoff=handoff, author=author, text=said)
    colleagues = Professional.objects.filter(memberships__queue=handoff.queue)
    note.unread_by.set([one for one in colleagues.exclude(pk=author.pk) if _named(one, said)])
    note_down("note", author, handoff.conversation, queue=handoff.queue)
    shift(handoff.conversation)
    return note


def read(handoff: Handoff, reader: Professional) -> None:
    """Who was named has looked."""
    unread = Note.unread_by.through.objects.filter(note__handoff=handoff, professional=reader)
    if unread.exists():
        unread.delete()


def _named(professional: Professional, text: str) -> bool:
    """By the name, or by its first part."""
    names = {professional.name, professional.name.split()[0], professional.account.username}
    return any(re.search(rf"@{re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names)
