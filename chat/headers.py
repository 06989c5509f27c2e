"""What every answer tells the browser about safety."""

from collections.abc import Awaitable, Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.decorators import async_only_middleware

PAGE_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
"""Our own pages: nothing from anywhere else, no words of others inside."""

Answer = Callable[[HttpRequest], Awaitable[HttpResponse]]


@async_only_middleware
def content_security(get_response: Answer) -> Answer:
    """Let pages load what is ours alone, and nobody put them in a frame."""

    async def answer(request: HttpRequest) -> HttpResponse:
        response = await get_response(request)
        response.headers.setdefault("Content-Security-Policy", PAGE_POLICY)
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()"
        )
        if request.path.startswith("/desk/"):  # its forms have to show where they come from
            response.headers.setdefault("Referrer-Policy", "same-origin")
        return response

    return answer
