"""What the components pass on with a message, beside Rasa's intent and entities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.content.current import spelling

if TYPE_CHECKING:
    from rasa.shared.nlu.training_data.message import Message

LANGUAGE: Final = "language"
"""`fi` or `sv`."""

OTHER_LANGUAGE: Final = "other_language"
"""True when the message is in neither."""

ASKED_LANGUAGE: Final = "asked_language"
"""`fi` or `sv` when the message names it as the language to go on in, else None."""

GUARD: Final = "guard"
"""The guard's Verdict: `{"state": …, "emergency": …, "danger": …}`."""

PEOPLE: Final = "people"
"""Whom it is about: `{"who": …, "age": …}`."""

ONLY_PLACE: Final = "only_place"
"""True when the message names a place and nothing else."""

PUT_RIGHT: Final = "put_right"
"""The text without fillers and slips; kept with the message, for each component asks for it."""

CANDIDATES: Final = "candidates"
"""Likely topics, best first: `[{"topic": …, "score": …}]`."""


def text_of(message: Message) -> str:
    """What a resident typed, put right; empty for a button, whose payload begins with a slash."""
    text = message.get("text") or ""
    if not text or text.startswith("/"):
        return ""
    if message.get(PUT_RIGHT) is None:
        message.set(PUT_RIGHT, spelling().put_right(text))
    return str(message.get(PUT_RIGHT))
