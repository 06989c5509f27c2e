"""The public API: each view reads the request, calls one thing and says what came of it."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse

from chat.conversations import inputs, keeping, signs
from chat.conversations.database import in_database
from chat.conversations.endpoint import bearer, json_body
from chat.conversations.erasing import erase
from chat.conversations.errors import ApiError
from chat.conversations.gateway import gateway
from chat.conversations.guard import emergency_in
from chat.conversations.models import PEOPLE, Conversation
from chat.conversations.owners import Step
from chat.conversations.stream import events, wait_for_news
from chat.conversations.transcript import transcript
from chat.conversations.wakeups import ring


async def create(request: HttpRequest) -> HttpResponse:
    """Begin a conversation."""
    body = json_body(request)
    language, page = inputs.language(body), inputs.page(body)
    conversation, secret = await in_database(keeping.start, language, page)
    told = {"id": str(conversation.id), "secret": secret, "code": conversation.code}
    return JsonResponse(told, status=201)


async def send(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """Take in a message; the answer comes on the stream."""
    await _opened(request, conversation_id)
    said = inputs.utterance(json_body(request))
    emergency = await emergency_in(said.text) if isinstance(said, inputs.Typed) else ""
    seq = await in_database(keeping.receive, conversation_id, said, emergency)
    ring(conversation_id)
    gateway.wake(conversation_id)
    return JsonResponse({"seq": seq}, status=202)


async def read(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """The messages after a seq; with `wait`, as soon as there are any."""
    conversation = await _opened(request, conversation_id)
    after = inputs.cursor(request.GET.get("after"))
    if conversation.owner in PEOPLE:
        await in_database(signs.seen, conversation_id, after)
    wait = min(inputs.cursor(request.GET.get("wait")), settings.LONGEST_WAIT)
    news = await wait_for_news(conversation_id, after, wait)
    if news is None:
        raise ApiError("not_found")
    return JsonResponse({"messages": news.messages, **news.state, "typing": news.typing})


async def stream(request: HttpRequest, conversation_id: UUID) -> StreamingHttpResponse:
    """Everything that happens after a seq, as it happens."""
    await _opened(request, conversation_id)
    seen = inputs.cursor(request.headers.get("Last-Event-ID") or request.GET.get("after"))
    response = StreamingHttpResponse(
        events(conversation_id, seen), content_type="text/event-stream"
    )
    response.headers["X-Accel-Buffering"] = "no"
    return response


async def back_to_bot(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """Let the bot answer again."""
    return await _step(request, conversation_id, "give_back")


async def leave(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """End the conversation; it can still be read and saved."""
    return await _step(request, conversation_id, "end")


async def typing(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """The resident is writing."""
    await _opened(request, conversation_id)
    await in_database(signs.resident_types, conversation_id)
    return HttpResponse(status=204)


async def rate(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """Keep what the resident thought."""
    await _opened(request, conversation_id)
    rating, words = inputs.feedback(json_body(request))
    await in_database(keeping.rate, conversation_id, rating, words)
    return HttpResponse(status=204)


async def save(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """The conversation as text."""
    conversation = await _opened(request, conversation_id)
    text = await in_database(transcript, conversation)
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = (
        f'attachment; filename="opastin-{conversation.code}.txt"'
    )
    return response


async def delete(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """Erase the conversation everywhere."""
    await _opened(request, conversation_id)
    await in_database(erase, conversation_id)
    ring(conversation_id)
    return HttpResponse(status=204)


async def _step(request: HttpRequest, conversation_id: UUID, name: Step) -> HttpResponse:
    await _opened(request, conversation_id)
    owner = await in_database(keeping.step, conversation_id, name)
    return JsonResponse({"owner": owner})


async def _opened(request: HttpRequest, conversation_id: UUID) -> Conversation:
    """The conversation, if the Authorization header holds its secret."""
    return await in_database(keeping.opened, conversation_id, bearer(request))
