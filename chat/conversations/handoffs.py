"""Requests for a professional, as the bot or chat itself makes them."""

from typing import Any

from django.db import transaction

from bot.log import Events
from chat.conversations.calls import Call
from chat.conversations.human_queue import Standing, human_queue
from chat.conversations.models import Author, Conversation

log = Events(__name__)


def standing(language: str, municipality: str, need: str = "") -> Standing:
    """How the queue of a resident stands."""
    return human_queue().standing(language, municipality, need)


def request(sender: str, language: str, card: dict[str, Any]) -> Standing:
    """Ask for a person, once for a conversation; one that chat does not know creates nothing."""
    with transaction.atomic():
        known = Conversation.objects.select_for_update().filter(rasa_sender=sender).first()
        if known is None:
            asked = (str(card.get(fact) or "") for fact in ("municipality", "need"))
            return standing(language, *asked)
        stands = human_queue().open(known, handover(known, language, card))
        log.info(
            "handoff_asked", conversation=str(known.id), queue=stands.queue, state=stands.state
        )
    return stands


def request_for(call: Call) -> Standing:
    """Ask for a resident who wants a person while the bot is away."""
    return request(
        call.sender, call.language, {"municipality": call.municipality or None, "need": None}
    )


def handover(conversation: Conversation, language: str, card: dict[str, Any]) -> dict[str, Any]:
    """The handover card: what the bot knew, offered and feared."""
    cards = [m.card for m in conversation.messages.filter(author=Author.BOT) if m.card]
    offered = [one for one in cards if one.get("services") and one["card"] != "handoff"]
    feared = [one["emergency"] for one in cards if one["card"] == "emergency"]
    return {
        "municipality": conversation.municipality or None,
        "need": None,
        **{fact: value for fact, value in card.items() if value},
        "language": language,
        "offered": [service["name"] for service in offered[-1]["services"]] if offered else [],
        "emergency": feared[-1] if feared else None,
    }
