"""Starts all parts under honcho, says when they are well, and stops them together."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import requests
from honcho.manager import Manager

from bot.settings import ROOT, SettingMissing, SettingRefused, read_settings

if TYPE_CHECKING:
    from bot.settings import Settings

PATIENCE: Final = 180.0
"""Seconds the parts have to become well."""

PAUSE: Final = 0.5
DEMO_PASSWORD: Final = "demo-password.txt"  # noqa: S105 - the name of a file
"""In var/, written where chat makes demo professionals."""

PYTHONS: Final = {"rasa": ".venv", "actions": ".venv", "chat": ".venv-chat"}


BY_OPERATOR: Final = (130, 143)
"""What honcho returns after Ctrl-C and after SIGTERM."""

EARLY: Final = 0.2


class Parts(Manager):  # type: ignore[misc]
    """Honcho's manager, which knows no way to stop a part that is just being started."""

    def terminate(self) -> None:
        """Stop all parts, as soon as all have been started."""
        if self._all_started():
            super().terminate()
            return
        later = threading.Timer(EARLY, self.terminate)
        later.daemon = True
        later.start()


def run() -> int:
    """Run until Ctrl-C, then 0, or until a part stops, then its exit code."""
    try:
        settings = read_settings()
    except (SettingMissing, SettingRefused) as refused:
        say(str(refused))
        return 1
    addresses = addresses_of(settings)
    taken = [(name, url) for name, url in addresses.items() if is_taken(url)]
    if taken:
        for name, url in taken:
            say(refusal(name, url))
        return 1
    manager = Parts()
    for part, environment in PYTHONS.items():
        python = Path(environment) / "bin" / "python"
        command = f"exec {python} -m bot.cli serve {part}"
        env = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "ignore"}
        manager.add_process(part, command, cwd=str(ROOT), env=env)
    threading.Thread(target=announce, args=(addresses, settings.var), daemon=True).start()
    manager.loop()
    code = int(manager.returncode or 0)
    return 0 if code in BY_OPERATOR else abs(code)


def addresses_of(settings: Settings) -> dict[str, str]:
    """Each part and where it answers."""
    return {"rasa": settings.rasa_url, "actions": settings.actions_url, "chat": settings.chat_url}


def is_taken(url: str) -> bool:
    """Whether something already listens there."""
    at = urlsplit(url)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex((str(at.hostname), int(at.port or 80))) == 0


def refusal(part: str, url: str) -> str:
    """What is said when a port is taken."""
    port = urlsplit(url).port
    setting = f"{part.upper()}_PORT"
    return (
        f"Port {port}, which {part} needs, is taken."
        f" Fix: stop the program that uses it, or choose another: make run {setting}={port}1"
    )


def announce(addresses: dict[str, str], var: Path) -> None:
    """Wait until every part is well, then print where the page and the desk are."""
    began = time.monotonic()
    waiting = {
        "rasa": f"{addresses['rasa']}/webhooks/rest/",
        "actions": f"{addresses['actions']}/health",
        "chat": f"{addresses['chat']}/health",
    }
    while waiting and time.monotonic() - began < PATIENCE:
        for part, url in list(waiting.items()):
            if is_well(url):
                del waiting[part]
                say(f"{part} is well ({time.monotonic() - began:.0f} s)")
        time.sleep(PAUSE)
    if waiting:
        unwell = f"{', '.join(waiting)} did not become well in {PATIENCE:.0f} s."
        say(f"{unwell} Fix: read the lines above.")
        return
    fi, sv = f"{addresses['chat']}/", f"{addresses['chat']}/sv"
    say(f"Opastin – Vägvisaren answers at {fi} (suomeksi) and {sv} (på svenska). Ctrl-C stops.")
    password = var / DEMO_PASSWORD
    if password.exists():
        how = f"as demo1 or demo2, password {password.read_text(encoding='utf-8').strip()}"
        say(f"The desk: {addresses['chat']}/desk/ (log in {how}).")


def is_well(url: str) -> bool:
    """Whether a part answers that it is well."""
    try:
        return bool(requests.get(url, timeout=2).status_code == requests.codes.ok)
    except requests.RequestException:
        return False


def say(line: str) -> None:
    """Print a line at once, between those of the parts."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
