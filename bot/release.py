"""A release: one folder with all that runs, and the content it was made from."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Release:
    """The folder and the parts in it."""

    folder: Path

    @property
    def model(self) -> Path:
        """What Rasa has learnt."""
        return self.folder / "opastin.tar.gz"

    @property
    def guard(self) -> Path:
        """What the second net of the guard has learnt; absent where the encoder does not work."""
        return self.folder / "guard.npz"

    @property
    def content(self) -> Path:
        """A copy of the content from which both were made."""
        return self.folder / "content"

    @property
    def note(self) -> Path:
        """What the model and the second net were made from, as hashes."""
        return self.folder / "made_from.json"

    @property
    def draft(self) -> Release:
        """Where the next release is made; nothing that runs looks there."""
        return Release(self.folder / "next")

    @property
    def previous(self) -> Release:
        """What was here before."""
        return Release(self.folder / "previous")

    def made_from(self) -> dict[str, str]:
        """The hashes of the note; none where nothing has been made yet."""
        if not self.note.exists():
            return {}
        noted: dict[str, str] = json.loads(self.note.read_text(encoding="utf-8"))
        return noted

    def take(self, draft: Release) -> None:
        """Put the parts of a draft here; those that were here become the previous release."""
        shutil.rmtree(self.previous.folder, ignore_errors=True)
        self.previous.folder.mkdir(parents=True)
        for part in (self.model, self.guard, self.note, self.content):
            if part.exists():
                part.rename(self.previous.folder / part.name)
            new = draft.folder / part.name
            if new.exists():
                new.rename(part)
        shutil.rmtree(draft.folder)

    def put_back(self) -> None:
        """Return to the previous release."""
        shutil.rmtree(self.draft.folder, ignore_errors=True)
        self.previous.folder.rename(self.draft.folder)
        self.take(self.draft)


def current_release() -> Release:
    """The release that serves: the folder that OPASTIN_RELEASE names, else models/."""
    return Release(ROOT / (os.environ.get("OPASTIN_RELEASE") or "models"))


def content_folder() -> Path:
    """The content of this process: the folder that OPASTIN_CONTENT names, else content/."""
    return ROOT / (os.environ.get("OPASTIN_CONTENT") or "content")
