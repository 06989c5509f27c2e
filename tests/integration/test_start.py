"""How chat starts, refuses to start, and stops: the real process, as operators run it."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import httpx
import pytest

from bot.running import is_well
from bot.settings import ROOT, SettingRefused, read_settings
from tests.integration.resident import Resident, eventually

SECRET = "s" * 48
PRODUCTION = {
    "OPASTIN_ENV": "production",
    "CHAT_SECRET_KEY": SECRET,
    "CHAT_TOKEN": SECRET[::-1] + "t",
    "CHAT_ALLOWED_HOSTS": "chat.example.fi,127.0.0.1",
}


@pytest.mark.parametrize("name", ["RASA_TRACKER_DB", "DATABASE_URL"])
def test_an_empty_database_is_refused(tmp_path: Path, name: str) -> None:
    """Rasa would write one of its own where nothing is ever erased."""
    with pytest.raises(SettingRefused, match=f"^{name} is empty. Fix: give an address"):
        read_settings({"OPASTIN_VAR": str(tmp_path), name: ""})


@pytest.mark.parametrize(
    ("url", "hosts"),
    [
        ("http://127.0.0.1:8000", "chat.example.fi,127.0.0.1"),
        ("http://chat.internal:8000", "chat.example.fi, Chat.Internal"),
        ("http://chat.internal:8000", ".internal"),
        ("http://[::1]:8000", "[::1]"),
    ],
)
def test_the_action_servers_way_to_chat_is_open(tmp_path: Path, url: str, hosts: str) -> None:
    """By any pattern that Django knows."""
    asked = {"OPASTIN_VAR": str(tmp_path), "CHAT_URL": url, "CHAT_ALLOWED_HOSTS": hosts}
    assert read_settings({**PRODUCTION, **asked}).chat_url == url


@pytest.mark.parametrize(
    ("url", "hosts", "host"),
    [
        ("http://127.0.0.1:8000", "chat.example.fi", "127.0.0.1"),
        ("http://chat.internal:8000", "internal", "chat.internal"),
        ("http://notinternal:8000", ".internal", "notinternal"),
        ("http://[::1]:8000", "::1", r"\[::1\]"),
    ],
)
def test_a_way_to_chat_that_is_closed_is_refused(
    tmp_path: Path, url: str, hosts: str, host: str
) -> None:
    """With what to add; else residents who ask for a person would be told the queue is away."""
    asked = {"OPASTIN_VAR": str(tmp_path), "CHAT_URL": url, "CHAT_ALLOWED_HOSTS": hosts}
    with pytest.raises(SettingRefused, match=f"^CHAT_ALLOWED_HOSTS .* Fix: add {host} to it;"):
        read_settings({**PRODUCTION, **asked})


def test_a_refusal_is_one_line(tmp_path: Path) -> None:
    """No traceback stands before the remedy."""
    env = {**os.environ, "OPASTIN_VAR": str(tmp_path), "RASA_TRACKER_DB": ""}
    command = [sys.executable, "-m", "bot.cli", "serve", "chat"]
    refused = subprocess.run(  # noqa: S603 - our own interpreter
        command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False
    )
    assert refused.returncode == 1
    assert refused.stderr.startswith("RASA_TRACKER_DB is empty. Fix: ")
    assert len(refused.stderr.splitlines()) == 1


def test_without_a_release_it_says_what_to_do(tmp_path: Path) -> None:
    """An edit of content/ is not served by mistake."""
    env = {**os.environ, "OPASTIN_VAR": str(tmp_path), "OPASTIN_RELEASE": str(tmp_path / "none")}
    refused = subprocess.run(
        [sys.executable, "-m", "bot.cli", "serve", "chat"],
        cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert refused.returncode == 1
    assert refused.stderr == f"There is no release in {tmp_path / 'none'}. Fix: make train\n"


@contextmanager
def chat(folder: Path, port: int) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Chat as `make run` starts it, and its log."""
    own = {"OPASTIN_VAR": str(folder), "OPASTIN_RELEASE": str(folder), "CHAT_PORT": str(port)}
    env = {**os.environ, **own}
    if not (folder / "content").exists():  # all that chat needs of a release
        (folder / "content").symlink_to(ROOT / "content")
    lemmas = folder / "lemmas"
    if not lemmas.exists():
        lemmas.symlink_to(ROOT / "var" / "lemmas")
    log = folder / "log.txt"
    command = [sys.executable, "-m", "bot.cli", "serve", "chat"]
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter
            command, cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT
        )
        try:
            eventually(lambda: is_well(f"http://127.0.0.1:{port}/health"), seconds=60)
            yield process, log
        finally:
            process.kill()
            process.wait()


def free_port() -> int:
    """A port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_it_stops_at_once_and_starts_again(tmp_path: Path) -> None:
    """With a stream and a poll open, on the same port; the log is one line an event."""
    port = free_port()
    for signum, code in ((signal.SIGINT, 0), (signal.SIGTERM, -signal.SIGTERM)):
        with (
            chat(tmp_path, port) as (process, log),
            httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=30) as http,
        ):
            resident = Resident(http)
            events: list[object] = []
            polled: list[int] = []
            listening = [
                threading.Thread(target=lambda: events.extend(resident.stream())),  # noqa: B023
                threading.Thread(
                    target=lambda: polled.append(  # noqa: B023
                        resident.get("messages", after=1, wait=20).status_code  # noqa: B023
                    )
                ),
            ]
            for one in listening:
                one.start()
            eventually(lambda: len(events) >= 3)  # noqa: B023
            began = monotonic()
            process.send_signal(signum)
            assert process.wait(timeout=20) == code
            assert monotonic() - began < 3
            for one in listening:
                one.join(timeout=5)
            assert polled == [200]
            lines = log.read_text(encoding="utf-8").splitlines()
        assert any("chat.conversations.keeping conversation_started" in line for line in lines)
        assert any("uvicorn.error" in line for line in lines)
        assert not [line for line in lines if not line.startswith("20")]
