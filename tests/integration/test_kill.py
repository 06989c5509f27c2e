"""Chat dies in mid-conversation: what was acknowledged is there again, and nobody stays stuck."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.integration.desk import Desk
from tests.integration.fake_rasa import FakeRasa, Item
from tests.integration.resident import Resident, eventually
from tests.live import LiveChat

ACKNOWLEDGED = 0.5
"""Seconds after which the resident certainly has the 202."""


@pytest.fixture
def live(rasa: FakeRasa) -> Iterator[LiveChat]:
    """Chat as a process that can be killed."""
    with tempfile.TemporaryDirectory(prefix="opastin-kill-") as folder:
        chat = LiveChat(Path(folder), rasa).start()
        yield chat
        chat.kill()


@pytest.fixture
def asking(live: LiveChat) -> Iterator[Resident]:
    """A resident of that chat."""
    with httpx.Client(base_url=live.url, timeout=10, trust_env=False) as client:
        yield Resident(client)


@pytest.fixture
def desk(live: LiveChat) -> Iterator[Desk]:
    """A demo professional at that chat."""
    found = Desk(live.url, "demo1", live.password)
    yield found
    found.http.close()


def owner(resident: Resident) -> str:
    """Who owns the conversation, as the resident is told."""
    return str(resident.get("messages").json()["owner"])


def test_between_two_messages(live: LiveChat, asking: Resident, desk: Desk) -> None:
    """Both sides go on where they were: same owner, same messages, each once."""
    asking.say("haluan puhua ihmiselle")
    eventually(lambda: owner(asking) == "queue")
    board = desk.get().text
    pk = int(board.partition('id="take-')[2].partition('"')[0])
    assert "HX-Redirect" in desk.post(f"chats/{pk}/take").headers
    for number in range(3):
        asking.say(f"asukas {number}")
        desk.post(f"chats/{pk}/messages", text=f"ammattilainen {number}", client_id=f"c{number}")
        live.kill()
        live.start()
        again = desk.post(
            f"chats/{pk}/messages", text=f"ammattilainen {number}", client_id=f"c{number}"
        )
        assert again.status_code == 200
    assert owner(asking) == "professional"
    texts = [one["text"] for one in asking.sees()]
    seqs = [one["seq"] for one in asking.sees()]
    assert seqs == list(range(1, len(seqs) + 1))
    for number in range(3):
        assert texts.count(f"asukas {number}") == 1
        assert texts.count(f"ammattilainen {number}") == 1
    page = desk.get(f"chats/{pk}").text
    assert all(f"asukas {number}" in page for number in range(3))


def test_in_the_middle_of_handing_over(live: LiveChat, asking: Resident, desk: Desk) -> None:
    """The request is made, its answer lost: the resident waits all the same, and is told so."""
    hand_over = live.rasa.answer

    def and_die(body: Item) -> list[Item]:
        told: list[Item] = hand_over(body)
        live.kill()
        return told

    live.rasa.answer, live.rasa.delay = and_die, ACKNOWLEDGED
    asking.say("haluan puhua ihmiselle")
    live.process.wait(timeout=10)
    live.rasa.answer = hand_over
    live.start()
    told = asking.get("messages").json()
    assert told["owner"] == "queue"
    assert "1" in told["told"]
    assert 'id="take-' in desk.get().text


def test_before_the_bot_has_answered(live: LiveChat, asking: Resident, desk: Desk) -> None:
    """The sweep of the next process asks once more; one request for a person comes of it."""
    hand_over = live.rasa.answer

    def die(_body: Item) -> list[Item]:
        live.kill()
        return []

    live.rasa.answer, live.rasa.delay = die, ACKNOWLEDGED
    asking.say("haluan puhua ihmiselle")
    live.process.wait(timeout=10)
    live.rasa.answer = hand_over
    live.start()
    eventually(lambda: owner(asking) == "queue", seconds=40)
    assert [one["text"] for one in asking.sees()].count("haluan puhua ihmiselle") == 1
