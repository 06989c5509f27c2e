"""The internal API: queues for the action server, content for `opastin`. Not for browsers."""

import asyncio
from hmac import compare_digest

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from bot.content.current import catalogue, renewed
from bot.content.problem import ContentError
from chat.conversations import handoffs, inputs
from chat.conversations.database import in_database
from chat.conversations.endpoint import bearer, json_body
from chat.conversations.errors import ApiError


async def queue_status(request: HttpRequest) -> HttpResponse:
    """How the queue for a resident stands."""
    _trusted(request)
    language = inputs.language(request.GET.dict())
    asked = (request.GET.get(fact, "") for fact in ("municipality", "need"))
    stands = await in_database(handoffs.standing, language, *asked)
    return JsonResponse(stands.as_status())


async def request_handoff(request: HttpRequest) -> HttpResponse:
    """Record that a resident asks for a person, with the handover card."""
    _trusted(request)
    body = json_body(request)
    sender, language, card = body.get("sender"), inputs.language(body), body.get("card")
    if not isinstance(sender, str) or not isinstance(card, dict):
        raise ApiError("bad_request")
    stands = await in_database(handoffs.request, sender, language, card)
    return JsonResponse(stands.as_handoff())


async def content(request: HttpRequest) -> HttpResponse:
    """The hash of the content that chat runs on."""
    _trusted(request)
    return JsonResponse({"content": catalogue().fingerprint})


async def renew_content(request: HttpRequest) -> HttpResponse:
    """Read the release anew; when it is wrong, chat goes on with what it has."""
    _trusted(request)
    try:
        await asyncio.to_thread(_renew)
    except ContentError as error:
        return JsonResponse({"error": str(error)}, status=409)
    return await content(request)


def _renew() -> None:
    with renewed():
        pass


def _trusted(request: HttpRequest) -> None:
    """Only who knows CHAT_TOKEN may ask."""
    if not compare_digest(bearer(request).encode(), settings.OPASTIN.chat_token.encode()):
        raise ApiError("wrong_secret")
