"""The address by which a part under Sanic tells its content and takes a new release."""

from __future__ import annotations

import asyncio
from hmac import compare_digest
from typing import TYPE_CHECKING, Any

from sanic import Blueprint
from sanic.response import json

from bot.content.current import catalogue, renewed
from bot.content.problem import ContentError
from bot.log import Events
from bot.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from sanic.request import Request
    from sanic.response import HTTPResponse

log = Events(__name__)


def content_routes(take: Callable[[Any], None] = lambda _app: None) -> Blueprint:
    """GET tells the content's hash; POST reads the release anew and calls `take` with the app."""

    async def tell(_request: Request) -> HTTPResponse:
        return json({"content": catalogue().fingerprint})

    async def renew(request: Request) -> HTTPResponse:
        if not compare_digest(str(request.token).encode(), read_settings().chat_token.encode()):
            return json({"error": "the token is not CHAT_TOKEN"}, status=401)
        try:
            await asyncio.to_thread(_renew, request.app)
        except ContentError as error:
            return json({"error": str(error)}, status=409)
        except Exception as error:  # noqa: BLE001 - whatever it is, the old content stays
            log.failure("release_refused", error)
            return json({"error": type(error).__name__}, status=500)
        return await tell(request)

    def _renew(app: Any) -> None:
        with renewed():
            take(app)

    routes = Blueprint("content")
    routes.add_route(tell, "/", methods=["GET"])
    routes.add_route(renew, "/", methods=["POST"])
    return routes
