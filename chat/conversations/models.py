"""What chat keeps of a conversation; everything else is derived from it."""

import secrets
import uuid
from typing import ClassVar, Final

from django.db import models
from django.db.models import Q
from django.utils import timezone

CODE_LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Nothing that is mistaken for something else when read aloud."""

CODE_LENGTH: Final = 8


def new_code() -> str:
    """A short name of a conversation that a resident can read out to a professional."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def new_sender() -> str:
    """The name a conversation has towards Rasa: erased here, it leads nowhere there."""
    return secrets.token_urlsafe(24)


class Language(models.TextChoices):
    """The two languages."""

    FINNISH = "fi"
    SWEDISH = "sv"


class Owner(models.TextChoices):
    """Who answers the resident now."""

    BOT = "bot"
    QUEUE = "queue"
    PROFESSIONAL = "professional"
    ENDED = "ended"


PEOPLE: Final = (Owner.QUEUE, Owner.PROFESSIONAL)
"""Owners whose conversations never reach Rasa and stand on the desk."""


class Author(models.TextChoices):
    """Who wrote a message."""

    RESIDENT = "resident"
    BOT = "bot"
    PROFESSIONAL = "professional"
    SYSTEM = "system"


class Conversation(models.Model):
    """Everything between one resident, the bot and the professionals."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    secret_hash = models.CharField(max_length=64)
    code = models.CharField(max_length=CODE_LENGTH, unique=True, default=new_code)
    rasa_sender = models.CharField(max_length=64, unique=True, default=new_sender)
    language = models.CharField(max_length=2, choices=Language.choices)
    municipality = models.CharField(max_length=40, blank=True)
    page = models.CharField(max_length=200, blank=True)
    owner = models.CharField(max_length=12, choices=Owner.choices, default=Owner.BOT)
    answerer = models.CharField(max_length=60, blank=True)
    """The name of the professional who answers, as the resident sees it."""

    last_seq = models.PositiveIntegerField(default=0)
    delivered_seq = models.PositiveIntegerField(default=0)
    """What has reached the resident's browser, counted while people own the conversation."""

    connected = models.DateTimeField(null=True)
    """The last sign of the resident's browser, likewise."""

    resident_types_until = models.DateTimeField(null=True)
    people_type_until = models.DateTimeField(null=True)
    busy_until = models.DateTimeField(null=True)
    """While a process asks Rasa: when the others may take over from it."""

    created = models.DateTimeField(default=timezone.now)
    touched = models.DateTimeField(default=timezone.now, db_index=True)
    """When the last message came: the days of retention are counted from here."""

    stirred = models.DateTimeField(default=timezone.now)
    """When anything happened that people look at: a message, a move, typing, a sign of life."""

    moved = models.DateTimeField(default=timezone.now)
    """When it last came to people, moved on, rose or went."""

    class Meta:
        """What people own is looked at often."""

        indexes: ClassVar = [
            models.Index(
                fields=["moved"],
                name="with_people",
                condition=Q(owner__in=[Owner.QUEUE, Owner.PROFESSIONAL]),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Message(models.Model):
    """One message; the table is the one transcript."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages"
    )
    seq = models.PositiveIntegerField()
    client_id = models.CharField(max_length=64, null=True)  # noqa: DJ001 - unique, where there is one
    author = models.CharField(max_length=12, choices=Author.choices)
    name = models.CharField(max_length=60, blank=True)
    """The professional's, as the resident sees it."""

    text = models.TextField()
    language = models.CharField(max_length=2, choices=Language.choices)
    payload = models.CharField(max_length=500, blank=True)
    """What a pressed button says to Rasa; empty when the resident wrote."""

    buttons = models.JSONField(default=list)
    card = models.JSONField(null=True)
    emergency = models.CharField(max_length=60, blank=True)
    """The emergency that chat's own guard saw in a resident's message."""

    in_reply_to = models.PositiveIntegerField(null=True)
    for_bot = models.BooleanField(default=False)
    """Whether the bot owes an answer; `answered_at` tells when it was given."""

    tries = models.PositiveSmallIntegerField(default=0)
    created = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        """In order, each once; what the bot owes is found fast."""

        ordering: ClassVar = ["seq"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["conversation", "seq"], name="seq_once"),
            models.UniqueConstraint(fields=["conversation", "client_id"], name="client_id_once"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["created"], name="owed", condition=Q(for_bot=True, answered_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id}/{self.seq}"


class Feedback(models.Model):
    """What the resident thought of the conversation."""

    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE)
    rating = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)
    created = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.rating}"


class Erasure(models.Model):
    """A conversation that is gone here and still has to go from Rasa's tracker store."""

    rasa_sender = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.pk)
