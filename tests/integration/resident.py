"""A resident with a browser, in as many words as a test needs."""

import json
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import httpx

Told = dict[str, Any]


class Resident:
    """Opens a conversation and speaks through the public API."""

    def __init__(self, http: httpx.Client, language: str = "fi", page: str = "/palvelut") -> None:
        self.http, self.language = http, language
        answer = http.post("/api/conversations", json={"language": language, "page": page})
        assert answer.status_code == 201, answer.text
        told = answer.json()
        self.id, self.code = told["id"], told["code"]
        self.headers = {"Authorization": f"Bearer {told['secret']}"}
        self.path = f"/api/conversations/{self.id}"

    def send(self, body: object, **headers: str) -> httpx.Response:
        """POST a message as it is."""
        raw = json.dumps(body)  # as browsers do: also what no file could hold
        return self.http.post(
            f"{self.path}/messages", content=raw, headers={**self.headers, **headers}
        )

    def say(self, text: str) -> int:
        """Write something; its seq."""
        answer = self.send({"client_id": str(uuid.uuid4()), "text": text})
        assert answer.status_code == 202, answer.text
        return int(answer.json()["seq"])

    def press(self, message: int, index: int) -> httpx.Response:
        """Press a button."""
        button = {"message": message, "index": index}
        return self.send({"client_id": str(uuid.uuid4()), "button": button})

    def post(self, what: str, body: object = None) -> httpx.Response:
        """POST to a part of the conversation."""
        return self.http.post(f"{self.path}/{what}", json=body or {}, headers=self.headers)

    def get(self, what: str, **query: Any) -> httpx.Response:
        """GET a part of the conversation."""
        return self.http.get(f"{self.path}/{what}", params=query, headers=self.headers)

    def erase(self) -> httpx.Response:
        """DELETE the conversation."""
        return self.http.delete(self.path, headers=self.headers)

    def sees(self, after: int = 0) -> list[Told]:
        """The messages after a seq, now."""
        answer = self.get("messages", after=after)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["messages"])

    def answer_to(self, text: str) -> list[Told]:
        """Write something and wait for what is said to it."""
        seq = self.say(text)
        return self.waits_for(lambda messages: len(messages) > 0, after=seq)

    def waits_for(
        self, enough: Callable[[list[Told]], bool], after: int = 0, seconds: float = 5
    ) -> list[Told]:
        """The messages after a seq, once they are enough."""
        eventually(lambda: enough(self.sees(after)), seconds)
        return self.sees(after)

    def stream(self, **headers: str) -> Iterator[Told]:
        """The events as they come; comments come as `{"event": "comment"}`."""
        url = f"{self.path}/stream"
        with self.http.stream("GET", url, headers={**self.headers, **headers}) as answer:
            assert answer.status_code == 200, answer.read()
            event: Told = {}
            for line in answer.iter_lines():
                name, _, value = line.partition(": ")
                if line.startswith(":"):
                    yield {"event": "comment"}
                elif name == "data":
                    event["data"] = json.loads(value)
                elif line:
                    event[name] = value
                elif event:
                    yield event
                    event = {}


def cards(messages: list[Told]) -> list[str]:
    """The kinds of the cards, in order."""
    return [message["card"]["card"] for message in messages if message["card"]]


def eventually(happens: Callable[[], object], seconds: float = 5) -> None:
    """Wait for what other threads and processes bring about."""
    end = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)
