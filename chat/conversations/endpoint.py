"""One address of the API: its methods, its body, and the one way it fails."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from asgiref.sync import markcoroutinefunction
from django.http import HttpRequest, HttpResponseBase

from chat.conversations.errors import ApiError, error_response

View = Callable[..., Awaitable[HttpResponseBase]]


class Endpoint:
    """Answers a request by its method; what cannot be done becomes an error response."""

    csrf_exempt = True
    """No cookie opens anything here: the secret travels in a header."""

    def __init__(self, **by_method: View) -> None:
        self.by_method = by_method
        markcoroutinefunction(self)

    async def __call__(self, request: HttpRequest, **parts: Any) -> HttpResponseBase:
        """The answer; none is kept on the way unless it says that it may be."""
        view: View = self.by_method.get(request.method or "", self._refuse)
        try:
            response = await view(request, **parts)
        except ApiError as error:
            response = error_response(error.code)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    async def _refuse(self, _request: HttpRequest, **_parts: object) -> HttpResponseBase:
        response = error_response("method_not_allowed")
        response.headers["Allow"] = ", ".join(self.by_method)
        return response


def bearer(request: HttpRequest) -> str:
    """The secret of the Authorization header; empty when there is none."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if scheme == "Bearer" else ""


def json_body(request: HttpRequest) -> dict[str, Any]:
    """The JSON object of a request."""
    try:
        body = json.loads(request.body or b"{}")
    except (ValueError, RecursionError):
        raise ApiError("bad_json") from None
    if not isinstance(body, dict):
        raise ApiError("bad_request")
    return body
