"""Asks the queue for a person and tells the resident the truth about it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from rasa_sdk import Action

from actions.human_queue import ChatQueue, QueueAway, QueueClient, Standing
from actions.telling import tell
from actions.tracking import events_of, informed, situation_of
from bot.clock import now
from bot.content import current
from bot.navigation.handoff import hand_off
from bot.saying.say import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from rasa_sdk import Tracker
    from rasa_sdk.executor import CollectingDispatcher
    from rasa_sdk.types import DomainDict

    from bot.catalogue import Catalogue

NOBODY: Final = Standing(state="unavailable", queue="county")


class ActionStartHandoff(Action):
    """Puts the resident in a queue, or says how else a person is reached."""

    def __init__(
        self,
        queue: Callable[[], QueueClient] = ChatQueue,
        catalogue: Callable[[], Catalogue] = current.catalogue,
    ) -> None:
        self._queue = queue
        self._catalogue = catalogue

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_start_handoff"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Ask for a person without holding up the other conversations of this server."""
        catalogue, moment = self._catalogue(), now()
        before, situation = situation_of(tracker), informed(tracker, catalogue)
        handover = {"municipality": situation.municipality, "need": situation.topic}
        try:
            found = await asyncio.to_thread(
                self._queue().open, tracker.sender_id, situation.language, handover
            )
        except QueueAway:
            found = NOBODY
        decision = hand_off(situation, found, catalogue, moment)
        tell(say(decision, situation.language, moment, catalogue), dispatcher)
        return events_of(before, situation.settled())
