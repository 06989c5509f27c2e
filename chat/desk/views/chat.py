"""One chat: what was said, what is known, and everything a professional does with it."""

import secrets

from django.db import transaction
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bot.catalogue import Queue
from bot.clock import now
from bot.content.current import catalogue
from chat.conversations import inputs, signs
from chat.conversations.models import Author
from chat.desk import board, notes, speaking, taking
from chat.desk.access import may, readable
from chat.desk.models import Handoff, Outcome, Professional
from chat.desk.presence import open_chats, shown
from chat.desk.refusals import Refused
from chat.desk.views.page import desk_page

CHOSEN = (Outcome.ANSWERED, Outcome.GUIDED)
"""The outcomes a professional picks from; the others come of what they do."""


@desk_page("GET")
def whole(request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """The desk with this chat open."""
    handoff = readable(me, pk)
    context = {
        "board": board.board(me),
        "open_chat": pk,
        "outcomes": CHOSEN,
        "queues": [one for one in queues_of_today() if one != handoff.queue],
        "colleagues": colleagues(me, handoff),
        "may_move": handoff.professional_id == me.pk or may(me, "lead"),
        "municipalities": catalogue().municipalities,
        "client_id": secrets.token_urlsafe(12),
        **_talk(me, handoff, after=0),
    }
    return render(request, "desk/chat.html", context)


@desk_page("GET")
def log(request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """What was said after a seq, and how things stand."""
    after = inputs.cursor(request.GET.get("after"))
    return render(request, "desk/part/news.html", _talk(me, readable(me, pk), after))


@desk_page("POST")
def take(request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """Answer this resident from now on."""
    taking.take(me, pk)
    return _go(request, reverse("desk:chat", args=[pk]))


@desk_page("POST")
def write(request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """Send a message; the page gets the name of its next one."""
    said = request.POST.get("text", "")
    speaking.write(me, pk, said, request.POST.get("client_id", ""))
    context = {"client_id": secrets.token_urlsafe(12)}
    response = render(request, "desk/part/client_id.html", context)
    response.headers["HX-Trigger"] = "sent"
    return response


@desk_page("POST")
def typing(_request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """The resident sees that somebody writes."""
    signs.people_type(readable(me, pk).conversation_id)
    return HttpResponse(status=204)


@desk_page("POST")
def note(request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """Write a note for colleagues."""
    handoff = readable(me, pk)
    with transaction.atomic():
        notes.add(handoff, me, request.POST.get("note", ""))
    return HttpResponse(status=204, headers={"HX-Trigger": "noted"})


@desk_page("POST")
def transfer(request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """Pass the resident on: `queue:sipoo` or `person:7`."""
    kind, _, name = request.POST.get("to", "").partition(":")
    said = request.POST.get("note", "")
    if kind == "queue" and name in queues_of_today():
        taking.to_queue(me, pk, name, said)
    elif kind == "person" and name.isdecimal():
        taking.to_person(me, pk, Professional.objects.get(pk=int(name)), said)
    else:
        raise Refused("desk.choose_where")
    return _go(request, reverse("desk:board"))


@desk_page("POST")
def close(request: HttpRequest, me: Professional, pk: int) -> HttpResponse:
    """End the conversation with an outcome, send it on, or give it back to the bot."""
    outcome = request.POST.get("outcome", "")
    if outcome == Outcome.IDENTIFIED:
        taking.continue_identified(me, pk)
    elif outcome == Outcome.TO_BOT:
        taking.to_bot(me, pk)
    elif outcome in CHOSEN:
        taking.finish(me, pk, outcome)
    else:
        raise Refused("desk.choose_outcome")
    return _go(request, reverse("desk:board"))


def queues_of_today() -> dict[str, Queue]:
    """Where a resident can be passed on to: not to what has not begun, or is over."""
    return catalogue().on(now().date()).queues


def colleagues(me: Professional, handoff: Handoff) -> list[tuple[Professional, str]]:
    """Who else serves the queue, and whether they are there."""
    found = Professional.objects.filter(
        memberships__queue=handoff.queue, account__is_active=True
    ).exclude(pk__in=[me.pk, handoff.professional_id or 0])
    return [(one, shown(one, open_chats(one))) for one in found if may(one, "answer")]


def _talk(me: Professional, handoff: Handoff, after: int) -> dict[str, object]:
    """The messages after a seq; the professional has them on the screen now."""
    conversation = handoff.conversation
    own = conversation.messages.filter(author=Author.PROFESSIONAL).aggregate(last=Max("seq"))[
        "last"
    ]
    messages = list(conversation.messages.filter(seq__gt=after))
    if handoff.professional_id == me.pk and handoff.is_unread:
        speaking.read_up_to(handoff, conversation.last_seq)
    notes.read(handoff, me)
    return {
        "me": me,
        "handoff": handoff,
        "conversation": conversation,
        "messages": messages,
        "after": messages[-1].seq if messages else after,
        "is_mine": handoff.professional_id == me.pk and handoff.closed is None,
        "is_typing": board.is_typing(conversation),
        "is_connected": board.is_connected(conversation),
        "has_written": own is not None,
        "undelivered": own is not None and own > conversation.delivered_seq,
    }


def _go(request: HttpRequest, url: str) -> HttpResponse:
    """To another page."""
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return HttpResponse(status=303, headers={"Location": url})
