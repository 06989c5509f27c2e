"""A small chat server: the API of DESIGN §4 over ASGI, with faults that can be switched on."""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import uvicorn
from django.template import Context, Engine

from tests.e2e import replies

BUBBLE: Final = Path(__file__).parents[2] / "chat" / "bubble"
STATIC: Final = BUBBLE / "static"
PAGES: Final = {
    "/": ("demo", "fi"),
    "/sv": ("demo", "sv"),
    "/privacy": ("privacy", "fi"),
    "/sv/privacy": ("privacy", "sv"),
    "/accessibility": ("accessibility", "fi"),
    "/sv/accessibility": ("accessibility", "sv"),
}
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
KINDS: Final = {".js": "text/javascript", ".css": "text/css"}
ABROAD: Final = [
    ("access-control-allow-origin", "*"),
    ("access-control-allow-methods", "GET, POST, DELETE, OPTIONS"),
    ("access-control-allow-headers", "authorization, content-type, last-event-id"),
]

Scope = dict[str, Any]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]


@dataclass
class Conversation:
    """What the server knows of one conversation."""

    id: str
    language: str
    owner: str = "bot"
    typing: bool = False
    """Somebody is about to answer; told once."""

    messages: list[replies.Said] = field(default_factory=list)

    @property
    def state(self) -> dict[str, str]:
        """Who answers, and what the resident is told of it."""
        return {"owner": self.owner, "told": f"told: {self.owner}"}

    def append(self, **message: Any) -> int:
        """Add a message with the next seq."""
        seq = len(self.messages) + 1
        shape: replies.Said = {
            "buttons": [],
            "card": None,
            "lang": self.language,
            "created": "2026-11-21T12:00:00+02:00",
        }
        self.messages.append({**shape, **message, "seq": seq})
        return seq


@dataclass
class FakeChat:
    """Answers like chat; a test reads what it got and chooses what goes wrong."""

    conversations: dict[str, Conversation] = field(default_factory=dict)
    requests: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    streams: str = "work"
    """`work`, `refuse` (503) or `silent` (a proxy that keeps everything back)."""

    lose_answers: int = 0
    """So many messages are taken in without the browser learning of it."""

    refuse: str = ""
    """A reason to refuse every message for good."""

    def __post_init__(self) -> None:
        self._config = uvicorn.Config(
            self,
            host="127.0.0.1",
            port=0,
            ws="none",
            lifespan="off",
            log_level="error",
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(self._config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._pages = Engine(
            dirs=[str(BUBBLE / "templates")], libraries={"static": "tests.e2e.static_tag"}
        )

    def start(self) -> "FakeChat":
        """Listen on a free port."""
        self._thread.start()
        while not self._server.started:
            threading.Event().wait(0.02)
        return self

    def stop(self) -> None:
        """Close every stream and the port."""
        self._server.should_exit = True
        self._thread.join(timeout=10)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.servers[0].sockets[0].getsockname()[1])

    @property
    def url(self) -> str:
        """The address of the Finnish page."""
        return f"http://127.0.0.1:{self.port}"

    def reset(self) -> None:
        """Forget everything, and be well again."""
        self.conversations.clear()
        self.requests.clear()
        self.signs: list[tuple[str, dict[str, Any]]] = []
        self.streams, self.lose_answers, self.refuse = "work", 0, ""

    @property
    def only(self) -> Conversation:
        """The one conversation there is."""
        (conversation,) = self.conversations.values()
        return conversation

    def texts(self, author: str) -> list[str]:
        """What somebody said in the one conversation, in order."""
        return [m["text"] for m in self.only.messages if m["author"] == author]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        headers = {k.decode(): v.decode() for k, v in scope["headers"]}
        method, path = scope["method"], scope["path"]
        self.requests.append((method, path, headers))
        if method == "OPTIONS":
            await _respond(send, 204)
        elif path in PAGES:
            await self._page(send, *PAGES[path])
        elif path == "/abroad":
            await _respond(send, 200, self._abroad(), "text/html")
        elif path.startswith("/static/"):
            file = STATIC / path.removeprefix("/static/")
            await _respond(send, 200, file.read_text(encoding="utf-8"), KINDS[file.suffix])
        else:
            await self._api(
                method, path.removeprefix("/api/conversations").strip("/"), scope, receive, send
            )

    async def _page(self, send: Send, name: str, language: str) -> None:
        context = Context({"lang": language, "retention_days": "30"})
        page = self._pages.get_template(f"bubble/{name}.html").render(context)
        await _respond(send, 200, page, "text/html", ("content-security-policy", POLICY))

    def _abroad(self) -> str:
        """A page of another origin (localhost) that embeds the bubble of this one."""
        return (
            '<!doctype html><html lang="sv"><title>Annat</title><body>'
            f'<script type="module" src="{self.url}/static/bubble/opastin-chat.js"></script>'
            "<opastin-chat></opastin-chat>"
        )

    async def _api(
        self, method: str, path: str, scope: Scope, receive: Receive, send: Send
    ) -> None:
        body = await _body(receive)
        if not path:
            await self._create(send, body)
            return
        name, _, part = path.partition("/")
        conversation = self.conversations.get(name)
        if conversation is None:
            await _fail(send, 404, "Ei löydy.", "Finns inte.")
        elif method == "DELETE":
            del self.conversations[name]
            await _respond(send, 204)
        elif part == "messages" and method == "POST":
            await self._take(send, conversation, body)
        elif part == "messages":
            after = int(scope["query_string"].decode().partition("=")[2] or 0)
            told = {"messages": conversation.messages[after:], **conversation.state}
            await _respond(send, 200, json.dumps(told))
        elif part == "stream":
            headers = dict(scope["headers"])
            await self._stream(send, conversation, int(headers.get(b"last-event-id", b"0")))
        elif part == "transcript":
            lines = [f"{m['author']}: {m['text']}" for m in conversation.messages]
            await _respond(send, 200, "\n".join(lines), "text/plain")
        elif part in ("typing", "feedback"):
            self.signs.append((part, body))
            await _respond(send, 204)
        else:
            conversation.owner = {"bot": "bot", "leave": "ended"}[part]
            await _respond(send, 200, json.dumps({"owner": conversation.owner}))

    async def _create(self, send: Send, body: dict[str, Any]) -> None:
        name = f"c{len(self.requests)}"
        conversation = self.conversations[name] = Conversation(id=name, language=body["language"])
        language = body["language"]
        conversation.append(
            **replies.said(replies.GREETING[language], language, {"card": "notice"})
        )
        await _respond(send, 201, json.dumps({"id": name, "secret": "s3cret", "code": "K7M2PQ9X"}))

    async def _take(self, send: Send, conversation: Conversation, body: dict[str, Any]) -> None:
        if self.refuse:
            await _fail(send, 413, self.refuse, self.refuse)
            return
        known = [m for m in conversation.messages if m.get("client_id") == body["client_id"]]
        if known:
            await _respond(send, 202, json.dumps({"seq": known[0]["seq"]}))
            return
        button = body.get("button")
        text = body["text"] if button is None else _title(conversation, button)
        seq = conversation.append(author="resident", text=text, client_id=body["client_id"])
        if conversation.owner == "bot":
            reply, owner = replies.answer(text, conversation.language)
            conversation.language = reply["lang"]
            conversation.owner = owner or conversation.owner
            conversation.append(**reply)
        if self.lose_answers:
            self.lose_answers -= 1
            await _fail(send, 502, "", "")
            return
        await _respond(send, 202, json.dumps({"seq": seq}))

    async def _stream(self, send: Send, conversation: Conversation, seq: int) -> None:
        if self.streams == "refuse":
            await _fail(send, 503, "", "")
            return
        head = [
            (b"content-type", b"text/event-stream"),
            *((k.encode(), v.encode()) for k, v in ABROAD),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": head})
        owner = None
        while self._server.started and not self._server.should_exit:
            events = [": still here\n\n"] if owner is None else []
            for message in conversation.messages[seq:]:
                seq = message["seq"]
                events.append(_event("message", message, seq))
            if owner != conversation.owner:
                owner = conversation.owner
                events.append(_event("state", conversation.state))
            if conversation.typing:
                conversation.typing = False
                events.append(_event("typing", {"author": "professional"}))
            if events and self.streams == "work":
                with suppress(OSError):
                    await send(
                        {
                            "type": "http.response.body",
                            "body": "".join(events).encode(),
                            "more_body": True,
                        }
                    )
            if self.streams == "refuse" or (
                self.streams == "work" and conversation.id not in self.conversations
            ):
                break
            await asyncio.sleep(0.05)
        await send({"type": "http.response.body", "body": b""})


def _title(conversation: Conversation, button: dict[str, int]) -> str:
    return str(conversation.messages[button["message"] - 1]["buttons"][button["index"]])


def _event(name: str, data: dict[str, Any], seq: int | None = None) -> str:
    head = "" if seq is None else f"id: {seq}\n"
    return f"{head}event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


async def _body(receive: Receive) -> dict[str, Any]:
    whole = b""
    while True:
        part = await receive()
        whole += part.get("body", b"")
        if not part.get("more_body"):
            return dict(json.loads(whole)) if whole else {}


async def _fail(send: Send, status: int, fi: str, sv: str) -> None:
    error = {"error": {"code": "fault", "message": {"fi": fi, "sv": sv}}} if fi else {}
    await _respond(send, status, json.dumps(error))


async def _respond(
    send: Send, status: int, body: str = "", kind: str = "application/json", *more: tuple[str, str]
) -> None:
    content = body.encode()
    told = [
        ("content-type", f"{kind}; charset=utf-8"),
        ("content-length", str(len(content))),
        *ABROAD,
        *more,
    ]
    headers = [(k.encode(), v.encode()) for k, v in told]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})
