"""The seam to the people: our own desk, or a county's chat platform in its place.

`settings.HUMAN_QUEUE` names the class that implements `HumanQueue`. What people do comes back
through `chat.conversations.people`. Docs: docs/developers/human-queue.md.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Literal, Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from bot.navigation.decision import HandoffState
from chat.conversations.models import Conversation, Message

Why = Literal["left", "returned", "erased"]
"""Why a resident needs nobody any more."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a queue stands at this moment, for one resident."""

    queue: str
    state: HandoffState = "unavailable"
    open: bool = False
    present: int = 0
    waiting: int = 0
    place: int | None = None
    wait_minutes: int | None = None
    opens: datetime | None = None
    """When it opens next; None while it is open, or when that is not known."""

    def as_status(self) -> dict[str, Any]:
        """What is answered to who asks about the queue."""
        return {
            "queue": self.queue,
            "state": self.state,
            "open": self.open,
            "present": self.present,
            "waiting": self.waiting,
            "wait_minutes": self.wait_minutes,
            "opens": self.opens and self.opens.isoformat(),
        }

    def as_handoff(self) -> dict[str, Any]:
        """What is answered to who asks for a person."""
        return {
            "queue": self.queue,
            "state": self.state,
            "place": self.place,
            "wait_minutes": self.wait_minutes,
            "opens": self.opens and self.opens.isoformat(),
        }


class HumanQueue(Protocol):
    """Where residents wait for a professional.

    All but `standing` are called inside the transaction that holds the conversation's lock: who
    speaks to another server writes down what to send there and sends it afterwards.
    """

    def standing(self, language: str, municipality: str, need: str) -> Standing:
        """How the queue for such a resident stands: `waiting` only if somebody can come."""

    def open(self, conversation: Conversation, card: dict[str, Any]) -> Standing:
        """Ask for a person, with the handover card. Asking twice makes one request.

        Only if somebody can come the conversation moves to the queue (`people.queued`).
        """

    def place(self, conversation: Conversation) -> Standing:
        """Where a resident stands who waits or is answered."""

    def message(self, conversation: Conversation, message: Message) -> None:
        """The resident wrote something; an emergency is marked on the message."""

    def close(self, conversation: Conversation, why: Why) -> None:
        """The resident needs nobody any more."""


@cache
def human_queue() -> HumanQueue:
    """The implementation that the settings name."""
    return cast("HumanQueue", import_string(settings.HUMAN_QUEUE)())
