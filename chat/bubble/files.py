"""Serves the static files of the apps: few, small, and also loaded by other sites' pages."""

import asyncio
import mimetypes
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response


async def static_file(request: HttpRequest, name: str) -> HttpResponse:
    """One file; browsers ask each time whether it changed."""
    content, kind = await asyncio.to_thread(_read, name)
    etag = f'"{sha256(content).hexdigest()[:32]}"'
    response = HttpResponse(content, content_type=kind)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "public, no-cache"
    return get_conditional_response(request, etag=etag, response=response) or response


def _read(name: str) -> tuple[bytes, str]:
    """A file of an app's static folder, and what it is."""
    found = finders.find(name)
    if found is None or not Path(found).is_file():
        raise Http404
    kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
    return Path(found).read_bytes(), kind
