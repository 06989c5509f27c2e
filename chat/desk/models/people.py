"""Who answers residents, and in which queues."""

from typing import ClassVar, Final

from django.conf import settings
from django.db import models

from chat.conversations.models import Language

QUEUE_ID: Final = 40
"""The longest name of a queue in the content."""


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
