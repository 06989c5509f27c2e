"""What the edited content changes, against what runs or what was last committed."""

from __future__ import annotations

import io
import subprocess
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZipFile

from bot.clock import now
from bot.content.changes.compare import report
from bot.content.reader import read_catalogue, try_catalogue
from bot.release import ROOT, content_folder, current_release

if TYPE_CHECKING:
    from collections.abc import Iterator


class NothingToCompare(Exception):
    """There is no other content; the text says what to do."""


def differences(content: Path | None, against: Path | None) -> Iterator[str]:
    """The report, line by line.

    Raises ContentError when the content is wrong, NothingToCompare when there is no other.
    """
    after = read_catalogue((content or content_folder()).resolve())
    with _other(against) as (folder, name):
        before, _ = try_catalogue(folder)
    if not before.messages:
        raise NothingToCompare(f"{folder} holds no content. Fix: name another with --against.")
    yield f"Compared with {name}."
    yield from report(before, after, now())


@contextmanager
def _other(against: Path | None) -> Iterator[tuple[Path, str]]:
    """The content to compare with: the folder named, else what runs, else the last commit."""
    released = current_release().content
    if against or released.exists():
        yield against or released, str(against) if against else "the content that was published"
        return
    with TemporaryDirectory() as folder:
        _unpack_commit(Path(folder))
        yield Path(folder) / "content", "the last commit"


def _unpack_commit(folder: Path) -> None:
    """Write content/ as it was last committed."""
    command = ["git", "archive", "--format=zip", "HEAD", "content"]
    try:
        found = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - our own words
    except (OSError, subprocess.CalledProcessError):
        raise NothingToCompare(
            "nothing was published yet, and git knows no commit. Fix: name a folder with --against."
        ) from None
    with ZipFile(io.BytesIO(found.stdout)) as archive:
        archive.extractall(folder)
