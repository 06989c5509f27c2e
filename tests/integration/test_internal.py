"""What the action server asks about queues."""

import httpx
import pytest
from pytest_django import Settings

from chat.conversations.models import Conversation, Handoff
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


@pytest.mark.parametrize("moment", ["2026-11-22T20:00", "2026-11-24T12:00"])
def test_nobody_is_present(
    http: httpx.Client, trusted: dict[str, str], monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """The queue says so, on a Sunday evening and at noon; no opening is promised."""
    monkeypatch.setenv("OPASTIN_NOW", moment)
    query = {"language": "sv", "municipality": "sipoo", "need": "back_pain"}
    told = http.get("/internal/queues", params=query, headers=trusted).json()
    assert told == {
        "queue": "sipoo",
        "state": "unavailable",
        "open": False,
        "present": 0,
        "waiting": 0,
        "wait_minutes": None,
        "opens": None,
    }


@pytest.mark.parametrize(
    ("municipality", "queue"), [("sipoo", "sipoo"), ("", "county"), ("helsinki", "county")]
)
def test_the_own_queue_comes_first(
    http: httpx.Client, trusted: dict[str, str], municipality: str, queue: str
) -> None:
    """The county's serves everyone else."""
    query = {"language": "fi", "municipality": municipality}
    assert http.get("/internal/queues", params=query, headers=trusted).json()["queue"] == queue


def test_a_request_is_recorded_once(
    http: httpx.Client, trusted: dict[str, str], resident: Resident, rasa: FakeRasa
) -> None:
    """With its handover card; the bot stays the owner, for nobody is there to take over."""
    resident.answer_to("haluan puhua ihmiselle")
    body = {"sender": rasa.heard[0]["sender"], "language": "fi", "card": CARD}
    for _ in range(2):
        told = http.post("/internal/handoffs", json=body, headers=trusted).json()
        assert told == {
            "queue": "sipoo",
            "state": "unavailable",
            "place": None,
            "wait_minutes": None,
            "opens": None,
        }
    kept = Handoff.objects.get()
    assert str(kept.conversation_id) == resident.id
    assert kept.card == {**CARD, "language": "fi"}
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
