"""The pages that show the bubble and tell about it, and the one that says chat is well."""

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

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
    """Whether chat can do its work: 200, or 503 with what is not well."""
    try:
        await in_database(_connect)
    except Error:
        return JsonResponse({"database": "away"}, status=503)
    return JsonResponse({"database": "ok"})


def _connect() -> None:
    """Connections belong to threads: this one to the thread that runs this."""
    connection.ensure_connection()
