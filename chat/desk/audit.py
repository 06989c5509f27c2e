"""Writes down who did what; ids and counts, never words."""

from chat.conversations.models import Conversation
from chat.desk.models import AuditEntry, Professional


def note_down(
    action: str,
    professional: Professional | None,
    conversation: Conversation | None = None,
    *,
    queue: str = "",
    detail: str = "",
) -> None:
    """Add one entry, in the transaction of what was done."""
    AuditEntry.objects.create(
        action=action,
        professional=professional,
        conversation=conversation and conversation.id,
        queue=queue,
        detail=detail,
    )
