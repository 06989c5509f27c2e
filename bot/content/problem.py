"""Something a content owner can put right, with its place and remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, kw_only=True, order=True)
class Problem:
    """One problem in one line of one file."""

    file: Path
    line: int
    """Counted from 1."""

    says: str
    fix: str

    def __str__(self) -> str:
        """The problem as it is printed: place, what is wrong, remedy."""
        return f"{self.file}:{self.line}: {self.says} Fix: {self.fix}"


class ContentError(Exception):
    """The content has problems; the text lists all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
