"""Professionals with browsers, and a bot that hands over as the real one does."""

import json
import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any, Final

import httpx
from django.conf import settings

from bot.content.current import catalogue
from bot.saying.reply import Reply
from chat.conversations import words
from chat.conversations.human_queue import Standing
from chat.desk.models import Handoff, Professional
from chat.desk.staff import Facts, hire
from tests.integration.fake_rasa import FakeRasa, Item
from tests.integration.resident import Resident, eventually

PASSWORD: Final = "correct horse battery"  # noqa: S105 - of accounts that live for a test
TUESDAY_NOON: Final = "2026-11-24T12:00"
_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
_CLIENT_ID: Final = re.compile(r'name="client_id" value="([\w-]+)"')


def employ(username: str, **facts: Any) -> Professional:
    """A professional with an account, member of every queue unless said otherwise."""
    told = {"languages": ("fi", "sv"), "queues": tuple(catalogue().queues), **facts}
    return hire(username, PASSWORD, Facts(name=username.title(), **told))


class Desk:
    """One professional's browser."""

    def __init__(self, url: str, username: str, password: str = PASSWORD) -> None:
        self.http = httpx.Client(base_url=url, timeout=10, trust_env=False)
        self.username = username
        self.login = self.log_in(password)

    @property
    def me(self) -> Professional:
        """Who sits there, as the database knows."""
        return Professional.objects.get(account__username=self.username)

    def log_in(self, password: str) -> httpx.Response:
        """Fill in the login page."""
        page = self.http.get("/desk/login")
        body = {"csrfmiddlewaretoken": token(page), "username": self.username, "password": password}
        return self.http.post("/desk/login", data=body)

    def get(self, path: str = "", **query: Any) -> httpx.Response:
        """A page of the desk."""
        return self.http.get(f"/desk/{path}", params=query)

    def post(self, path: str, *, htmx: bool = True, **body: str) -> httpx.Response:
        """Press a button of the desk, with HTMX as the pages do."""
        headers = {"X-CSRFToken": self.http.cookies["csrftoken"]}
        if htmx:
            headers["HX-Request"] = "true"
        return self.http.post(f"/desk/{path}", data=body, headers=headers)

    def take(self, handoff: Handoff) -> httpx.Response:
        """Take a resident."""
        return self.post(f"chats/{handoff.pk}/take")

    def write(self, handoff: Handoff, text: str, client_id: str = "") -> httpx.Response:
        """Answer the resident."""
        name = client_id or str(uuid.uuid4())
        return self.post(f"chats/{handoff.pk}/messages", text=text, client_id=name)

    def events(self, **query: Any) -> Iterator[str]:
        """The names of the events as they come."""
        with self.http.stream("GET", "/desk/events", params=query) as answer:
            assert answer.status_code == 200
            for line in answer.iter_lines():
                name, _, value = line.partition(": ")
                if name == "event":
                    yield value


def token(page: httpx.Response) -> str:
    """The CSRF token of a form."""
    found = _TOKEN.search(page.text)
    assert found, page.text
    return found[1]


def hands_over(http: httpx.Client) -> Callable[[Item], list[Item]]:
    """A bot that asks chat for a person, whatever is said, and tells what came of it."""

    def answer(body: Item) -> list[Item]:
        language = body["metadata"]["language"]
        asked = {
            "sender": body["sender"],
            "language": language,
            "card": {"municipality": "sipoo", "need": "back_pain"},
        }
        told = http.post(
            "/internal/handoffs",
            json=asked,
            headers={"Authorization": f"Bearer {settings.OPASTIN.chat_token}"},
        ).json()
        stands = Standing(queue=told["queue"], state=told["state"], place=told["place"])
        return spoken(words.handed_off(language, "sipoo", stands))

    return answer


def spoken(reply: Reply) -> list[Item]:
    """A reply as Rasa sends it."""
    return [{"text": reply.text}, {"custom": json.loads(json.dumps(reply.card))}]


def asks_for_a_person(resident: Resident, rasa: FakeRasa) -> Handoff:
    """The resident waits in the queue."""
    rasa.answer = hands_over(resident.http)
    resident.say("haluan puhua ihmiselle")
    eventually(lambda: waiting_for(resident))
    handoff = waiting_for(resident)
    assert handoff is not None
    return handoff


def waiting_for(resident: Resident) -> Handoff | None:
    """The open handoff of a resident."""
    return Handoff.objects.filter(conversation_id=resident.id, closed=None).first()
