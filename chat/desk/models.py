"""What the desk keeps: who answers, who asked, and what was done about it."""

from typing import Any, ClassVar, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from chat.conversations.models import Conversation, Language

QUEUE_ID: Final = 40


class Role(models.TextChoices):
    """What somebody may do at the desk."""

    PROFESSIONAL = "professional"
    LEAD = "lead"
    ADMINISTRATOR = "administrator"


class Presence(models.TextChoices):
    """What somebody has chosen to be; the desk knows better when they are gone."""

    ONLINE = "online"
    BUSY = "busy"
    AWAY = "away"


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


class Professional(models.Model):
    """A person who answers residents; their account is Django's."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    name = models.CharField(max_length=60)
    """As residents and colleagues see it."""

    role = models.CharField(max_length=16, choices=Role.choices, default=Role.PROFESSIONAL)
    speaks_fi = models.BooleanField(default=True)
    speaks_sv = models.BooleanField(default=False)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.FINNISH)
    """Of the desk itself."""

    limit = models.PositiveSmallIntegerField(default=3)
    """How many residents they answer at once."""

    presence = models.CharField(max_length=8, choices=Presence.choices, default=Presence.AWAY)
    seen = models.DateTimeField(null=True)
    """The last sign of their browser."""

    active = models.DateTimeField(null=True)
    """When they last did something in it."""

    is_demo = models.BooleanField(default=False)
    """Made for development; production lets nobody in by it."""

    def __str__(self) -> str:
        return self.name

    @property
    def queues(self) -> list[str]:
        """The queues they are a member of."""
        return [membership.queue for membership in self.memberships.all()]


class Membership(models.Model):
    """A professional serves a queue; access follows it."""

    professional = models.ForeignKey(
        Professional, on_delete=models.CASCADE, related_name="memberships"
    )
    queue = models.CharField(max_length=QUEUE_ID)

    class Meta:
        """Once each."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["professional", "queue"], name="member_once")
        ]

    def __str__(self) -> str:
        return f"{self.professional_id} {self.queue}"


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


class ReadyReply(models.Model):
    """An answer that is often given, in both languages."""

    queue = models.CharField(max_length=QUEUE_ID, blank=True)
    """Empty: for every queue."""

    title_fi = models.CharField(max_length=80)
    title_sv = models.CharField(max_length=80)
    text_fi = models.TextField(max_length=900)
    text_sv = models.TextField(max_length=900)

    class Meta:
        """As they are looked for."""

        ordering: ClassVar = ["title_fi"]

    def __str__(self) -> str:
        return self.title_fi


class AppendOnly(Exception):
    """Somebody tried to change what was done."""


class AuditEntry(models.Model):
    """Who did what, when, to which conversation; never words. Nothing here is ever changed."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    professional = models.ForeignKey(Professional, on_delete=models.PROTECT, null=True)
    """None: the resident or the desk itself."""

    action = models.CharField(max_length=20)
    conversation = models.UUIDField(null=True)
    """Outlives what it names."""

    queue = models.CharField(max_length=QUEUE_ID, blank=True)
    detail = models.CharField(max_length=60, blank=True)

    class Meta:
        """In order."""

        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.at} {self.action}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add it, once."""
        if self.pk is not None:
            raise AppendOnly
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> tuple[int, dict[str, int]]:
        """Never."""
        raise AppendOnly
