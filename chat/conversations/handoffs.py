"""Requests for a professional. Until there is a desk nobody is present, and chat says so."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from bot.catalogue import Queue
from bot.content.current import catalogue
from bot.log import Events
from bot.navigation.decision import HandoffState
from chat.conversations.calls import Call
from chat.conversations.models import Conversation, Handoff

log = Events(__name__)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a queue stands at this moment, for one resident."""

    queue: str
    state: HandoffState = "unavailable"
    place: int | None = None
    wait_minutes: int | None = None
    opens: datetime | None = None
    """Unknown until a queue can be staffed: the hours in content/queues.yml are no promise."""

    def as_status(self) -> dict[str, Any]:
        """What is answered to who asks about the queue."""
        return {
            "queue": self.queue,
            "state": self.state,
            "open": False,
            "present": 0,
            "waiting": 0,
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


def standing(language: str, municipality: str) -> Standing:
    """How the queue of a resident stands."""
    return Standing(queue=_queue_for(language, municipality).id)


def request(sender: str, language: str, card: dict[str, Any]) -> Standing:
    """Record a request, once for a conversation; one that chat does not know creates nothing."""
    stands = standing(language, str(card.get("municipality") or ""))
    with transaction.atomic():
        known = Conversation.objects.select_for_update().filter(rasa_sender=sender).first()
        if known is not None:
            kept = {
                "queue": stands.queue,
                "card": {**card, "language": language},
                "state": stands.state,
            }
            Handoff.objects.update_or_create(conversation=known, defaults=kept)
            log.info("handoff_recorded", conversation=str(known.id), queue=stands.queue)
    return stands


def request_for(call: Call) -> Standing:
    """Record the request of a resident who asks for a person while the bot is away."""
    return request(
        call.sender, call.language, {"municipality": call.municipality or None, "need": None}
    )


def _queue_for(language: str, municipality: str) -> Queue:
    """One that speaks the language before all others, then the municipality's own."""
    queues = catalogue().queues.values()
    fitting = [q for q in queues if not q.municipalities or municipality in q.municipalities]
    return min(fitting, key=lambda q: (language not in q.languages, not q.municipalities))
