"""Who asked for a professional, and what became of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from chat.conversations.models import Conversation
from chat.desk.models.people import QUEUE_ID, Professional


class Outcome(models.TextChoices):
    """How a handoff ended; the first four are chosen at the desk."""

    ANSWERED = "answered"
    GUIDED = "guided"
    IDENTIFIED = "identified"
    TO_BOT = "to_bot"
    LEFT = "left"
    RETURNED = "returned"
    SILENT = "silent"
    NOBODY = "nobody"


class Handoff(models.Model):
    """One request for a professional, with what the bot knew when it was made."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="handoffs"
    )
    queue = models.CharField(max_length=QUEUE_ID)
    card = models.JSONField()
    urgent = models.BooleanField(default=False)
    """An emergency was seen, by the bot or by chat's own guard."""

    asked = models.DateTimeField(default=timezone.now)
    """The place in the queue counts from here, also after a transfer."""

    taken = models.DateTimeField(null=True)
    """When it was first taken."""

    professional = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, related_name="handoffs"
    )
    wanted = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, related_name="wanted_for"
    )
    """Whom a transfer was meant for."""

    read_seq = models.PositiveIntegerField(default=0)
    alarmed = models.DateTimeField(null=True)
    """When the resident had waited too long."""

    warned = models.DateTimeField(null=True)
    """When the resident was asked whether they are there."""

    closed = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)

    class Meta:
        """Emergencies first, then who asked first; one open handoff for a conversation."""

        ordering: ClassVar = ["-urgent", "asked", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["conversation"], condition=Q(closed=None), name="one_open_handoff"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.queue}"

    @property
    def is_unread(self) -> bool:
        """Whether something was said that the professional has not had on the screen."""
        return bool(self.conversation.last_seq > self.read_seq)


class Note(models.Model):
    """What professionals tell each other; it never reaches the resident."""

    handoff = models.ForeignKey(Handoff, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(Professional, on_delete=models.PROTECT)
    text = models.TextField()
    created = models.DateTimeField(default=timezone.now)
    unread_by = models.ManyToManyField(Professional, related_name="unread_notes")
    """Who was named and has not looked yet."""

    class Meta:
        """In order."""

        ordering: ClassVar = ["created", "pk"]

    def __str__(self) -> str:
        return str(self.pk)
