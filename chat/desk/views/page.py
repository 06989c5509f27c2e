"""What every page of the desk shares: who looks, and the one way it refuses."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from chat.conversations.errors import ApiError
from chat.conversations.owners import MoveRefused
from chat.conversations.words import phrase
from chat.desk import presence
from chat.desk.access import may
from chat.desk.models import Professional
from chat.desk.refusals import NotYours, Refused

View = Callable[..., HttpResponse]


def desk_page(*methods: str, needs: str = "answer") -> Callable[[View], View]:
    """A page for professionals whose role allows something; by the named methods alone."""

    def decorate(view: View) -> View:
        @never_cache
        @login_required
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **parts: Any) -> HttpResponse:
            if request.method not in methods:
                return HttpResponse(status=405, headers={"Allow": ", ".join(methods)})
            me = professional(request)
            if not may(me, needs):
                raise Http404
            try:
                if request.method == "POST":
                    presence.here(me, acts=True)
                response = view(request, me, *args, **parts)
            except Refused as refused:
                text = phrase(refused.key, me.language, **refused.facts)
                response = _refusal(request, text)
            except (ApiError, MoveRefused):
                response = _refusal(request, phrase("desk.gone", me.language))
            except NotYours:
                raise Http404 from None
            return response

        return answer

    return decorate


def professional(request: HttpRequest) -> Professional:
    """Who is logged in."""
    found: Professional = request.user.professional
    return found


def _refusal(request: HttpRequest, text: str) -> HttpResponse:
    """Why not: into the page's place for it when a part of the page asked, else as a page."""
    context = {"refusal": text}
    if request.htmx:
        response = render(request, "desk/part/refusal.html", context)
        response.headers["HX-Retarget"] = "#refusal"
        response.headers["HX-Reswap"] = "innerHTML"
        return response
    return render(request, "desk/refused.html", context, status=409)
