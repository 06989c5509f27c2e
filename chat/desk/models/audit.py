"""What was done, and by whom: written once."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone

from chat.desk.models.people import QUEUE_ID, Professional


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
