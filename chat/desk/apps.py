"""The Django app of the desk."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class DeskConfig(AppConfig):
    """Professionals, handoffs, and what belongs to them."""

    name = "chat.desk"

    def ready(self) -> None:
        """A new desk begins with ready replies."""
        from chat.desk.start_set import begin  # noqa: PLC0415 - models are loaded by now

        post_migrate.connect(begin, sender=self)
