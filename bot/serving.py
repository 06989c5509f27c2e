"""Starts one part of the product in this process."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from bot.settings import SettingMissing, SettingRefused, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.settings import Settings

MODEL: Final = "models/opastin.tar.gz"


def serve(part: str) -> None:
    """Start `rasa`, `actions` or `chat`; returns when it stops.

    Raises SystemExit when there is no such part, or a setting cannot be used.
    """
    parts: dict[str, Callable[[Settings], None]] = {
        "rasa": _rasa,
        "actions": _actions,
        "chat": _chat,
    }
    if part not in parts:
        raise SystemExit(f"'{part}' is not a part. Fix: use {', '.join(parts)}.")
    try:
        settings = read_settings()
    except (SettingMissing, SettingRefused) as refusal:
        raise SystemExit(str(refusal)) from None
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["ACTIONS_WEBHOOK"] = f"{settings.actions_url}/webhook"
    os.environ["RASA_TRACKER_DB"] = settings.rasa_tracker_db
    parts[part](settings)


def _rasa(settings: Settings) -> None:
    from bot.nlu.server import rasa_main  # noqa: PLC0415 - only in Rasa's environment

    at = urlsplit(settings.rasa_url)
    rasa_main(
        "run", "--model", MODEL, "--endpoints", "endpoints.yml", "--credentials", "credentials.yml",
        "--interface", str(at.hostname), "--port", str(at.port),
    )  # fmt: skip


def _actions(settings: Settings) -> None:
    at = urlsplit(settings.actions_url)
    os.environ["SANIC_HOST"] = str(at.hostname)
    command = [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "--port", str(at.port)]
    os.execv(command[0], command)  # noqa: S606 - our own interpreter and settings


def _chat(settings: Settings) -> None:
    from django.core.management import call_command  # noqa: PLC0415 - only in chat's environment

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chat.settings")
    from chat.server import server  # noqa: PLC0415 - Django's settings are named first

    call_command("migrate", verbosity=0)
    chat = server(str(urlsplit(settings.chat_url).hostname), settings.chat_port)
    with suppress(KeyboardInterrupt):  # Ctrl-C, said once more after the last request
        chat.run()
