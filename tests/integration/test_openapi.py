"""The API's document says what the code does, no more and no less."""

import re
import uuid
from itertools import islice
from pathlib import Path
from typing import Any, Final

import httpx
import pytest
from django.urls import URLPattern
from jsonschema import Draft202012Validator, FormatChecker
from ruamel.yaml import YAML

from chat.conversations.endpoint import Endpoint
from chat.conversations.errors import STATUS
from chat.conversations.urls import urlpatterns
from tests.integration.fake_rasa import FakeRasa, item
from tests.integration.resident import Resident

DOCUMENT: Final = Path(__file__).parents[2] / "docs" / "developers" / "openapi.yml"
API: Final[dict[str, Any]] = YAML(typ="safe").load(DOCUMENT)
METHODS: Final = {"get", "put", "post", "delete", "patch"}


def documented() -> set[tuple[str, str]]:
    """Paths and methods of the document."""
    return {
        (path, method.upper())
        for path, operations in API["paths"].items()
        for method in operations
        if method in METHODS
    }


def coded(pattern: URLPattern) -> set[tuple[str, str]]:
    """The path and the methods of one address."""
    assert isinstance(pattern.callback, Endpoint)
    path = "/" + re.sub(r"<\w+:(\w+)>", r"{\1}", str(pattern.pattern))
    return {(path, method) for method in pattern.callback.by_method}


def fits(value: object, name: str) -> None:
    """The value is what the document calls by that name."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": API["components"]}
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(value)


def answers(answer: httpx.Response, path: str, method: str) -> None:
    """The status is documented, and so is the body."""
    operation = API["paths"][path][method]
    response = operation["responses"][str(answer.status_code)]
    if "$ref" in response:
        response = API["components"]["responses"][response["$ref"].rpartition("/")[2]]
    content = response.get("content", {})
    if not content:
        assert answer.content == b""
        return
    kind = answer.headers["Content-Type"].partition(";")[0]
    if kind == "application/json":
        fits(answer.json(), content[kind]["schema"]["$ref"].rpartition("/")[2])
    assert kind in content


def test_every_address_is_documented_and_every_document_is_true() -> None:
    """The internal API is not public, and not in it."""
    public = set().union(*(coded(pattern) for pattern in urlpatterns))
    assert {one for one in public if one[0].startswith("/api/")} == documented()


def test_every_error_is_documented() -> None:
    """The codes a program may meet, each with its words."""
    assert set(
        API["components"]["schemas"]["Error"]["properties"]["error"]["properties"]["code"]["enum"]
    ) == set(STATUS)


@pytest.mark.parametrize("name", sorted(API["components"]["schemas"]))
def test_every_schema_is_one(name: str) -> None:
    """Valid, and used by something."""
    Draft202012Validator.check_schema(API["components"]["schemas"][name])
    text = " ".join(DOCUMENT.read_text(encoding="utf-8").split())
    assert f"schemas/{name}" in text or f"a {name}" in text


def test_real_answers_fit(resident: Resident, http: httpx.Client, rasa: FakeRasa) -> None:
    """One conversation from begin to end, as the document has it."""
    one = "/api/conversations/{conversation_id}"
    begun = http.post("/api/conversations", json={"language": "sv", "page": "/"})
    answers(begun, "/api/conversations", "post")
    buttons = [{"title": "Kyllä", "payload": "/affirm"}]
    rasa.answer = item("Onko?", "question", asks="emergency", buttons=buttons)
    resident.answer_to("kuume")
    rasa.answer = []
    resident.answer_to("yskä")
    answers(resident.send({"client_id": "c1", "text": "hei"}), f"{one}/messages", "post")
    answers(resident.get("messages"), f"{one}/messages", "get")
    answers(resident.post("leave"), f"{one}/leave", "post")
    answers(resident.post("bot"), f"{one}/bot", "post")
    answers(resident.post("typing"), f"{one}/typing", "post")
    answers(resident.post("feedback", {"rating": 4}), f"{one}/feedback", "post")
    answers(resident.get("transcript"), f"{one}/transcript", "get")
    answers(resident.erase(), one, "delete")
    answers(resident.erase(), one, "delete")


def test_real_refusals_fit(resident: Resident, http: httpx.Client) -> None:
    """Each status that is documented, where it can be brought about from outside."""
    one = "/api/conversations/{conversation_id}"
    answers(http.post("/api/conversations", json={}), "/api/conversations", "post")
    for path, operations in API["paths"].items():
        if "{" not in path:
            continue
        for method in METHODS & set(operations):
            real = path.format(conversation_id=resident.id)
            unknown = path.format(conversation_id=uuid.uuid4())
            answers(http.request(method, real), path, method)
            answers(http.request(method, unknown, headers=resident.headers), path, method)
    for body in ({}, {"client_id": "c", "text": ""}, {"client_id": "c", "text": "a" * 5_000}):
        answers(resident.send(body), f"{one}/messages", "post")
    answers(resident.press(1, 99), f"{one}/messages", "post")
    answers(resident.get("messages", after="x"), f"{one}/messages", "get")
    answers(resident.get("stream", after="x"), f"{one}/stream", "get")
    answers(resident.post("feedback", {"rating": 9}), f"{one}/feedback", "post")


def test_real_events_fit(resident: Resident, rasa: FakeRasa) -> None:
    """Messages, states and typing as the document describes them."""
    rasa.delay = 0.2
    stream = resident.stream()
    schemas = {"message": "Message", "state": "State", "typing": "Typing"}
    found = [next(stream) for _ in range(3)]
    resident.say("kuume")
    found += islice(stream, 3)
    events = [event for event in found if event["event"] != "comment"]
    for event in events:
        fits(event["data"], schemas[event["event"]])
    assert {event["event"] for event in events} == set(schemas)
    stream.close()
