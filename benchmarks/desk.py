"""Milliseconds until a message reaches the other side, with 50 live conversations.

usage: python -m benchmarks.desk [DATABASE_URL …]     (on an idle machine; SQLite without addresses)

Every resident and every professional has a stream open. In each conversation both sides write once
in PACE seconds; a message has arrived when the other browser has its text. Each database is empty,
and nobody writes before all conversations have been taken.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import Any, Final

import httpx

from benchmarks.table import print_table
from tests.integration.fake_rasa import FakeRasa
from tests.live import LiveChat

CONVERSATIONS: Final = 50
CHATS_EACH: Final = 5
ROUNDS: Final = 5
PACE: Final = 15.0
TOO_LATE: Final = 20.0
LIMITS: Final = httpx.Limits(
    max_connections=None, max_keepalive_connections=None, keepalive_expiry=2.0
)
"""Connections are given up sooner than the server does: no request meets a closing one."""


def main() -> None:
    """Measure each database and print a table."""
    for url in sys.argv[1:] or [""]:
        with tempfile.TemporaryDirectory(prefix="opastin-bench-") as folder:
            rows = measure(Path(folder), url)
        sys.stdout.write(f"\n{url.partition(':')[0] or 'sqlite'}, {CONVERSATIONS} conversations\n")
        print_table(rows)
        sys.stdout.flush()


def measure(folder: Path, url: str) -> list[tuple[str, list[float]]]:
    """Start chat, let everybody talk, and stop it."""
    settings = {"DATABASE_URL": url} if url else {}
    rasa = FakeRasa()
    with rasa.running():
        chat = LiveChat(folder, rasa, **settings).start()
        try:
            names = [f"pro{number}" for number in range(CONVERSATIONS // CHATS_EACH)]
            chat.employ(*names, limit=CHATS_EACH)
            return asyncio.run(talk(chat.url, names, chat.password))
        finally:
            chat.kill()


async def talk(url: str, names: list[str], password: str) -> list[tuple[str, list[float]]]:
    """Log in, wait, take, and talk; how long each message was on its way."""
    to_desk: list[float] = []
    to_resident: list[float] = []
    all_taken = asyncio.Barrier(CONVERSATIONS)
    async with asyncio.TaskGroup() as group:
        desks = [await Desk.open(url, name, password, all_taken) for name in names]
        for desk in desks:
            group.create_task(desk.converse(CHATS_EACH, to_desk, to_resident))
    return [("resident to professional", to_desk), ("professional to resident", to_resident)]


class Resident:
    """One bubble with its stream."""

    def __init__(self, http: httpx.AsyncClient, told: dict[str, Any]) -> None:
        self.http = http
        self.path = f"/api/conversations/{told['id']}"
        self.code: str = told["code"]
        self.headers = {"Authorization": f"Bearer {told['secret']}"}
        self.heard = Heard()

    @classmethod
    async def open(cls, url: str) -> Resident:
        """Begin a conversation and ask for a person."""
        http = httpx.AsyncClient(base_url=url, trust_env=False, timeout=30, limits=LIMITS)
        body = {"language": "fi", "page": "/"}
        found = cls(http, (await http.post("/api/conversations", json=body)).json())
        await found.say("haluan puhua ihmiselle")
        return found

    async def say(self, text: str) -> None:
        """Send a message."""
        body = {"client_id": str(uuid.uuid4()), "text": text}
        answer = await self.http.post(f"{self.path}/messages", json=body, headers=self.headers)
        answer.raise_for_status()

    async def listen(self) -> None:
        """Hear until cancelled."""
        async with self.http.stream("GET", f"{self.path}/stream", headers=self.headers) as stream:
            async for line in stream.aiter_lines():
                self.heard.note(line)


class Heard:
    """Texts that are waited for, and when they came."""

    def __init__(self) -> None:
        self.waiting: dict[str, asyncio.Event] = {}

    def expect(self, text: str) -> asyncio.Event:
        """An event that is set when the text has come."""
        return self.waiting.setdefault(text, asyncio.Event())

    def note(self, received: str) -> None:
        """Look for what is waited for."""
        for text, event in self.waiting.items():
            if text in received:
                event.set()


class Desk:
    """One professional with a page open on each chat."""

    def __init__(self, http: httpx.AsyncClient, all_taken: asyncio.Barrier) -> None:
        self.http, self.all_taken = http, all_taken

    @classmethod
    async def open(cls, url: str, name: str, password: str, all_taken: asyncio.Barrier) -> Desk:
        """Log in."""
        http = httpx.AsyncClient(base_url=url, trust_env=False, timeout=30, limits=LIMITS)
        page = await http.get("/desk/login")
        token = page.text.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
        body = {"csrfmiddlewaretoken": token, "username": name, "password": password}
        await http.post("/desk/login", data=body)
        return cls(http, all_taken)

    async def post(self, path: str, **body: str) -> None:
        """Press a button."""
        headers = {"X-CSRFToken": self.http.cookies["csrftoken"], "HX-Request": "true"}
        (await self.http.post(f"/desk/{path}", data=body, headers=headers)).raise_for_status()

    async def converse(self, chats: int, to_desk: list[float], to_resident: list[float]) -> None:
        """Take so many residents and talk with all of them at once."""
        async with asyncio.TaskGroup() as group:
            for _ in range(chats):
                resident = await Resident.open(str(self.http.base_url))
                pk = await self.find(resident.code)
                await self.post(f"chats/{pk}/take")
                group.create_task(self.chat(pk, resident, to_desk, to_resident))

    async def find(self, code: str) -> str:
        """The waiting resident on the board."""
        for _ in range(100):
            board = (await self.http.get("/desk/")).text
            before, found, _after = board.partition(f'<span class="vh"> {code}</span>')
            if found:
                return before.rpartition('id="take-')[2].partition('"')[0]
            await asyncio.sleep(0.1)
        raise TimeoutError(code)

    async def chat(
        self, pk: str, resident: Resident, to_desk: list[float], to_resident: list[float]
    ) -> None:
        """Both sides write by turns, at their own pace."""
        heard = Heard()
        listening = [
            asyncio.create_task(self.listen(pk, heard)),
            asyncio.create_task(resident.listen()),
        ]
        await self.all_taken.wait()
        await asyncio.sleep(PACE * random.random())  # noqa: S311 - no secret
        for turn in range(ROUNDS):
            said, answered = f"asukas-{pk}-{turn}-", f"ammattilainen-{pk}-{turn}-"
            spent = await timed(resident.say(said), heard.expect(said))
            reply = self.post(f"chats/{pk}/messages", text=answered, client_id=str(uuid.uuid4()))
            back = await timed(reply, resident.heard.expect(answered))
            if turn:  # the first round opens connections
                to_desk.append(spent)
                to_resident.append(back)
            await asyncio.sleep(PACE)
        for task in listening:
            task.cancel()

    async def listen(self, pk: str, heard: Heard) -> None:
        """The page: when the stream says so it asks for what is new."""
        after = "0"
        async with self.http.stream("GET", "/desk/events", params={"chat": pk}) as stream:
            async for line in stream.aiter_lines():
                if line == "event: chat":
                    query = {"after": after}
                    news = (await self.http.get(f"/desk/chats/{pk}/log", params=query)).text
                    after = news.rpartition('name="after" value="')[2].partition('"')[0]
                    heard.note(news)


async def timed(sending: Any, arrived: asyncio.Event) -> float:
    """Milliseconds from sending until it has arrived."""
    began = time.perf_counter()
    async with asyncio.timeout(TOO_LATE):
        await sending
        await arrived.wait()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
