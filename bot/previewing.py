"""The whole product on the edited content, beside the one that runs."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from bot.language.built import BUILT
from bot.release import Release, current_release
from bot.running import PYTHONS, run, say
from bot.settings import ROOT, read_settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FARTHER: Final = 1000
"""What is added to the port of each part."""

OWN: Final = ("RASA_URL", "ACTIONS_URL", "CHAT_URL", "DATABASE_URL", "RASA_TRACKER_DB")
"""Settings that the preview must not share."""


def preview() -> int:
    """Make a release of the edited content, run it until Ctrl-C; returns the exit code."""
    settings = read_settings()
    ports = {"RASA": settings.rasa_url, "ACTIONS": settings.actions_url, "CHAT": settings.chat_url}
    folder = settings.var / "preview"
    release = Release(folder / "release")
    borrow(settings.var, folder)
    if not release.note.exists():
        copy_learnt(current_release(), release)
    for name in OWN:
        os.environ.pop(name, None)
    os.environ.update(beside(ports, folder, release))
    say("Making a release of the edited content (fast when only answers have changed)")
    python = str(ROOT / PYTHONS["rasa"] / "bin" / "python")
    log = folder / "train.log"
    with log.open("wb") as out:
        trained = subprocess.run(  # noqa: S603 - our own interpreter
            [python, "-m", "bot.cli", "train"],
            cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
    if trained.returncode != 0:
        say(log.read_text(encoding="utf-8", errors="replace")[-3000:])
        return trained.returncode
    return run()


def beside(urls: Mapping[str, str], folder: Path, release: Release) -> dict[str, str]:
    """The settings of a product that runs beside the one at these addresses."""
    ports = {
        f"{part}_PORT": str((urlsplit(url).port or 80) + FARTHER) for part, url in urls.items()
    }
    return {**ports, "OPASTIN_VAR": str(folder), "OPASTIN_RELEASE": str(release.folder)}


def borrow(var: Path, folder: Path) -> None:
    """Give the preview the dictionaries and what has been embedded already."""
    folder.mkdir(parents=True, exist_ok=True)
    for built in BUILT:
        if not (folder / built).exists():
            (folder / built).symlink_to(var / built)
    embedded = var / "embeddings.npz"
    if embedded.exists() and not (folder / embedded.name).exists():
        shutil.copy2(embedded, folder)


def copy_learnt(release: Release, preview: Release) -> None:
    """Give the preview what the release has learnt, so that only what differs is trained."""
    preview.folder.mkdir(parents=True, exist_ok=True)
    for file in (release.model, release.guard, release.note):
        if file.exists():
            shutil.copy2(file, preview.folder)
