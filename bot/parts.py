"""What the running parts say of their content, and how they are told to take a release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import requests

if TYPE_CHECKING:
    from bot.settings import Settings

ADDRESSES: Final = {
    "rasa": "/webhooks/content/",
    "actions": "/content/",
    "chat": "/internal/content",
}
"""Where each part answers; the order in which they take a release, the slowest first."""

TELL_SECONDS: Final = 5.0
TAKE_SECONDS: Final = 120.0
"""Rasa loads its model in some seconds; a machine that is busy training takes longer."""


class PartRefused(Exception):
    """A part that runs does not do what it is told; the text says why."""


def hash_of(part: str, settings: Settings) -> str | None:
    """The hash of the content a part runs on; None when it does not run.

    Raises PartRefused when it answers something else.
    """
    return _ask("GET", part, settings, TELL_SECONDS)


def take_release(part: str, settings: Settings) -> str | None:
    """Tell a part to run on the release from now on; the hash as in `hash_of`."""
    return _ask("POST", part, settings, TAKE_SECONDS)


def _ask(method: str, part: str, settings: Settings, seconds: float) -> str | None:
    url = {"rasa": settings.rasa_url, "actions": settings.actions_url, "chat": settings.chat_url}
    headers = {"Authorization": f"Bearer {settings.chat_token}"}
    try:
        answer = requests.request(
            method, url[part] + ADDRESSES[part], headers=headers, timeout=seconds
        )
    except requests.ConnectionError:
        return None
    except requests.RequestException as error:
        raise PartRefused(f"{part} does not answer ({type(error).__name__})") from error
    try:
        return str(answer.json()["content"])
    except (ValueError, KeyError, TypeError) as error:
        told = f"{part} answers {answer.status_code}: {answer.text[:300]}"
        raise PartRefused(told) from error
