"""The server under which chat faces residents."""

import socket

import uvicorn

from chat.asgi import application
from chat.conversations.wakeups import send_listeners_home


class Server(uvicorn.Server):
    """Uvicorn, which would wait for every open stream before it stops."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams, then wait for what is left."""
        send_listeners_home()
        await super().shutdown(sockets)


def server(host: str, port: int) -> Server:
    """Chat as it is served; its log is bot.log's, set up with Django."""
    return Server(
        uvicorn.Config(
            application,
            host=host,
            port=port,
            lifespan="on",  # content that cannot be read stops the start
            ws="none",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=5,
        )
    )
