"""Starts one part of the product in this process."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.release import current_release
from bot.settings import SettingMissing, SettingRefused, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.settings import Settings


def serve(part: str) -> None:
    """Start `rasa`, `actions` or `chat`; returns when it stops.

    Raises SystemExit when there is no such part, a setting cannot be used, or nothing is released.
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
    release = current_release()
    if not release.content.is_dir():
        raise SystemExit(f"There is no release in {release.folder}. Fix: make train")
    # What serves reads the release: an edit that is not published goes live by no restart.
    os.environ["OPASTIN_CONTENT"] = str(release.content)
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["ACTIONS_WEBHOOK"] = f"{settings.actions_url}/webhook"
    os.environ["RASA_TRACKER_DB"] = settings.rasa_tracker_db
    parts[part](settings)


def _rasa(settings: Settings) -> None:
    from bot.nlu.server import rasa_main  # noqa: PLC0415 - only in Rasa's environment

    at = urlsplit(settings.rasa_url)
    rasa_main(
        "run", "--model", str(current_release().model),
        "--endpoints", "endpoints.yml", "--credentials", "credentials.yml",
        "--interface", str(at.hostname), "--port", str(at.port),
    )  # fmt: skip


def _actions(settings: Settings) -> None:
    from actions.server import serve as serve_actions  # noqa: PLC0415 - only in Rasa's environment

    at = urlsplit(settings.actions_url)
    os.environ["SANIC_HOST"] = str(at.hostname)
    serve_actions(int(at.port or 80))


def _chat(settings: Settings) -> None:
    from django.core.management import call_command  # noqa: PLC0415 - only in chat's environment

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chat.settings")
    from chat.server import server  # noqa: PLC0415 - Django's settings are named first

    call_command("migrate", verbosity=0)
    if not settings.in_production:
        call_command("demo_professionals")
    chat = server(str(urlsplit(settings.chat_url).hostname), settings.chat_port)
    with suppress(KeyboardInterrupt):  # Ctrl-C, said once more after the last request
        chat.run()
