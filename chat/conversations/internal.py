"""The internal API: what the action server asks about queues. It is not for browsers."""

from hmac import compare_digest

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from chat.conversations import handoffs, inputs
from chat.conversations.database import in_database
from chat.conversations.endpoint import bearer, json_body
from chat.conversations.errors import ApiError


async def queue_status(request: HttpRequest) -> HttpResponse:
    """How the queue for a resident stands."""
    _trusted(request)
    language = inputs.language(request.GET.dict())
    municipality = request.GET.get("municipality", "")
    return JsonResponse(handoffs.standing(language, municipality).as_status())


async def request_handoff(request: HttpRequest) -> HttpResponse:
    """Record that a resident asks for a person, with the handover card."""
    _trusted(request)
    body = json_body(request)
    sender, language, card = body.get("sender"), inputs.language(body), body.get("card")
    if not isinstance(sender, str) or not isinstance(card, dict):
        raise ApiError("bad_request")
    stands = await in_database(handoffs.request, sender, language, card)
    return JsonResponse(stands.as_handoff())


def _trusted(request: HttpRequest) -> None:
    """Only who knows CHAT_TOKEN may ask."""
    if not compare_digest(bearer(request).encode(), settings.OPASTIN.chat_token.encode()):
        raise ApiError("wrong_secret")
