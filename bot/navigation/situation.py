"""What is known so far, and what the latest message added."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.catalogue import Language, Who

Asked = Literal["municipality", "who", "emergency", "topic"]
Guard = Literal["none", "mention", "unsure", "emergency"]
Reply = Literal["yes", "no", "not_sure"]


@dataclass(frozen=True, kw_only=True)
class Situation:
    """The facts of one conversation, kept from message to message."""

    language: Language = "fi"
    topic: str | None = None
    """Id of the need or FAQ the resident is sorting out."""

    municipality: str | None = None
    who: Who | None = None
    age: int | None = None
    asked: Asked | None = None
    """The fact the bot asked for last and has not got."""

    suspected: str | None = None
    """Id of the emergency the bot asked about."""

    held: tuple[str, ...] = ()
    """Topics that wait while a question is open: to go on with after a no to the question about an
    emergency, to be offered beside the guidance after any other."""

    misses: int = 0
    """Messages in a row that the bot did not understand."""

    def settled(self) -> Situation:
        """The same facts with no question open."""
        return replace(self, asked=None, suspected=None, held=(), misses=0)


@dataclass(frozen=True, kw_only=True)
class Understood:
    """What one message says, as far as it was understood."""

    topics: tuple[str, ...] = ()
    """One id when it is clear, several when it is not, best first; none when nothing fits."""

    others: tuple[str, ...] = ()
    """Beside a clear one: what may be meant as well or instead, likeliest first."""

    municipality: str | None = None
    neighbour: str | None = None
    """A municipality outside the county in which the resident lives."""

    who: Who | None = None
    age: int | None = None
    answer: Reply | None = None
    guard: Guard = "none"
    emergency: str | None = None
    other_language: bool = False
    """Neither Finnish nor Swedish."""

    @property
    def facts(self) -> dict[str, object]:
        """The facts it adds to a situation."""
        found = {"municipality": self.municipality, "who": self.who, "age": self.age}
        return {name: value for name, value in found.items() if value is not None}
