"""Passes what residents say on to Rasa: in the background, one message at a time each."""

import asyncio
from uuid import UUID

import httpx

from bot.log import Events
from bot.saying.reply import Reply
from chat.conversations import handoffs, rasa, wakeups, words
from chat.conversations.calls import Call, claim, finish
from chat.conversations.database import in_database

ASKS_FOR_A_PERSON = "/human"

log = Events(__name__)


class Gateway:
    """The calls to Rasa of one process."""

    def __init__(self) -> None:
        self._client: httpx.AsyncClient | None = None
        self._tasks: dict[UUID, asyncio.Task[None]] = {}
        self._more: set[UUID] = set()

    def wake(self, conversation_id: UUID) -> None:
        """Answer what is owed in a conversation; a task that runs already looks once more."""
        self._more.add(conversation_id)
        if conversation_id not in self._tasks:
            task = asyncio.create_task(self._serve(conversation_id))
            self._tasks[conversation_id] = task
            task.add_done_callback(lambda done: self._ended(conversation_id, done))

    async def close(self) -> None:
        """Stop; what is left unanswered the sweep of the next process finds."""
        running = list(self._tasks.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def _serve(self, conversation_id: UUID) -> None:
        while conversation_id in self._more:
            self._more.discard(conversation_id)
            while call := await in_database(claim, conversation_id):
                wakeups.ring(conversation_id)
                replies = await self._answer(call)
                await in_database(finish, call, replies)
                wakeups.ring(conversation_id)

    async def _answer(self, call: Call) -> list[Reply]:
        """What Rasa says, or the truth when it is away."""
        if self._client is None:
            self._client = httpx.AsyncClient(trust_env=False)
        try:
            return await rasa.ask(self._client, call)
        except rasa.RasaAway as failure:
            log.warning("bot_away", conversation=str(call.conversation), reason=str(failure))
        if call.says == ASKS_FOR_A_PERSON:
            queue = await in_database(handoffs.request_for, call)
            return [words.handed_off(call.language, call.municipality, queue)]
        queue = await in_database(handoffs.standing, call.language, call.municipality)
        return [words.bot_away(call.language, call.municipality, queue)]

    def _ended(self, conversation_id: UUID, task: asyncio.Task[None]) -> None:
        """Forget the task; a defect is logged and the sweep tries again."""
        del self._tasks[conversation_id]
        more = conversation_id in self._more
        self._more.discard(conversation_id)
        if task.cancelled():
            return
        if (failure := task.exception()) is not None:
            log.failure("call_failed", failure, conversation=str(conversation_id))
        elif more:  # a message came between the last look and now
            self.wake(conversation_id)


gateway = Gateway()
