"""From start to end of a process: what runs beside the requests."""

import asyncio
from collections.abc import Awaitable, Callable

from django.conf import settings

from bot.log import Events
from chat.conversations.gateway import gateway
from chat.conversations.guard import emergency_in
from chat.conversations.sweep import sweep
from chat.conversations.wakeups import look_around, open_for_listeners
from chat.desk.sweep import sweep as desk_sweep
from chat.limits import Receive, Send

log = Events(__name__)


async def live(receive: Receive, send: Send) -> None:
    """The lifespan protocol of ASGI."""
    await receive()
    await emergency_in("?")  # content and words are read now: what is wrong stops the start
    open_for_listeners()
    rounds = [
        asyncio.create_task(repeat(sweep, "SWEEP_EVERY")),
        asyncio.create_task(repeat(desk_sweep, "SWEEP_EVERY")),
        asyncio.create_task(repeat(look_around, "LOOK_AROUND_EVERY")),
    ]
    await send({"type": "lifespan.startup.complete"})
    await receive()
    for one in rounds:
        one.cancel()
    await asyncio.gather(*rounds, return_exceptions=True)
    await gateway.close()
    await send({"type": "lifespan.shutdown.complete"})


async def repeat(work: Callable[[], Awaitable[None]], every: str) -> None:
    """Do it now and every so many seconds, as the setting says, whatever goes wrong once."""
    while True:
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - the next round must come
            log.failure("round_failed", error, work=every)
        await asyncio.sleep(getattr(settings, every))
