"""The event stream of one desk page: it says what to draw anew, the page asks for it."""

import time
from collections.abc import AsyncIterator
from typing import Any, Final
from uuid import UUID

from django.conf import settings

from chat.conversations.database import in_database
from chat.conversations.stream import HEARTBEAT, event
from chat.conversations.wakeups import BOARD, is_over, listening
from chat.desk import presence
from chat.desk.access import readable
from chat.desk.board import board_mark, chat_mark
from chat.desk.models import Handoff, Professional
from chat.desk.refusals import NotYours
from chat.desk.waiting import bell_of

SIGN_EVERY: Final = 20.0
"""Seconds between the signs of life that an open page gives for its professional."""

LOOK_EVERY: Final = 5.0
"""Seconds after which what ends by itself is seen: writing, a connection, a presence."""


async def events(professional_id: int, chat: int | None) -> AsyncIterator[str]:
    """`board` and `chat` whenever they have changed; both at once when the page connects."""
    shown: dict[str, Any] = {}
    sign_at = 0.0
    heartbeat_at = time.monotonic() + settings.HEARTBEAT_EVERY
    yield HEARTBEAT
    talk = await in_database(_conversation, chat)
    with listening(BOARD, bell_of(professional_id), *talk) as bell:
        rung_for: set[UUID] = set()
        while not is_over():
            if time.monotonic() >= sign_at:
                await in_database(_sign, professional_id)
                sign_at = time.monotonic() + SIGN_EVERY
            concerned = _concerned(rung_for, talk)
            marks = await in_database(_marks, professional_id, chat, concerned)
            if marks is None:
                return
            for name, mark in marks.items():
                if name not in shown or shown[name] != mark:
                    yield event(name, {})
            shown.update(marks)
            if time.monotonic() >= heartbeat_at:
                yield HEARTBEAT
                heartbeat_at = time.monotonic() + settings.HEARTBEAT_EVERY
            rung_for = await bell.rung(LOOK_EVERY)


def _concerned(rung_for: set[UUID], talk: set[UUID]) -> set[str]:
    """The parts of the page that the bell was rung for; both when nothing rang for a while."""
    if not rung_for:
        return {"board", "chat"}
    return {"chat" if key in talk else "board" for key in rung_for}


def _conversation(chat: int | None) -> set[UUID]:
    found = Handoff.objects.filter(pk=chat).values_list("conversation_id", flat=True)
    return set(found)


def _sign(professional_id: int) -> None:
    presence.here(Professional(pk=professional_id), acts=False)


def _marks(professional_id: int, chat: int | None, concerned: set[str]) -> dict[str, Any] | None:
    """What stands on the page; None when the professional may not be here any more."""
    me = Professional.objects.filter(pk=professional_id, account__is_active=True).first()
    if me is None:
        return None
    marks: dict[str, Any] = {}
    if "board" in concerned:
        marks["board"] = board_mark(me, chat)
    if "chat" in concerned and chat is not None:
        try:
            marks["chat"] = chat_mark(readable(me, chat))
        except NotYours:
            marks["chat"] = None
    return marks
