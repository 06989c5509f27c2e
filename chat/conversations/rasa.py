"""Rasa's REST channel, and what its items mean."""

import asyncio
from typing import Any, Final

import httpx
from django.conf import settings

from bot.catalogue import LANGUAGES
from bot.saying.reply import Button, Reply
from chat.conversations.calls import Call

CHANNEL: Final = "/webhooks/rest/"
WEBHOOK: Final = f"{CHANNEL}webhook"
MOST_TRIES: Final = 3


class RasaAway(Exception):
    """Rasa did not answer, or not with an answer; the text names the reason in one word."""


async def ask(client: httpx.AsyncClient, call: Call) -> list[Reply]:
    """What the bot says to a message; a message that was tried too often is not tried again."""
    if call.tries > MOST_TRIES:
        raise RasaAway("tried_often")
    body = {
        "sender": call.sender,
        "message": call.says,
        "metadata": {"language": call.language, "page": call.page},
    }
    try:
        async with asyncio.timeout(settings.RASA_TIMEOUT):
            response = await client.post(settings.OPASTIN.rasa_url + WEBHOOK, json=body)
    except TimeoutError:
        raise RasaAway("slow") from None
    except httpx.HTTPError as failure:
        raise RasaAway(type(failure).__name__) from None
    if response.status_code != httpx.codes.OK:
        raise RasaAway(f"status_{response.status_code}")
    try:
        items = response.json()
    except ValueError:
        raise RasaAway("no_json") from None
    replies = answers(items, call.language)
    if not replies:
        raise RasaAway("silent")
    return replies


async def is_there() -> bool:
    """Whether Rasa's channel can be spoken to."""
    try:
        async with httpx.AsyncClient(trust_env=False, timeout=settings.READY_TIMEOUT) as client:
            response = await client.get(settings.OPASTIN.rasa_url + CHANNEL)
    except httpx.HTTPError:
        return False
    return response.status_code == httpx.codes.OK


def answers(items: object, language: str) -> list[Reply]:
    """One answer is the items up to and including the one with `custom`."""
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise RasaAway("malformed")
    found: list[Reply] = []
    begun: list[dict[str, Any]] = []
    for item in items:
        begun.append(item)
        if item.get("custom"):
            found.append(_answer(begun, language))
            begun = []
    if begun:
        found.append(_answer(begun, language))
    return [reply for reply in found if reply.text]


def _answer(items: list[dict[str, Any]], language: str) -> Reply:
    """The texts joined, with the buttons and the card."""
    card = items[-1].get("custom") or {"card": "notice", "language": language}
    try:
        if card["language"] not in LANGUAGES or not isinstance(card["card"], str):
            raise RasaAway("malformed")
        buttons = tuple(
            Button(title=str(button["title"]), payload=_payload(button["payload"]))
            for item in items
            for button in item.get("buttons") or ()
        )
        text = "\n".join(item["text"] for item in items if item.get("text"))
    except (KeyError, TypeError):
        raise RasaAway("malformed") from None
    return Reply(text=text, card=card, buttons=buttons)


def _payload(value: object) -> str:
    """What a button says to Rasa: always an intent."""
    if not isinstance(value, str) or not value.startswith("/"):
        raise RasaAway("malformed")
    return value
