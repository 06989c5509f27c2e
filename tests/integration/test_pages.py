"""Pages, static files and what every answer tells the browser."""

from pathlib import Path

import httpx
import pytest
from pytest_django import Settings

from chat.bubble import files


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


def test_it_says_that_it_is_well(http: httpx.Client) -> None:
    """For whoever watches over it."""
    assert http.get("/health").json() == {"database": "ok"}


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
        script = http.get("/static/bubble/opastin-chat.js", headers={"Origin": origin})
        assert (script.headers.get("Access-Control-Allow-Origin") == origin) is allowed


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
