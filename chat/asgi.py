"""The ASGI application: Django, and the sweep for as long as the process lives."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chat.settings")
_django = get_asgi_application()

from chat.life import live  # noqa: E402 - Django is set up first
from chat.limits import Receive, Scope, Send, limited  # noqa: E402 - the same

_http = limited(_django)


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request, or live with the process."""
    if scope["type"] == "lifespan":
        await live(receive, send)
    else:
        await _http(scope, receive, send)
