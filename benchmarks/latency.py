"""Milliseconds from a resident's message to the reply, end to end and by stage.

usage: python -m benchmarks.latency [ROUNDS]     (on an idle machine; prints medians)
"""

from __future__ import annotations

import subprocess
import sys
import time
import uuid
from typing import TYPE_CHECKING, Any, Final

import httpx

from benchmarks.table import LINES, ROUNDS, print_table
from bot.settings import ROOT
from tests.product import running

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT: Final = 10.0
"""Seconds a single reply may take before the run is given up."""


def main() -> None:
    """Measure and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with running() as addresses:
        rasa = f"{addresses['rasa']}/webhooks/rest/webhook"
        rows = [
            (
                "resident to reply, through chat and its stream",
                measure(Bubble(addresses["chat"]), rounds),
            ),
            ("Rasa's REST channel, with the action server", measure(Rest(rasa), rounds)),
        ]
    print_table(rows)
    sys.stdout.flush()
    stages = [str(ROOT / ".venv" / "bin" / "python"), "-m", "benchmarks.stages", str(rounds)]
    subprocess.run(stages, check=True, cwd=ROOT)  # noqa: S603 - our own interpreter


def measure(ask: Callable[[str, str], None], rounds: int) -> list[float]:
    """Milliseconds of each message after one round of warming up."""
    found: list[float] = []
    for turn in range(rounds + 1):
        for language, text in LINES:
            began = time.perf_counter()
            ask(language, text)
            if turn:
                found.append((time.perf_counter() - began) * 1000)
    return found


class Rest:
    """A new conversation on Rasa's REST channel for each message."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._client = httpx.Client(timeout=LIMIT)

    def __call__(self, language: str, text: str) -> None:
        """Send one message and wait for its replies."""
        body = {"sender": uuid.uuid4().hex, "message": text, "metadata": {"language": language}}
        replies = self._client.post(self._url, json=body).json()
        if not any("custom" in reply for reply in replies):
            message = f"no card in the reply to {text!r}"
            raise RuntimeError(message)


class Bubble:
    """A new conversation in chat for each message, read from its stream as the bubble does."""

    def __init__(self, chat: str) -> None:
        self._client = httpx.Client(base_url=chat, timeout=LIMIT)

    def __call__(self, language: str, text: str) -> None:
        """Send one message and wait until the stream brings the bot's answer to it."""
        created = self._client.post("/api/conversations", json={"language": language, "page": "/"})
        conversation: dict[str, Any] = created.json()
        headers = {"Authorization": f"Bearer {conversation['secret']}"}
        path = f"/api/conversations/{conversation['id']}"
        said = {"client_id": uuid.uuid4().hex, "text": text}
        seq = self._client.post(f"{path}/messages", json=said, headers=headers).json()["seq"]
        with self._client.stream(
            "GET", f"{path}/stream", headers=headers, params={"after": seq}
        ) as events:
            for line in events.iter_lines():
                if line.startswith("data:") and '"bot"' in line:
                    return


if __name__ == "__main__":
    main()
