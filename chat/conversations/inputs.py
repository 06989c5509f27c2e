"""What comes in from outside, made clean and typed, or refused."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from bot.catalogue import LANGUAGES
from bot.privacy import redact
from chat.conversations.errors import ApiError

LONGEST_TEXT: Final = 4_000
LONGEST_PAGE: Final = 200
LARGEST_NUMBER: Final = 2**31 - 1

_CLIENT_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_JOINERS: Final = "\u200c\u200d"
"""Invisible, but emoji are made with them."""


@dataclass(frozen=True, kw_only=True)
class Typed:
    """Something the resident wrote."""

    client_id: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Pressed:
    """A button the resident pressed: the message it stood under, and its place there."""

    client_id: str
    message: int
    index: int


def utterance(body: dict[str, Any]) -> Typed | Pressed:
    """A message by text or by button."""
    client_id = body.get("client_id")
    if not isinstance(client_id, str) or not _CLIENT_ID.fullmatch(client_id):
        raise ApiError("bad_request")
    if ("text" in body) == ("button" in body):
        raise ApiError("bad_request")
    if "text" in body:
        return Typed(client_id=client_id, text=_said(body["text"]))
    button = body["button"]
    if not isinstance(button, dict):
        raise ApiError("bad_request")
    message, index = number(button.get("message")), number(button.get("index"))
    return Pressed(client_id=client_id, message=message, index=index)


def language(body: dict[str, Any]) -> str:
    """One of the two languages."""
    if body.get("language") not in LANGUAGES:
        raise ApiError("bad_request")
    return str(body["language"])


def page(body: dict[str, Any]) -> str:
    """The path of the page, without query and fragment: those may hold what was searched for."""
    address = clean(body.get("page", ""))
    try:
        path = urlsplit(address).path
    except ValueError:
        path = ""
    return redact(path)[:LONGEST_PAGE]


def feedback(body: dict[str, Any]) -> tuple[int, str]:
    """A rating from 1 to 5, and words if there are any."""
    rating = number(body.get("rating"))
    if not 1 <= rating <= 5:  # noqa: PLR2004 - the scale the resident sees
        raise ApiError("bad_request")
    return rating, redact(_not_too_long(clean(body.get("words") or "")))


def cursor(value: str | None) -> int:
    """The last seq that was seen; none means the beginning."""
    if not value:
        return 0
    if not value.isascii() or not value.isdecimal() or len(value) > len(str(LARGEST_NUMBER)):
        raise ApiError("bad_request")
    return number(int(value))


def number(value: object) -> int:
    """A whole number from zero that a database can hold."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST_NUMBER:
        raise ApiError("bad_request")
    return value


def clean(value: object) -> str:
    """Text without control characters, text-direction tricks and halves of characters."""
    if not isinstance(value, str):
        raise ApiError("bad_request")
    return "".join(c for c in unicodedata.normalize("NFC", value) if _is_kept(c)).strip()


def _is_kept(character: str) -> bool:
    if character in "\n\t" or character in _JOINERS:
        return True
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs")


def _said(value: object) -> str:
    """What the resident wrote: never a command to Rasa, never a personal identity code."""
    text = _not_too_long(clean(value)).lstrip("/ \n\t" + _JOINERS)
    if not text:
        raise ApiError("empty")
    return redact(text)


def _not_too_long(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ApiError("too_long")
    return text
