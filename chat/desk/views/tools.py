"""What helps to answer: ready replies, and services by municipality from the same catalogue."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bot.catalogue import Service
from bot.clock import now
from bot.content.current import catalogue
from bot.language.normalise import fold, words
from bot.saying.services import LONGEST, service_lines
from bot.saying.words import Words
from chat.desk.access import readable
from chat.desk.models import Professional, ReadyReply
from chat.desk.views.page import desk_page

MOST_FOUND: Final = 12


@desk_page("GET")
def replies(request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """Ready replies in the resident's language that hold all the words."""
    handoff = readable(me, pk)
    language = handoff.conversation.language
    offered = ReadyReply.objects.filter(queue__in=["", handoff.queue])
    found = [
        {"title": getattr(one, f"title_{language}"), "text": getattr(one, f"text_{language}")}
        for one in offered
    ]
    asked = request.GET.get("reply", "")
    shown = [one for one in found if _holds(f"{one['title']} {one['text']}", asked)]
    context = {"found": shown[:MOST_FOUND], "lang": language}
    return render(request, "desk/part/replies.html", context)


@desk_page("GET")
def services(request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """Services of a municipality whose names hold all the words, ready to insert."""
    handoff = readable(me, pk)
    language = handoff.conversation.language
    place, asked = request.GET.get("municipality", ""), request.GET.get("service", "")
    content, moment = catalogue(), now()
    said = Words(content, language, moment)
    found = [
        one
        for one in content.on(moment.date()).services.values()
        if (not place or not one.municipalities or place in one.municipalities)
        and _holds(_known_as(one), asked)
    ]
    shown = [
        {
            "name": one.name.into(language),
            "text": service_lines([(one, None)], said, LONGEST)[0].removeprefix("• "),
        }
        for one in sorted(found, key=lambda one: (not one.municipalities, one.name.into(language)))
    ]
    context = {"found": shown[:MOST_FOUND], "lang": language}
    return render(request, "desk/part/replies.html", context)


def _known_as(service: Service) -> str:
    texts = (service.name, service.about)
    return " ".join(part for text in texts for part in (text.fi, text.sv))


def _holds(text: str, asked: str) -> bool:
    """Whether every word that is asked for begins one of the text."""
    known = words(fold(text.lower()))
    return all(any(one.startswith(word) for one in known) for word in words(fold(asked.lower())))
