"""Accounts of the desk: who gets in, who may what, and what is written down about it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import httpx
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from pytest_django import Settings

from bot.content.current import catalogue
from chat.desk.chores import CHORES
from chat.desk.demo import USERNAMES, ensure_demo
from chat.desk.models import AppendOnly, AuditEntry, Professional, ReadyReply
from tests.integration.desk import PASSWORD, Desk, employ, token

DESK: Final = Path(__file__).parents[2] / "chat" / "desk"

pytestmark = pytest.mark.usefixtures("transactional_db")


@pytest.fixture
def aino(server_url: str) -> Iterator[Desk]:
    """A professional who has logged in."""
    yield from opened(server_url, "aino")


@pytest.fixture
def lead(server_url: str) -> Iterator[Desk]:
    """A lead who has logged in."""
    yield from opened(server_url, "lena", role="lead")


@pytest.fixture
def administrator(server_url: str) -> Iterator[Desk]:
    """An administrator who has logged in."""
    yield from opened(server_url, "ada", role="administrator")


def opened(url: str, username: str, **facts: object) -> Iterator[Desk]:
    """The browser of somebody, closed at the end."""
    employ(username, **facts)
    desk = Desk(url, username)
    yield desk
    desk.http.close()


def test_the_way_in(aino: Desk) -> None:
    """With the password to the desk; the cookies are for the desk alone."""
    assert aino.login.headers["Location"] == "/desk/"
    assert {cookie.path for cookie in aino.http.cookies.jar} == {"/desk"}
    assert "HttpOnly" in aino.login.headers["Set-Cookie"]


@pytest.mark.parametrize(("lang", "word"), [("fi", "Kirjaudu sisään"), ("sv", "Logga in")])
def test_the_login_speaks_both_languages(http: httpx.Client, lang: str, word: str) -> None:
    """By a link on the page."""
    assert word in http.get("/desk/login", params={"lang": lang}).text


def test_too_many_failures(server_url: str) -> None:
    """After five wrong passwords the right one does not help either, for a while."""
    employ("aino")
    desk = Desk(server_url, "aino", "wrong")
    assert "väärin" in desk.login.text
    for _ in range(4):
        answer = desk.log_in("wrong")
    assert answer.status_code == 429
    assert "15" in answer.text
    assert desk.log_in(PASSWORD).status_code == 429
    desk.http.close()


@pytest.mark.parametrize("weak", ["short", "123456789012", "password1234", "aino-aino-aino"])
def test_weak_passwords_are_refused(aino: Desk, weak: str) -> None:
    """Too short, only digits, common, or like the own name; the old one holds."""
    aino.me.account.__class__.objects.update(first_name="aino-aino-aino")
    body = {"old_password": PASSWORD, "new_password1": weak, "new_password2": weak}
    answer = aino.post("password", htmx=False, **body)
    assert answer.status_code == 200
    assert "ei täytä ehtoja" in answer.text
    assert aino.me.account.check_password(PASSWORD)


def test_a_good_password(aino: Desk) -> None:
    """Is taken, and the session goes on."""
    new = "tuulinen kallioranta"
    body = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert aino.post("password", htmx=False, **body).headers["Location"] == "/desk/"
    assert aino.get().status_code == 200


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("replies/new", {"lena", "ada"}),
        ("staff", {"ada"}),
        ("staff/new", {"ada"}),
        ("audit", {"ada"}),
        ("replies", {"aino", "lena", "ada"}),
    ],
)
def test_roles(aino: Desk, lead: Desk, administrator: Desk, path: str, allowed: set[str]) -> None:
    """What a role does not allow is not there."""
    desks = (aino, lead, administrator)
    assert {desk.username for desk in desks if desk.get(path).status_code == 200} == allowed


def test_an_administrator_reads_no_conversation(administrator: Desk) -> None:
    """They land where they manage; no chat is theirs to open."""
    assert administrator.get().headers["Location"] == "/desk/staff"
    assert administrator.get("chats/1").status_code == 404


def test_hiring(administrator: Desk, server_url: str) -> None:
    """The first password is shown once and lets in; closing the account ends it at once."""
    facts = {
        "name": "Uusi",
        "role": "professional",
        "languages": "fi",
        "queues": "sipoo",
        "limit": "2",
    }
    page = administrator.post("staff/new", htmx=False, username="uusi", is_active="on", **facts)
    password = page.text.partition("<code>")[2].partition("</code>")[0]
    desk = Desk(server_url, "uusi", password)
    assert desk.get().status_code == 200
    assert desk.me.queues == ["sipoo"]
    assert "käytössä" in administrator.post("staff/new", htmx=False, username="uusi", **facts).text
    administrator.post(f"staff/{desk.me.pk}", htmx=False, **facts)
    assert desk.get().headers["Location"].startswith("/desk/login")
    desk.http.close()


def test_ready_replies(lead: Desk) -> None:
    """A desk begins with some; leads write, change and remove them, in both languages."""
    assert ReadyReply.objects.count() > 5
    body = {
        "title_fi": "Uusi",
        "text_fi": "Teksti",
        "title_sv": "Ny",
        "text_sv": "Text",
        "queue": "",
    }
    lead.post("replies/new", htmx=False, **body)
    made = ReadyReply.objects.get(title_sv="Ny")
    lead.post(f"replies/{made.pk}", htmx=False, **{**body, "queue": "sipoo"})
    made.refresh_from_db()
    assert made.queue == "sipoo"
    assert "Tarkista" in lead.post("replies/new", htmx=False, **{**body, "text_sv": ""}).text
    lead.post(f"replies/{made.pk}/delete", htmx=False)
    assert not ReadyReply.objects.filter(title_sv="Ny").exists()


def test_the_language_of_the_desk(aino: Desk) -> None:
    """One press, and it stays."""
    assert "På svenska" in aino.get().text
    aino.post("language", htmx=False, language="sv", next="/desk/")
    assert "Suomeksi" in aino.get().text


def test_the_audit_is_append_only(aino: Desk) -> None:
    """Neither by the model nor by the database."""
    entry = AuditEntry.objects.get(action="login")
    with pytest.raises(AppendOnly):
        entry.save()
    with pytest.raises(AppendOnly):
        entry.delete()
    with pytest.raises(DatabaseError, match="append-only"):
        AuditEntry.objects.update(action="nothing")


def test_what_is_written_down_has_words() -> None:
    """Whoever reads the audit reads it in their language."""
    written = "\n".join(path.read_text(encoding="utf-8") for path in DESK.rglob("*.py"))
    actions = {*re.findall(r'note_down\("(\w+)"', written), *(chore.name for chore in CHORES)}
    words = catalogue().messages
    assert "take" in actions
    assert {action for action in actions if f"desk.action_{action}" not in words} == set()


def test_forms_of_other_sites_do_nothing(aino: Desk) -> None:
    """Without the token of our own page."""
    aino.http.post("/desk/presence", data={"presence": "away"})
    assert aino.me.presence == "online"


def test_demo_professionals(server_url: str, settings: Settings) -> None:
    """Two in development, with a password that stands in var/; the same on the next start."""
    ensure_demo()
    password = (settings.OPASTIN.var / "demo-password.txt").read_text(encoding="utf-8").strip()
    ensure_demo()
    for username in USERNAMES:
        desk = Desk(server_url, username, password)
        assert desk.get().status_code == 200
        desk.http.close()
    assert Professional.objects.count() == len(USERNAMES)


def test_production_refuses_demo_professionals(server_url: str, settings: Settings) -> None:
    """It makes none, and those that are there get in no more: not even with an open session."""
    ensure_demo()
    password = (settings.OPASTIN.var / "demo-password.txt").read_text(encoding="utf-8").strip()
    desk = Desk(server_url, "demo1", password)
    settings.OPASTIN = replace(settings.OPASTIN, environment="production")
    assert desk.get().headers["Location"].startswith("/desk/login")
    assert desk.log_in(password).status_code == 200
    with pytest.raises(CommandError, match="Fix: "):
        call_command("demo_professionals")
    desk.http.close()


def test_the_first_administrator(capsys: pytest.CaptureFixture[str]) -> None:
    """By a command that prints the first password."""
    call_command("add_administrator", "ada", "Ada")
    username, password = capsys.readouterr().out.split()
    account = Professional.objects.get(role="administrator").account
    assert account.username == username
    assert account.check_password(password)
    with pytest.raises(CommandError, match="exists"):
        call_command("add_administrator", "ada", "Ada")


def test_every_answer_is_safe(aino: Desk) -> None:
    """No page of the desk is kept, framed, or runs what is not ours."""
    headers = aino.get().headers
    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Frame-Options"] == "DENY"
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "same-origin"


def test_a_login_from_nowhere(http: httpx.Client) -> None:
    """The form carries its token; without it the page begins anew."""
    assert token(http.get("/desk/login"))
    assert http.post("/desk/login", data={"username": "x"}).headers["Location"] == "/desk/"
