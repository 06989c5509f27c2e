"""The one shape of an error, and the status each has."""

from typing import Final

from django.http import HttpRequest, JsonResponse

from chat.conversations import words

STATUS: Final = {
    "bad_json": 400,
    "bad_request": 400,
    "empty": 400,
    "wrong_secret": 401,
    "not_found": 404,
    "method_not_allowed": 405,
    "unknown_button": 409,
    "conversation_ended": 409,
    "too_long": 413,
    "broken": 500,
}
"""Each code has its words in content/messages/errors.yml."""


class ApiError(Exception):
    """A request that cannot be carried out, for a reason the resident can be told."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def error_response(code: str) -> JsonResponse:
    """`{"error": {"code": …, "message": {"fi": …, "sv": …}}}`."""
    body = {"error": {"code": code, "message": words.error(code)}}
    response = JsonResponse(body, status=STATUS[code])
    if code == "wrong_secret":
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def bad_request(_request: HttpRequest, exception: Exception) -> JsonResponse:  # noqa: ARG001
    """Django's own refusals, such as a host that is not allowed."""
    return error_response("bad_request")


def not_found(_request: HttpRequest, exception: Exception) -> JsonResponse:  # noqa: ARG001
    """No such address."""
    return error_response("not_found")


def broken(_request: HttpRequest) -> JsonResponse:
    """A defect of ours; the log tells where."""
    return error_response("broken")
