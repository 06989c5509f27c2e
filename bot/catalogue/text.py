"""The two languages, and text that exists in both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["fi", "sv"]

LANGUAGES: Final[tuple[Language, ...]] = ("fi", "sv")


@dataclass(frozen=True, kw_only=True)
class Text:
    """The same thing said in Finnish and in Swedish."""

    fi: str
    sv: str

    def into(self, language: Language) -> str:
        """The text in one language."""
        return self.fi if language == "fi" else self.sv
