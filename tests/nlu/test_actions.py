"""Actions translate a tracker into one pure call, and its result into events and one message."""

import asyncio
import inspect
from dataclasses import fields
from typing import Any

import pytest
import requests
import yaml
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.change_language import ActionChangeLanguage
from actions.human_queue import ChatQueue, QueueAway, Standing, standing
from actions.navigate import ActionNavigate
from actions.small_talk import ActionSmallTalk
from actions.start_handoff import ActionStartHandoff
from actions.tracking import Slot, events_of, language_of, situation_of, understood_of
from bot.navigation.situation import Situation, Understood
from bot.settings import ROOT
from tests.factories import catalogue, helsinki
from tests.replies import faults_of

DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
KINDS = [ActionNavigate, ActionSmallTalk, ActionStartHandoff, ActionChangeLanguage]


@pytest.fixture(autouse=True)
def tuesday_at_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A time when somebody answers."""
    monkeypatch.setenv("OPASTIN_NOW", "2026-11-24T10:00")


def tracker(intent: str = "greet", slots: dict[str, Any] | None = None, **latest: Any) -> Tracker:
    """A conversation at its latest message."""
    message = {"intent": {"name": intent}, "entities": [], **latest}
    kept = {slot.value: None for slot in Slot} | (slots or {})
    return Tracker(
        "resident",
        kept,
        message,
        [],
        paused=False,
        followup_action=None,
        active_loop={},
        latest_action_name="action_listen",
    )


def entity(name: str, value: str) -> dict[str, str]:
    """Something that was found in a message, or that a button says."""
    return {"entity": name, "value": value}


def run(action: Action, conversation: Tracker) -> tuple[dict[str, Any], dict[str, Any]]:
    """The one message that is told, and the slots that are set."""
    dispatcher = CollectingDispatcher()
    events = action.run(dispatcher, conversation, {})
    if inspect.isawaitable(events):
        events = asyncio.run(events)  # type: ignore[arg-type]
    [told] = dispatcher.messages
    return told, {event["name"]: event["value"] for event in events}  # type: ignore[union-attr]


class Queue:
    """A queue that answers what it is told to."""

    def __init__(self, answer: Standing | None) -> None:
        self.answer = answer
        self.asked: list[tuple[str, str, dict[str, Any]]] = []

    def open(self, sender: str, language: str, handover: dict[str, Any]) -> Standing:
        """Remember the request."""
        self.asked.append((sender, language, handover))
        if self.answer is None:
            raise QueueAway
        return self.answer


def test_slots_are_those_of_the_domain() -> None:
    """A misspelt slot would be silently empty."""
    assert {slot.value for slot in Slot} == set(DOMAIN["slots"])


def test_slots_are_the_fields_of_a_situation() -> None:
    """Everything that navigation remembers is kept."""
    assert {slot.value for slot in Slot} == {field.name for field in fields(Situation)}


def test_actions_are_those_of_the_domain() -> None:
    """Rasa calls them by name, and makes them without arguments."""
    assert {kind().name() for kind in KINDS} == set(DOMAIN["actions"])


@pytest.mark.parametrize(
    ("latest", "slots", "language"),
    [
        ({"language": "sv"}, {"language": "fi"}, "sv"),
        ({}, {"language": "sv"}, "sv"),
        ({"metadata": {"language": "sv"}}, {}, "sv"),
        ({"metadata": None}, {}, "fi"),
        ({"language": "en"}, {}, "fi"),
    ],
    ids=["message", "conversation", "page", "nothing", "unknown"],
)
def test_the_language(latest: dict[str, Any], slots: dict[str, Any], language: str) -> None:
    """Of the message, else the conversation, else the page, else Finnish."""
    assert language_of(tracker(slots=slots, **latest)) == language


def test_a_situation_survives_the_slots() -> None:
    """What is written is what is read."""
    before = Situation()
    after = Situation(
        language="sv", topic="cough", municipality="sipoo", who="child", age=4, asked="emergency",
        suspected="chest_pain", held=("cough", "fees"), misses=1,
    )  # fmt: skip
    slots = {event["name"]: event["value"] for event in events_of(before, after)}
    assert situation_of(tracker(slots=slots)) == after


def test_only_changes_are_events() -> None:
    """The language is always kept, so that the next message knows it."""
    assert [event["name"] for event in events_of(Situation(), Situation())] == ["language"]


def test_what_the_components_found() -> None:
    """Every property of a message has its place."""
    found = understood_of(
        tracker(
            "need_cough",
            entities=[entity("municipality", "sipoo"), entity("neighbour", "helsinki")],
            people={"who": "child", "age": 4},
            guard={"state": "unsure", "emergency": "chest_pain"},
            other_language=True,
        ),
        catalogue(),
    )
    assert found == Understood(
        topics=("cough",), municipality="sipoo", neighbour="helsinki", who="child", age=4,
        guard="unsure", emergency="chest_pain", other_language=True,
    )  # fmt: skip


def test_what_a_button_says() -> None:
    """Its payload has no other properties."""
    assert understood_of(tracker("inform", entities=[entity("who", "child")]), catalogue()) == (
        Understood(who="child")
    )


def test_payloads_that_name_nothing_known() -> None:
    """Whoever can reach Rasa may send any payload; it is no more than not understood."""
    strange = [entity("municipality", "atlantis"), entity("neighbour", "atlantis")]
    assert understood_of(tracker("need_atlantis", entities=strange), catalogue()) == Understood()


def test_candidates_become_topics() -> None:
    """Best first; those that no longer exist are left out."""
    candidates = [{"topic": name} for name in ("faq_fees", "need_gone", "need_cough")]
    found = understood_of(tracker("unsure", candidates=candidates), catalogue())
    assert found.topics == ("fees", "cough")


def test_candidates_beside_a_clear_topic_are_others() -> None:
    """They are offered, they do not make the topic unclear."""
    candidates = [{"topic": name} for name in ("faq_fees", "need_gone")]
    found = understood_of(tracker("need_cough", candidates=candidates), catalogue())
    assert (found.topics, found.others) == (("cough",), ("fees",))


@pytest.mark.parametrize(
    ("intent", "answer"),
    [("affirm", "yes"), ("deny", "no"), ("not_sure", "not_sure"), ("greet", None)],
)
def test_yes_no_and_not_sure(intent: str, answer: str | None) -> None:
    """Three intents are answers."""
    assert understood_of(tracker(intent), catalogue()).answer == answer


def test_navigation_tells_and_remembers() -> None:
    """Guidance goes out as one message with text, buttons and card."""
    told, slots = run(ActionNavigate(catalogue), tracker("need_cough", language="sv"))
    assert (told["custom"]["card"], told["custom"]["language"]) == ("guidance", "sv")
    assert slots == {"topic": "cough", "language": "sv"}
    assert faults_of(told["text"], told["custom"], [b["title"] for b in told["buttons"]]) == []


def test_small_talk_tells_the_message_of_its_intent() -> None:
    """A greeting offers the frequent needs."""
    told, slots = run(ActionSmallTalk(catalogue), tracker("greet", slots={"asked": "municipality"}))
    assert (told["custom"]["notice"], told["buttons"][0]["payload"]) == ("greet", "/need_cough")
    assert slots == {"asked": None, "language": "fi"}


def test_small_talk_keeps_facts() -> None:
    """Who greets and says where they live is not asked again."""
    _, slots = run(
        ActionSmallTalk(catalogue), tracker("greet", entities=[entity("municipality", "sipoo")])
    )
    assert slots["municipality"] == "sipoo"


def test_a_handoff_gives_what_is_known() -> None:
    """Sender, language, municipality and need; also what the same message says."""
    queue = Queue(Standing(state="waiting", queue="county", place=2))
    conversation = tracker(
        "human", slots={"topic": "cough"}, language="sv", entities=[entity("municipality", "sipoo")]
    )
    told, slots = run(ActionStartHandoff(lambda: queue, catalogue), conversation)
    assert queue.asked == [("resident", "sv", {"municipality": "sipoo", "need": "cough"})]
    assert (told["custom"]["state"], told["custom"]["place"]) == ("waiting", 2)
    assert slots["municipality"] == "sipoo"


def test_a_queue_that_is_away() -> None:
    """The resident gets numbers, not silence."""
    told, _ = run(ActionStartHandoff(lambda: Queue(None), catalogue), tracker("human"))
    assert told["custom"]["state"] == "unavailable"
    assert "019 5600 111" in told["text"]


def test_a_change_of_language() -> None:
    """Where the resident was is said again in the other language."""
    conversation = tracker(
        "change_language", slots={"language": "fi", "topic": "cough"}, language="sv"
    )
    told, slots = run(ActionChangeLanguage(catalogue), conversation)
    assert (told["custom"]["need"], told["custom"]["language"]) == ("cough", "sv")
    assert slots["language"] == "sv"


def test_a_change_of_language_by_button() -> None:
    """The payload names the language."""
    conversation = tracker("change_language", entities=[entity("language", "sv")])
    told, _ = run(ActionChangeLanguage(catalogue), conversation)
    assert (told["custom"]["notice"], told["custom"]["language"]) == ("changed", "sv")


@pytest.mark.parametrize(
    ("slots", "latest", "language"),
    [
        ({"language": "sv"}, {"asked_language": "fi"}, "fi"),
        ({"language": "fi"}, {"language": "sv"}, "sv"),
        ({"language": "sv"}, {"language": "sv"}, "fi"),
        ({}, {"language": "fi"}, "sv"),
        ({"language": "sv"}, {"entities": [entity("language", "xx")]}, "fi"),
    ],
    ids=["by name", "written in it", "the other one", "at the start", "a button that names none"],
)
def test_which_language_is_wanted(
    slots: dict[str, Any], latest: dict[str, Any], language: str
) -> None:
    """The one that is named; naming none, a resident wants the other one."""
    told, _ = run(ActionChangeLanguage(catalogue), tracker("change_language", slots, **latest))
    assert told["custom"]["language"] == language


def test_the_answer_of_the_queue() -> None:
    """Moments come in Finnish time."""
    found = standing(
        {"state": "unavailable", "queue": "county", "opens": "2026-11-25T06:00:00+00:00"}
    )
    assert found == Standing(state="unavailable", queue="county", opens=helsinki(2026, 11, 25, 8))


class Answer:
    """What comes back over the network."""

    def __init__(self, body: object, failure: Exception | None = None) -> None:
        self.body, self.failure = body, failure

    def raise_for_status(self) -> None:
        """Fail as told."""
        if self.failure:
            raise self.failure

    def json(self) -> object:
        """The body."""
        return self.body


@pytest.mark.parametrize(
    "answer",
    [
        Answer({}, requests.HTTPError("503")),
        Answer({"queue": "county"}),
        Answer({"state": "waiting", "queue": "county", "opens": "soon"}),
    ],
    ids=["refused", "no state", "no moment"],
)
def test_answers_that_are_none(monkeypatch: pytest.MonkeyPatch, answer: Answer) -> None:
    """Whatever is wrong with the queue, it is away."""
    monkeypatch.setattr(requests, "post", lambda *_, **__: answer)
    with pytest.raises(QueueAway):
        ChatQueue().open("resident", "fi", {})


def test_the_request_to_the_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the token, and with a time-out."""
    monkeypatch.setenv("CHAT_URL", "http://chat.example")
    monkeypatch.setenv("CHAT_TOKEN", "t" * 40)
    sent: dict[str, Any] = {}

    def post(url: str, **rest: Any) -> Answer:
        sent.update(rest, url=url)
        return Answer({"state": "waiting", "queue": "county"})

    monkeypatch.setattr(requests, "post", post)
    ChatQueue().open("resident", "sv", {"need": "cough"})
    assert sent == {
        "url": "http://chat.example/internal/handoffs",
        "json": {"sender": "resident", "language": "sv", "card": {"need": "cough"}},
        "headers": {"Authorization": f"Bearer {'t' * 40}"},
        "timeout": 2.0,
    }
