"""Pages, static files and what every answer tells the browser."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import httpx
import pytest
from django.db import OperationalError
from pytest_django import Settings

from chat.bubble import files, views
from tests.integration.fake_rasa import FakeRasa

STATIC: Final = Path(files.__file__).parent / "static"


def test_pages_load_nothing_from_elsewhere(http: httpx.Client) -> None:
    """The browser is told so, in both languages."""
    for path in ("/", "/privacy", "/accessibility", "/sv", "/sv/privacy", "/sv/accessibility"):
        page = http.get(path)
        assert page.status_code == 200
        language = "sv" if path.startswith("/sv") else "fi"
        assert f'<html lang="{language}">' in page.text
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "http" not in policy
        assert "unsafe" not in policy


def test_every_answer_is_safe(http: httpx.Client) -> None:
    """Pages, the API and errors alike."""
    for path in ("/", "/health", "/api/conversations", "/nothing"):
        headers = http.get(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Frame-Options"] == "DENY"


def told(answer: httpx.Response) -> tuple[int, dict[str, str]]:
    """The status and the body."""
    return answer.status_code, answer.json()


def test_it_says_that_it_is_well(http: httpx.Client, rasa: FakeRasa) -> None:
    """For itself alone, and with the bot."""
    assert told(http.get("/health")) == (200, {"chat": "ok"})
    assert told(http.get("/ready")) == (200, {"chat": "ok", "bot": "ok"})


@pytest.mark.parametrize("address", [None, "http://127.0.0.1:9"])
def test_it_says_that_the_bot_is_away(
    http: httpx.Client, rasa: FakeRasa, settings: Settings, address: str | None
) -> None:
    """Broken or gone; chat itself is well."""
    rasa.status = 500
    settings.OPASTIN = replace(settings.OPASTIN, rasa_url=address or rasa.url)
    assert told(http.get("/ready")) == (503, {"chat": "ok", "bot": "away"})
    assert told(http.get("/health")) == (200, {"chat": "ok"})


def test_it_says_that_it_is_not_well(http: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without saying why: that is for the log."""

    def away() -> None:
        raise OperationalError("FATAL: no pg_hba.conf entry for host 10.0.0.7")

    monkeypatch.setattr(views, "_connect", away)
    assert told(http.get("/health")) == (503, {"chat": "away"})
    assert told(http.get("/ready")) == (503, {"chat": "away", "bot": "ok"})


def test_only_listed_sites_may_embed_the_bubble(http: httpx.Client, settings: Settings) -> None:
    """The secret's header is allowed to them; no cookies are."""
    settings.CORS_ALLOWED_ORIGINS = ["https://itauusimaa.fi"]
    asks = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
    }
    for origin, allowed in (("https://itauusimaa.fi", True), ("https://evil.example", False)):
        answer = http.options("/api/conversations", headers={"Origin": origin, **asks})
        assert (answer.headers.get("Access-Control-Allow-Origin") == origin) is allowed
        assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize("file", [file.name for file in (STATIC / "bubble").iterdir()])
def test_listed_sites_may_load_every_part_of_the_bubble(
    http: httpx.Client, settings: Settings, file: str
) -> None:
    """Module scripts are always asked for with an origin, and again when they may be old."""
    settings.CORS_ALLOWED_ORIGINS = ["https://itauusimaa.fi", "https://ostranyland.fi"]
    address = f"/static/bubble/{file}"
    for origin in settings.CORS_ALLOWED_ORIGINS:
        first = http.get(address, headers={"Origin": origin})
        asks_again = {"Origin": origin, "If-None-Match": first.headers["ETag"]}
        again = http.get(address, headers=asks_again)
        assert (first.status_code, again.status_code) == (200, 304)
        for answer in (first, again):
            assert answer.headers["Access-Control-Allow-Origin"] == origin
            assert "origin" in answer.headers["Vary"].lower()
    for origin in ("https://evil.example", "https://itauusimaa.fi.evil.example", "null"):
        refused = http.get(address, headers={"Origin": origin})
        assert "Access-Control-Allow-Origin" not in refused.headers


def test_static_files_are_asked_for_again_but_not_sent_again(http: httpx.Client) -> None:
    """A new bubble is there at once; an unchanged one costs nothing."""
    script = http.get("/static/bubble/opastin-chat.js")
    assert script.headers["Content-Type"].startswith("text/javascript")
    again = http.get(
        "/static/bubble/opastin-chat.js", headers={"If-None-Match": script.headers["ETag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "name", ["../settings.py", "..%2f..%2fsettings.py", "bubble", "bubble/none.js", "%2fetc/passwd"]
)
def test_nothing_else_is_served(http: httpx.Client, name: str) -> None:
    """Only the apps' static folders."""
    assert Path(files.__file__).exists()
    assert http.get(f"/static/{name}").status_code in {400, 404}
