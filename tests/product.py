"""The whole product on free ports with a folder of its own, for tests and measurements."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.running import PYTHONS, is_well
from bot.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

START_SECONDS: Final = 240
HEALTH: Final = {"rasa": "/webhooks/rest/", "actions": "/health", "chat": "/health"}


@contextmanager
def running(*parts: str, **settings: str) -> Iterator[dict[str, str]]:
    """Start the named parts, or all; yields where each answers, and stops them at the end.

    Raises TimeoutError, with the tail of the log, when a part does not become well.
    """
    parts = parts or tuple(PYTHONS)
    with tempfile.TemporaryDirectory(prefix="opastin-") as folder:
        addresses = {part: f"http://127.0.0.1:{_free_port()}" for part in PYTHONS}
        env = _environment(Path(folder), addresses, settings)
        log = Path(folder) / "log.txt"
        with log.open("wb") as out:
            started = [_start(part, env, out) for part in parts]
            try:
                _wait({part: addresses[part] + HEALTH[part] for part in parts}, started, log)
                yield addresses
            finally:
                for process in started:
                    process.terminate()
                for process in started:
                    process.wait(timeout=30)


def _environment(
    folder: Path, addresses: dict[str, str], settings: dict[str, str]
) -> dict[str, str]:
    ports = {f"{part.upper()}_PORT": url.rpartition(":")[2] for part, url in addresses.items()}
    urls = {f"{part.upper()}_URL": url for part, url in addresses.items()}
    own = {"OPASTIN_VAR": str(folder), "PYTHONWARNINGS": "ignore", "PYTHONPATH": str(ROOT)}
    (folder / "lemmas").symlink_to(ROOT / "var" / "lemmas")
    return {**os.environ, **ports, **urls, **own, **settings}


def _start(part: str, env: dict[str, str], out: object) -> subprocess.Popen[bytes]:
    python = ROOT / PYTHONS[part] / "bin" / "python"
    command = [str(python), "-m", "bot.cli", "serve", part]
    return subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT)  # type: ignore[call-overload,no-any-return]  # noqa: S603


def _wait(urls: dict[str, str], started: list[subprocess.Popen[bytes]], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while waiting := [part for part, url in urls.items() if not is_well(url)]:
        stopped = any(process.poll() is not None for process in started)
        if stopped or time.monotonic() > end:
            tail = log.read_text(encoding="utf-8", errors="replace")[-3000:]
            message = f"{', '.join(waiting)} did not become well.\n{tail}"
            raise TimeoutError(message)
        time.sleep(0.3)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
