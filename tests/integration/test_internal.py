"""What the action server asks about queues."""

from datetime import date

import httpx
import pytest
from pytest_django import Settings

from chat.conversations.models import Conversation
from chat.desk.models import Handoff
from tests.integration.content import queues_end
from tests.integration.fake_rasa import FakeRasa
from tests.integration.resident import Resident

CARD = {"municipality": "sipoo", "need": "back_pain"}


@pytest.fixture
def trusted(settings: Settings) -> dict[str, str]:
    """What the action server shows."""
    return {"Authorization": f"Bearer {settings.OPASTIN.chat_token}"}


@pytest.mark.parametrize(
    "shown", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "wrong"}]
)
def test_nobody_else_may_ask(http: httpx.Client, shown: dict[str, str]) -> None:
    """Residents have no business here."""
    assert http.get("/internal/queues?language=fi", headers=shown).status_code == 401
    assert http.post("/internal/handoffs", json={}, headers=shown).status_code == 401


QUERY = {"language": "sv", "municipality": "sipoo", "need": "back_pain"}
NOBODY = {
    "queue": "sipoo",
    "state": "unavailable",
    "open": False,
    "present": 0,
    "waiting": 0,
    "wait_minutes": None,
    "opens": None,
}


def test_open_but_nobody_is_there(
    http: httpx.Client, trusted: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hours in content/queues.yml are no promise."""
    monkeypatch.setenv("OPASTIN_NOW", "2026-11-24T12:00")
    told = http.get("/internal/queues", params=QUERY, headers=trusted).json()
    assert told == {**NOBODY, "open": True}


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2026-11-22T20:00", {"queue": "sipoo", "opens": "2026-11-23T08:00:00+02:00"}),
        ("2026-11-27T20:00", {"queue": "county", "opens": "2026-11-28T09:00:00+02:00"}),
        ("2026-11-27T19:20", {"queue": "county", "opens": "2026-11-28T09:00:00+02:00"}),
        ("2026-12-23T20:00", {"queue": "sipoo", "opens": "2026-12-28T08:00:00+02:00"}),
    ],
    ids=["Sunday evening", "Friday evening", "too near to closing", "before Christmas"],
)
def test_closed_until(
    http: httpx.Client,
    trusted: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
    told: dict[str, str],
) -> None:
    """The queue that opens first, on a day that is no holiday."""
    monkeypatch.setenv("OPASTIN_NOW", moment)
    answer = http.get("/internal/queues", params=QUERY, headers=trusted).json()
    assert answer == {**NOBODY, **told}


@pytest.mark.parametrize(
    ("municipality", "queue"), [("sipoo", "sipoo"), ("", "county"), ("helsinki", "county")]
)
def test_the_own_queue_comes_first(
    http: httpx.Client,
    trusted: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    municipality: str,
    queue: str,
) -> None:
    """The county's serves everyone else."""
    monkeypatch.setenv("OPASTIN_NOW", "2026-11-24T12:00")
    query = {"language": "fi", "municipality": municipality}
    assert http.get("/internal/queues", params=query, headers=trusted).json()["queue"] == queue


def test_a_queue_that_is_over(
    http: httpx.Client, trusted: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked on its last day, and the county's on the next."""
    with queues_end(date(2026, 11, 24), "sipoo"):
        for moment, queue in {"2026-11-24T12:00": "sipoo", "2026-11-25T12:00": "county"}.items():
            monkeypatch.setenv("OPASTIN_NOW", moment)
            told = http.get("/internal/queues", params=QUERY, headers=trusted).json()
            assert told == {**NOBODY, "queue": queue, "open": True}


@pytest.mark.parametrize("moment", ["2026-11-24T20:00", "2026-11-25T12:00"])
def test_all_queues_are_over(
    http: httpx.Client, trusted: dict[str, str], monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Nobody can come, and no opening is promised, from the last evening on."""
    monkeypatch.setenv("OPASTIN_NOW", moment)
    with queues_end(date(2026, 11, 24)):
        told = http.get("/internal/queues", params=QUERY, headers=trusted).json()
    assert told == {**NOBODY, "queue": "county"}


def test_where_nobody_can_come_nothing_is_recorded(
    http: httpx.Client,
    trusted: dict[str, str],
    resident: Resident,
    rasa: FakeRasa,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The truth is told, and the bot stays the owner."""
    monkeypatch.setenv("OPASTIN_NOW", "2026-11-24T12:00")
    resident.answer_to("haluan puhua ihmiselle")
    body = {"sender": rasa.heard[0]["sender"], "language": "fi", "card": CARD}
    told = http.post("/internal/handoffs", json=body, headers=trusted).json()
    assert told == {
        "queue": "sipoo",
        "state": "unavailable",
        "place": None,
        "wait_minutes": None,
        "opens": None,
    }
    assert not Handoff.objects.exists()
    assert Conversation.objects.get(id=resident.id).owner == "bot"


def test_an_unknown_conversation_creates_nothing(
    http: httpx.Client, trusted: dict[str, str]
) -> None:
    """`rasa shell` gets the truth too."""
    body = {"sender": "shell", "language": "sv", "card": {"municipality": None}}
    told = http.post("/internal/handoffs", json=body, headers=trusted).json()
    assert told["state"] == "unavailable"
    assert not Handoff.objects.exists()
    assert not Conversation.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"sender": "x", "card": {}},
        {"sender": "x", "language": "en", "card": {}},
        {"sender": 1, "language": "fi", "card": {}},
        {"sender": "x", "language": "fi", "card": "sipoo"},
    ],
)
def test_a_request_that_is_none(
    http: httpx.Client, trusted: dict[str, str], body: dict[str, object]
) -> None:
    """Is refused like any other."""
    assert http.post("/internal/handoffs", json=body, headers=trusted).status_code == 400
