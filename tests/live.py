"""Chat as a process of its own, with a bot that hands over: for residents and professionals."""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import httpx

from bot.language.built import BUILT
from bot.running import DEMO_PASSWORD, is_well
from bot.settings import ROOT
from tests.integration.fake_rasa import FakeRasa, Item, item
from tests.integration.resident import eventually

TUESDAY_NOON: Final = "2026-11-24T12:00"
LINKS: Final = {
    **{built: f"var/{built}" for built in BUILT},
    "content": "content",
    "guard.npz": "models/guard.npz",
}
"""All that chat needs of var/ and of a release."""

WORDS: Final = {
    "fi": "Odota hetki, ammattilainen tulee.",
    "sv": "Vänta lite, en yrkesperson kommer.",
}


class LiveChat:
    """The process, its folder and its bot."""

    def __init__(self, folder: Path, rasa: FakeRasa, **settings: str) -> None:
        self.folder, self.rasa = folder, rasa
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.token = secrets.token_urlsafe(48)
        self.settings = settings
        for name, of in LINKS.items():
            (folder / name).symlink_to(ROOT / of)
        rasa.answer = self._hand_over

    @property
    def password(self) -> str:
        """Of the two demo professionals."""
        return (self.folder / DEMO_PASSWORD).read_text(encoding="utf-8").strip()

    @property
    def env(self) -> dict[str, str]:
        """The environment of its processes."""
        return {
            **os.environ,
            "OPASTIN_VAR": str(self.folder),
            "OPASTIN_RELEASE": str(self.folder),
            "OPASTIN_NOW": TUESDAY_NOON,
            "CHAT_PORT": str(self.port),
            "CHAT_TOKEN": self.token,
            "RASA_URL": self.rasa.url,
            **self.settings,
        }

    def start(self) -> "LiveChat":
        """Start, and wait until it is well."""
        command = [sys.executable, "-m", "bot.cli", "serve", "chat"]
        with (self.folder / "log.txt").open("ab") as out:
            self.process = subprocess.Popen(  # noqa: S603 - our own interpreter
                command, cwd=ROOT, env=self.env, stdout=out, stderr=subprocess.STDOUT
            )
        eventually(lambda: is_well(f"{self.url}/health"), seconds=90)
        return self

    def employ(self, *usernames: str, **facts: Any) -> None:
        """Professionals with the password of the demo ones, members of every queue."""
        told = {"languages": ("fi", "sv"), **facts}
        self.manage(
            "from bot.content.current import catalogue\n"
            "from chat.desk.staff import Facts, hire\n"
            f"for name in {usernames!r}:\n"
            f"    facts = Facts(name=name.title(), queues=tuple(catalogue().queues), **{told!r})\n"
            f"    hire(name, {self.password!r}, facts)\n"
        )

    def manage(self, work: str) -> None:
        """Do something to its database, beside it."""
        command = [sys.executable, "-m", "chat.manage", "shell", "-v", "0", "-c", work]
        subprocess.run(command, cwd=ROOT, env=self.env, check=True)  # noqa: S603 - the same

    def kill(self) -> None:
        """As a machine dies: without a word."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def _hand_over(self, body: Item) -> list[Item]:
        """Ask chat for a person, as the action server does; tell what came of it."""
        language = body["metadata"]["language"]
        card = {"municipality": "sipoo", "need": "back_pain"}
        stands = self._ask({"sender": body["sender"], "language": language, "card": card})
        return item(
            WORDS[language],
            "handoff",
            language=language,
            **stands,
            services=[],
            sources=[],
        )

    def _ask(self, asked: dict[str, Any]) -> dict[str, Any]:
        answer = httpx.post(
            f"{self.url}/internal/handoffs",
            content=json.dumps(asked),
            headers={"Authorization": f"Bearer {self.token}"},
            trust_env=False,
        )
        return dict(answer.json())
