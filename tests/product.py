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

from bot.language.built import BUILT
from bot.running import DEMO_PASSWORD, PYTHONS, is_well
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
    with product(*parts, **settings) as started:
        yield started.addresses


@contextmanager
def product(*parts: str, **settings: str) -> Iterator[Product]:
    """The same, for who wants to kill some of them."""
    with tempfile.TemporaryDirectory(prefix="opastin-") as folder:
        found = Product(Path(folder), settings)
        try:
            found.start(*(parts or PYTHONS))
            yield found
        finally:
            found.stop()


class Product:
    """Processes that share a folder."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.folder, self.log = folder, folder / "log.txt"
        self.addresses = {part: f"http://127.0.0.1:{_free_port()}" for part in PYTHONS}
        self._env = _environment(folder, self.addresses, settings)
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def password(self) -> str:
        """Of the two demo professionals."""
        return (self.folder / DEMO_PASSWORD).read_text(encoding="utf-8").strip()

    def start(self, *parts: str) -> None:
        """Start parts, and wait until they are well."""
        with self.log.open("ab") as out:
            for part in parts:
                self._processes[part] = _start(part, self._env, out)
        end = time.monotonic() + START_SECONDS
        urls = {part: self.addresses[part] + HEALTH[part] for part in parts}
        while waiting := [part for part, url in urls.items() if not is_well(url)]:
            stopped = any(self._processes[part].poll() is not None for part in parts)
            if stopped or time.monotonic() > end:
                tail = self.log.read_text(encoding="utf-8", errors="replace")[-3000:]
                message = f"{', '.join(waiting)} did not become well.\n{tail}"
                raise TimeoutError(message)
            time.sleep(0.3)

    def kill(self, *parts: str) -> None:
        """As a machine dies: without a word."""
        for part in parts:
            self._processes[part].kill()
        for part in parts:
            self._processes.pop(part).wait()

    def stop(self) -> None:
        """Stop what runs."""
        for process in self._processes.values():
            process.terminate()
        for process in self._processes.values():
            process.wait(timeout=30)


def _environment(
    folder: Path, addresses: dict[str, str], settings: dict[str, str]
) -> dict[str, str]:
    ports = {f"{part.upper()}_PORT": url.rpartition(":")[2] for part, url in addresses.items()}
    urls = {f"{part.upper()}_URL": url for part, url in addresses.items()}
    own = {"OPASTIN_VAR": str(folder), "PYTHONWARNINGS": "ignore", "PYTHONPATH": str(ROOT)}
    for built in BUILT:
        (folder / built).symlink_to(ROOT / "var" / built)
    return {**os.environ, **ports, **urls, **own, **settings}


def _start(part: str, env: dict[str, str], out: object) -> subprocess.Popen[bytes]:
    python = ROOT / PYTHONS[part] / "bin" / "python"
    command = [str(python), "-m", "bot.cli", "serve", part]
    return subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT)  # type: ignore[call-overload,no-any-return]  # noqa: S603


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
