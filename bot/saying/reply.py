"""What the resident receives: text, buttons and a card."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.catalogue import Language


@dataclass(frozen=True, kw_only=True)
class Button:
    """A quick reply: what it shows, and the Rasa payload it sends."""

    title: str
    payload: str


@dataclass(frozen=True, kw_only=True)
class Reply:
    """One answer. The text is complete on its own; lines are single, ≤ 900 characters."""

    text: str
    card: dict[str, Any]
    buttons: tuple[Button, ...] = field(default=())


def payload(intent: str, **entities: str) -> str:
    """A Rasa payload: `/inform{"municipality": "sipoo"}`."""
    return f"/{intent}{json.dumps(entities, ensure_ascii=False)}" if entities else f"/{intent}"


def card(kind: str, language: Language, **rest: Any) -> dict[str, Any]:
    """A card of a kind, as card.schema.json describes it."""
    return {"card": kind, "language": language, **rest}
