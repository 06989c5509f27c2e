"""Which content runs where, and what to do where it differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.content.reader import fingerprint
from bot.parts import ADDRESSES, PartRefused, hash_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.release import Release
    from bot.settings import Settings

SHOWN: Final = 12
"""Digits of a hash that a person sees."""


@dataclass(frozen=True, kw_only=True)
class Status:
    """The hash of the content in each place; empty where there is none."""

    edited: str
    released: str
    parts: dict[str, str]
    """By part; empty where it does not run."""

    troubles: tuple[str, ...] = ()
    """What parts say instead of a hash."""

    @property
    def alike(self) -> bool:
        """Whether everything that is there has the same content."""
        found = {self.edited, self.released, *filter(None, self.parts.values())}
        return len(found) == 1 and not self.troubles

    def lines(self) -> Iterator[str]:
        """The table, and what to do in plain words."""
        yield f"content/  {self.edited[:SHOWN]}"
        yield f"release   {self.released[:SHOWN] or 'none yet'}"
        yield from (f"{p:10}{found[:SHOWN] or 'not running'}" for p, found in self.parts.items())
        yield from self.troubles
        if not self.released:
            yield "Nothing is released yet. Fix: make train"
        elif self.edited != self.released:
            yield "content/ has changes that residents do not see. Fix: opastin publish"
        old = [name for name, found in self.parts.items() if found not in ("", self.released)]
        if self.released and old:
            named = ", ".join(old)
            yield f"{named}: other content than the release. Fix: opastin publish, or restart"
        if self.alike:
            yield "All alike."


def status(content: Path, release: Release, settings: Settings) -> Status:
    """Look at the content that is edited, at the release, and ask every part."""
    told = {part: _told(part, settings) for part in ADDRESSES}
    return Status(
        edited=fingerprint(content),
        released=fingerprint(release.content) if release.content.is_dir() else "",
        parts={part: found for part, (found, trouble) in told.items() if not trouble},
        troubles=tuple(trouble for _, trouble in told.values() if trouble),
    )


def _told(part: str, settings: Settings) -> tuple[str, str]:
    """A part's hash, and what it says instead."""
    try:
        return hash_of(part, settings) or "", ""
    except PartRefused as refused:
        return "", str(refused)
