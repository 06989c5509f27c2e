"""Refuses what is too large before Django reads it."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final

from chat.conversations.errors import error_response

LARGEST_BODY: Final = 256 * 1024
"""Bytes: four thousand characters fit in every way JSON has of writing them."""

Scope = MutableMapping[str, Any]
Event = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


def limited(app: App) -> App:
    """The same application, given only requests whose body is not too large."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        events: list[Event] = []
        size = 0
        while True:
            event = await receive()
            events.append(event)
            size += len(event.get("body", b""))
            if size > LARGEST_BODY:
                await _refuse(send)
                return
            if not event.get("more_body"):
                break

        async def replay() -> Event:
            return events.pop(0) if events else await receive()

        await app(scope, replay, send)

    return answer


async def _refuse(send: Send) -> None:
    response = error_response("too_long")
    headers = [(name.lower().encode(), value.encode()) for name, value in response.items()]
    headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": response.status_code, "headers": headers})
    await send({"type": "http.response.body", "body": response.content})
