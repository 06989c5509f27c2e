"""The event stream and polling: nothing is missed, nothing comes twice."""

import threading
import time
from itertools import islice

import httpx
from pytest_django import Settings

from chat.conversations.models import Conversation, Owner
from tests.integration.fake_rasa import FakeRasa
from tests.integration.resident import Resident, Told


def kinds(events: list[Told]) -> list[str]:
    """The names of the events, comments left out."""
    return [event["event"] for event in events if event["event"] != "comment"]


def until(resident: Resident, wanted: int, **headers: str) -> list[Told]:
    """Events up to and including the message with a seq."""
    found = []
    for event in resident.stream(**headers):
        found.append(event)
        if event["event"] == "message" and event["data"]["seq"] >= wanted:
            return found
    return found


def test_a_stream_begins_with_what_was_missed(resident: Resident, rasa: FakeRasa) -> None:
    """All messages in order, with their seq as the id of the event."""
    resident.answer_to("kuume")
    events = until(resident, 3)
    messages = [event for event in events if event["event"] == "message"]
    assert [event["data"]["seq"] for event in messages] == [1, 2, 3]
    assert [event["id"] for event in messages] == ["1", "2", "3"]
    assert events[0] == {"event": "comment"}


def test_a_stream_resumes_after_a_seq(resident: Resident, rasa: FakeRasa) -> None:
    """By header, as browsers do, or by query."""
    resident.answer_to("kuume")
    events = until(resident, 3, **{"Last-Event-ID": "2"})
    assert [event["data"]["seq"] for event in events if event["event"] == "message"] == [3]


def test_a_stream_tells_what_happens(resident: Resident, rasa: FakeRasa) -> None:
    """The own message, that the bot is at it, and the answer, while the stream is open."""
    rasa.delay = 0.2
    timer = threading.Timer(0.2, resident.say, ["kuume"])
    timer.start()
    events = until(resident, 3)
    timer.join()
    assert kinds(events) == ["message", "state", "message", "typing", "message"]
    assert events[-1]["data"]["author"] == "bot"


def test_a_stream_tells_who_owns_the_conversation(resident: Resident) -> None:
    """Also when another process changes it."""
    stream = resident.stream()
    assert kinds(list(islice(stream, 3))) == ["message", "state"]
    Conversation.objects.filter(id=resident.id).update(owner=Owner.QUEUE)
    told = next(stream)
    assert (told["event"], told["data"]["owner"], told["data"]["language"]) == (
        "state",
        "queue",
        "fi",
    )
    stream.close()


def test_a_quiet_stream_shows_that_it_lives(resident: Resident, settings: Settings) -> None:
    """A heartbeat, so that nobody on the way hangs up."""
    settings.HEARTBEAT_EVERY = 0.2
    stream = resident.stream()
    last = list(islice(stream, 5))[-2:]
    assert last == [{"event": "comment"}, {"event": "comment"}]
    stream.close()


def test_a_stream_ends_with_the_conversation(resident: Resident) -> None:
    """After erasing there is nothing more to say."""
    timer = threading.Timer(0.2, resident.erase)
    timer.start()
    events = list(resident.stream())
    timer.join()
    assert events[-1] == {
        "event": "state",
        "data": {"owner": "ended", "language": None, "told": ""},
    }


def test_polling_reads_the_same(resident: Resident, rasa: FakeRasa) -> None:
    """For those whose network lets no stream through."""
    resident.answer_to("kuume")
    told = resident.get("messages", after=2).json()
    assert [message["seq"] for message in told["messages"]] == [3]
    assert (told["owner"], told["language"], told["typing"]) == ("bot", "fi", False)


def test_polling_can_wait(resident: Resident, rasa: FakeRasa) -> None:
    """The answer comes when there is news, not when the time is up."""
    begun = time.monotonic()
    timer = threading.Timer(0.2, resident.say, ["kuume"])
    timer.start()
    told = resident.get("messages", after=1, wait=8).json()
    timer.join()
    assert told["messages"][0]["text"] == "kuume"
    assert time.monotonic() - begun < 5
    assert resident.get("messages", after=told["messages"][-1]["seq"] + 5).json()["messages"] == []


def test_a_stream_wakes_only_its_own(
    resident: Resident, http: httpx.Client, rasa: FakeRasa
) -> None:
    """What is said in one conversation is not told in another."""
    other = Resident(http)
    stream = other.stream()
    list(islice(stream, 3))
    resident.answer_to("kuume")
    other.say("yskä")
    assert next(stream)["data"]["text"] == "yskä"
    stream.close()
