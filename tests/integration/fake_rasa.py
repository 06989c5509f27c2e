"""A Rasa server of a few lines: it hears what chat sends and answers what the test says."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Item = dict[str, Any]


def item(
    text: str = "Selvä.", card: str = "notice", *, language: str = "fi", **rest: Any
) -> list[Item]:
    """One answer as Rasa sends it: the text with its buttons, then the card."""
    buttons = rest.pop("buttons", [])
    spoken: Item = {"recipient_id": "x", "text": text}
    if buttons:
        spoken["buttons"] = buttons
    return [spoken, {"recipient_id": "x", "custom": {"card": card, "language": language, **rest}}]


class FakeRasa:
    """The REST channel of Rasa."""

    def __init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.reset()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def said(self) -> list[str]:
        """The messages it heard."""
        return [request["message"] for request in self.heard]

    def reset(self) -> None:
        """Forget, and answer plainly."""
        self.heard: list[Item] = []
        self.raw: list[bytes] = []
        self.status = 200
        self.delay = 0.0
        self.answer: Any = item()
        self.most_at_once = 0
        self._at_once = 0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Listen."""
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        rasa = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(rasa.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                rasa.raw.append(body)
                rasa.heard.append({"path": self.path, **json.loads(body)})
                rasa._at_once += 1
                rasa.most_at_once = max(rasa.most_at_once, rasa._at_once)
                time.sleep(rasa.delay)
                rasa._at_once -= 1
                answer = rasa.answer(json.loads(body)) if callable(rasa.answer) else rasa.answer
                told = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                self.send_response(rasa.status)
                self.send_header("Content-Length", str(len(told)))
                self.end_headers()
                self.wfile.write(told)

            def log_message(self, *_args: object) -> None:
                return

        return Handler
