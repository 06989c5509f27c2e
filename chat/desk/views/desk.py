"""The board, and what a professional says about themselves."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from bot.catalogue import LANGUAGES
from chat.conversations import inputs
from chat.conversations.database import in_database
from chat.desk import presence, stream
from chat.desk.access import may
from chat.desk.board import board
from chat.desk.models import Presence, Professional
from chat.desk.views.page import desk_page, professional


@desk_page("GET", needs="any")
def whole(request: HttpRequest, me: Professional) -> HttpResponse:
    """The desk with no chat open; parts of the page ask for the board alone."""
    if not may(me, "answer"):
        return redirect("desk:staff")
    if request.htmx:
        return render(request, "desk/part/board.html", _context(request, me))
    return render(request, "desk/board.html", _context(request, me))


async def events(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """What changes, as it changes."""
    me = await in_database(_logged_in, request)
    if me is None:
        return HttpResponse(status=403)
    chat = inputs.cursor(request.GET.get("chat")) or None
    response = StreamingHttpResponse(stream.events(me.pk, chat), content_type="text/event-stream")
    response.headers["X-Accel-Buffering"] = "no"
    response.headers["Cache-Control"] = "no-store"
    return response


@desk_page("POST", needs="any")
def here(_request: HttpRequest, _me: Professional) -> HttpResponse:
    """A key was pressed: somebody sits at the desk. Every POST says so."""
    return HttpResponse(status=204)


@desk_page("POST")
def choose_presence(request: HttpRequest, me: Professional) -> HttpResponse:
    """Online, busy or away."""
    if request.POST.get("presence") in Presence.values:
        presence.choose(me, request.POST["presence"])
    return render(request, "desk/part/board.html", _context(request, me))


@desk_page("POST", needs="any")
def choose_language(request: HttpRequest, me: Professional) -> HttpResponse:
    """The language of the desk."""
    if request.POST.get("language") in LANGUAGES:
        me.language = request.POST["language"]
        me.save(update_fields=["language"])
    back = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if own else "desk:board")


def _logged_in(request: HttpRequest) -> Professional | None:
    """Who looks; the session is read in the thread of the database."""
    return professional(request) if request.user.is_authenticated else None


def _context(request: HttpRequest, me: Professional) -> dict[str, object]:
    open_chat = inputs.cursor(request.GET.get("chat") or request.POST.get("chat")) or None
    return {"me": me, "board": board(me), "open_chat": open_chat}
