"""Whatever comes in has one clear outcome."""

import uuid
from typing import Any

import httpx
import pytest

from tests.integration.fake_rasa import FakeRasa, item
from tests.integration.resident import Resident


def outcome(answer: httpx.Response) -> tuple[int, str]:
    """The status and the code; the error says in both languages what happened."""
    error = answer.json()["error"]
    assert set(error) == {"code", "message"}
    assert all(error["message"][language].strip() for language in ("fi", "sv"))
    return answer.status_code, error["code"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (400, "empty")),
        (" \n\t ", (400, "empty")),
        ("///", (400, "empty")),
        ("\x00\x07\x1b", (400, "empty")),
        ("\u202e\u200b", (400, "empty")),
        ("\ud83d", (400, "empty")),  # half an emoji
        ("a" * 4_001, (413, "too_long")),
        ("a" * 20_000, (413, "too_long")),
        ("💊" * 20_000, (413, "too_long")),
        (None, (400, "bad_request")),
        (112, (400, "bad_request")),
        (["rintakipu"], (400, "bad_request")),
    ],
)
def test_texts_that_are_refused(
    resident: Resident, rasa: FakeRasa, text: Any, expected: tuple[int, str]
) -> None:
    """The resident is told why; nothing is stored or passed on."""
    assert outcome(resident.send({"client_id": "c1", "text": text})) == expected
    assert len(resident.sees()) == 1
    assert rasa.heard == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("🤒", "🤒"),
        ("👩‍👧 🤒", "👩‍👧 🤒"),
        ("kuu\x00me\x1b", "kuume"),
        ("rivi\nvaihtuu", "rivi\nvaihtuu"),
        ("\u202eemuuk\u202c", "emuuk"),
        ("<script>alert('kuume')</script>", "<script>alert('kuume')</script>"),
        ("'; DROP TABLE conversations_message; --", "'; DROP TABLE conversations_message; --"),
        ("/restart", "restart"),
        (" //restart", "restart"),
        ("\u200b/restart", "restart"),
        ('/inform{"municipality": "sipoo"}', 'inform{"municipality": "sipoo"}'),
        ("a" * 4_000, "a" * 4_000),
    ],
)
def test_texts_that_are_taken_as_text(
    resident: Resident, rasa: FakeRasa, text: str, kept: str
) -> None:
    """Nothing that is written is a command, to Rasa, to the database or to the browser."""
    resident.answer_to(text)
    assert resident.sees()[1]["text"] == kept
    assert rasa.said == [kept]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"{", (400, "bad_json")),
        (b"\xff\xfe", (400, "bad_json")),
        (b"[" * 100_000, (400, "bad_json")),
        (b"[]", (400, "bad_request")),
        (b"", (400, "bad_request")),
        (b"{}", (400, "bad_request")),
        (b'{"text": "kuume"}', (400, "bad_request")),
        (b'{"client_id": "", "text": "kuume"}', (400, "bad_request")),
        (b'{"client_id": "../x", "text": "kuume"}', (400, "bad_request")),
        (
            b'{"client_id": "c", "text": "kuume", "button": {"message": 1, "index": 0}}',
            (400, "bad_request"),
        ),
        (b'{"client_id": "c", "button": "Kyll\xc3\xa4"}', (400, "bad_request")),
        (b'{"client_id": "c", "button": {"message": 1}}', (400, "bad_request")),
        (b'{"client_id": "c", "button": {"message": 1, "index": -1}}', (400, "bad_request")),
        (b'{"client_id": "c", "button": {"message": true, "index": 0}}', (400, "bad_request")),
        (
            b'{"client_id": "c", "button": {"message": 99999999999999999999, "index": 0}}',
            (400, "bad_request"),
        ),
        (b" " * 300_000, (413, "too_long")),
    ],
)
def test_bodies_that_are_refused(
    resident: Resident, http: httpx.Client, raw: bytes, expected: tuple[int, str]
) -> None:
    """Broken JSON, missing and wrong fields, too much."""
    answer = http.post(f"{resident.path}/messages", content=raw, headers=resident.headers)
    assert outcome(answer) == expected
    assert len(resident.sees()) == 1


def test_a_body_without_a_length_is_measured_too(resident: Resident, http: httpx.Client) -> None:
    """What is sent in pieces is refused as soon as it is too much."""
    pieces = (b" " * 10_000 for _ in range(30))
    answer = http.post(f"{resident.path}/messages", content=pieces, headers=resident.headers)
    assert outcome(answer) == (413, "too_long")


def test_a_button_that_was_not_offered(
    resident: Resident, svensk: Resident, rasa: FakeRasa
) -> None:
    """Not of another message, not of the resident's own, not of another conversation."""
    rasa.answer = item("Onko?", buttons=[{"title": "Kyllä", "payload": "/affirm"}])
    [question] = resident.answer_to("huimaa")
    [last, *_] = reversed(svensk.sees())
    assert resident.press(question["seq"], 0).status_code == 202
    assert outcome(resident.press(question["seq"], 1)) == (409, "unknown_button")
    assert outcome(resident.press(question["seq"] - 1, 0)) == (409, "unknown_button")
    assert outcome(resident.press(99, 0)) == (409, "unknown_button")
    assert question["seq"] > last["seq"]
    assert outcome(svensk.press(question["seq"], 0)) == (409, "unknown_button")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_unknown_conversation(http: httpx.Client, resident: Resident, method: str) -> None:
    """Gone, never there, or not even an id."""
    for name in (uuid.uuid4(), "1", "../admin", "%00"):
        path = f"/api/conversations/{name}/messages"
        answer = http.request(
            method, path, json={"client_id": "c", "text": "hei"}, headers=resident.headers
        )
        assert outcome(answer) == (404, "not_found")


@pytest.mark.parametrize("shown", [None, "", "Bearer", "Bearer wrong", "Basic eDp5", "Bearer å"])
def test_a_wrong_secret_opens_nothing(
    http: httpx.Client, resident: Resident, shown: str | None
) -> None:
    """Not one part of the conversation, not with another conversation's secret either."""
    headers = {} if shown is None else {"Authorization": shown.encode()}
    parts = {"messages": "GET", "stream": "GET", "transcript": "GET", "bot": "POST", "": "DELETE"}
    for part, method in parts.items():
        path = f"{resident.path}/{part}".rstrip("/")
        assert outcome(http.request(method, path, headers=headers)) == (401, "wrong_secret")
    other = Resident(http)
    assert outcome(http.get(f"{resident.path}/messages", headers=other.headers)) == (
        401,
        "wrong_secret",
    )


@pytest.mark.parametrize(
    "body", [{}, {"language": "en"}, {"language": ["fi"]}, {"language": "fi", "page": 7}]
)
def test_a_conversation_that_cannot_begin(http: httpx.Client, body: dict[str, Any]) -> None:
    """There are two languages."""
    assert outcome(http.post("/api/conversations", json=body)) == (400, "bad_request")


@pytest.mark.parametrize("after", ["-1", "yksi", "1.5", "99999999999999999999", "²"])
def test_a_cursor_that_is_none(resident: Resident, after: str) -> None:
    """A seq is a whole number."""
    assert outcome(resident.get("messages", after=after)) == (400, "bad_request")
    assert outcome(resident.get("stream", after=after)) == (400, "bad_request")


@pytest.mark.parametrize("rating", [0, 6, "5", True, None, 4.5])
def test_a_rating_that_is_none(resident: Resident, rating: Any) -> None:
    """From one to five."""
    assert outcome(resident.post("feedback", {"rating": rating})) == (400, "bad_request")


def test_a_method_that_is_not_there(resident: Resident, http: httpx.Client) -> None:
    """The answer names those that are."""
    answer = http.put(resident.path, headers=resident.headers)
    assert outcome(answer) == (405, "method_not_allowed")
    assert answer.headers["Allow"] == "DELETE"


def test_a_page_keeps_its_path_only(http: httpx.Client, rasa: FakeRasa) -> None:
    """What was searched for on the page is nobody's business, least of all a code in it."""
    visitor = Resident(http, page="https://www.itauusimaa.fi/haku/131052-308T?q=syfilis#tulokset")
    visitor.answer_to("hei")
    assert rasa.heard[0]["metadata"]["page"] == "/haku/[•••]"


def test_a_host_that_is_not_ours(http: httpx.Client) -> None:
    """Links that chat would build cannot be bent."""
    assert outcome(http.get("/", headers={"Host": "evil.example"})) == (400, "bad_request")
