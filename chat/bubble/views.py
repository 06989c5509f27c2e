"""The pages that show the bubble and tell about it, and those for whoever watches over chat."""

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from chat.conversations import rasa
from chat.conversations.database import in_database


async def page(request: HttpRequest, name: str, language: str) -> HttpResponse:
    """A page of a county's website as it might be, with the bubble in its corner."""
    context = {
        "lang": language,
        "privacy_notice_url": settings.OPASTIN.privacy_notice_url,
        "accessibility_url": settings.OPASTIN.accessibility_url,
        "retention_days": settings.OPASTIN.retention_days,
    }
    return render(request, f"bubble/{name}.html", context)


async def health(_request: HttpRequest) -> HttpResponse:
    """Whether chat itself is well: 200 or 503. It is, and helps residents, without the bot."""
    well = await _is_well()
    return JsonResponse({"chat": _told(well)}, status=200 if well else 503)


async def ready(_request: HttpRequest) -> HttpResponse:
    """Whether residents get the bot's answers: 200, or 503 with which of the two is not well."""
    well, answered = await _is_well(), await rasa.is_there()
    told = {"chat": _told(well), "bot": _told(answered)}
    return JsonResponse(told, status=200 if well and answered else 503)


def _told(well: bool) -> str:  # noqa: FBT001 - it is what is told
    return "ok" if well else "away"


async def _is_well() -> bool:
    try:
        await in_database(_connect)
    except Error:
        return False
    return True


def _connect() -> None:
    """Connections belong to threads: this one to the thread that runs this."""
    connection.ensure_connection()
