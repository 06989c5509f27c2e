"""Answers that are ready to be given."""

from typing import ClassVar

from django.db import models

from chat.desk.models.people import QUEUE_ID


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
