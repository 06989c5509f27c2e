"""The human chat queue as the bot sees it; chat's internal API stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

import requests

from bot.clock import HELSINKI
from bot.settings import read_settings

if TYPE_CHECKING:
    from bot.catalogue import Language
    from bot.navigation.decision import HandoffState

TIME_OUT: Final = 2.0
"""Seconds (DESIGN §4)."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a request for a person stands."""

    state: HandoffState
    queue: str
    place: int | None = None
    wait_minutes: int | None = None
    opens: datetime | None = None


class QueueAway(Exception):
    """The queue does not answer."""


class QueueClient(Protocol):
    """How an action asks for a person; chat decides which platform answers."""

    def open(self, sender: str, language: Language, handover: dict[str, Any]) -> Standing:
        """Ask for a person. `handover` is the handover card; asking twice makes one request.

        Raises QueueAway when the queue does not answer.
        """


class ChatQueue:
    """Chat's internal API."""

    def open(self, sender: str, language: Language, handover: dict[str, Any]) -> Standing:
        """Post the handover card."""
        config = read_settings()
        body = {"sender": sender, "language": language, "card": handover}
        try:
            answer = requests.post(
                f"{config.chat_url}/internal/handoffs",
                json=body,
                headers={"Authorization": f"Bearer {config.chat_token}"},
                timeout=TIME_OUT,
            )
            answer.raise_for_status()
            return standing(answer.json())
        except (requests.RequestException, ValueError, KeyError) as error:
            raise QueueAway from error


def standing(answer: dict[str, Any]) -> Standing:
    """The queue's answer as a value; KeyError or ValueError when it is not one."""
    opens = answer.get("opens")
    return Standing(
        state=cast("HandoffState", answer["state"]),
        queue=str(answer["queue"]),
        place=answer.get("place"),
        wait_minutes=answer.get("wait_minutes"),
        opens=datetime.fromisoformat(opens).astimezone(HELSINKI) if opens else None,
    )
