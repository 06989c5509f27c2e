"""A resident who talks to the trained model in this process: no server, no network."""

from __future__ import annotations

import asyncio
import uuid
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from actions.human_queue import QueueAway, Standing
from actions.start_handoff import ActionStartHandoff
from bot.settings import ROOT
from tests.factories import helsinki

if TYPE_CHECKING:
    from pathlib import Path

MODEL: Final = ROOT / "models" / "opastin.tar.gz"
OPENS: Final = helsinki(2026, 11, 25, 8)
STANDINGS: Final = {
    "waiting": Standing(state="waiting", queue="county", place=1, wait_minutes=4),
    "unavailable": Standing(state="unavailable", queue="county", opens=OPENS),
}


@dataclass
class Queue:
    """The human queue as a journey sets it; `away` does not answer."""

    state: str = "waiting"
    handovers: list[dict[str, Any]] = field(default_factory=list)

    def open(self, _sender: str, language: str, handover: dict[str, Any]) -> Standing:
        """Answer as told, and remember what was handed over."""
        self.handovers.append({"language": language, **handover})
        if self.state not in STANDINGS:
            raise QueueAway
        return STANDINGS[self.state]


QUEUE: Final = Queue()


class ActionsHere(EndpointConfig):
    """The action server, without a server."""

    def __init__(self) -> None:
        super().__init__("http://in-process")
        self._executor = ActionExecutor()
        self._executor.register_package("actions")
        self._executor.register_action(ActionStartHandoff(queue=lambda: QUEUE))

    async def request(self, *_: Any, json: dict[str, Any] | None = None, **__: Any) -> Any:
        """Run the action that Rasa asks for."""
        return await self._executor.run(json or {})


@cache
def agent(model: Path = MODEL) -> Agent:
    """The trained model, loaded once."""
    return Agent.load(model, action_endpoint=ActionsHere())


@dataclass
class Resident:
    """One conversation."""

    page: str
    sender: str = field(default_factory=lambda: uuid.uuid4().hex)
    buttons: list[dict[str, str]] = field(default_factory=list)
    """What the last reply offered."""

    def says(self, text: str) -> list[dict[str, Any]]:
        """The items that Rasa's REST channel would send."""
        channel = CollectingOutputChannel()
        message = UserMessage(
            text, channel, self.sender, input_channel="rest", metadata={"language": self.page}
        )
        asyncio.run(agent().handle_message(message))
        items = channel.messages
        self.buttons = [button for item in items for button in item.get("buttons", [])]
        return items

    def presses(self, what: str) -> list[dict[str, Any]]:
        """The same for the button whose payload names something."""
        [payload] = [b["payload"] for b in self.buttons if what in b["payload"]]
        return self.says(payload)
