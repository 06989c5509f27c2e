"""What of a message's understanding decides the answer, and how two understandings differ. Pure."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.nlu.choose import UNSURE

if TYPE_CHECKING:
    from benchmarks.nlu.lines import Line


@dataclass(frozen=True, kw_only=True)
class Understood:
    """What decides the answer; what weighs most comes first."""

    guard: str
    emergency: str | None
    place: str | None
    language: str
    topic: str | None
    """The intent, or the likeliest of the topics offered."""

    sure: bool
    """Whether the topic is taken without asking."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """A line, one way of writing it otherwise, and what was made of both."""

    line: Line
    way: str
    text: str
    before: Understood
    after: Understood

    @property
    def same(self) -> bool:
        """Whether it was understood as before; the bot may ask where it did not."""
        return replace(self.after, sure=self.before.sure) == self.before

    @property
    def as_sure(self) -> bool:
        """Whether nothing at all is different."""
        return self.after == self.before

    @property
    def different(self) -> tuple[bool, ...]:
        """Whether a card was won or lost, and then of each field whether it differs."""
        cards = {each.guard == "emergency" for each in (self.before, self.after)}
        old, new = asdict(self.before), asdict(self.after)
        return (len(cards) > 1, *(old[name] != new[name] for name in old))

    def __str__(self) -> str:
        old, new = asdict(self.before), asdict(self.after)
        told = [f"{name} {old[name]} > {new[name]}" for name in old if old[name] != new[name]]
        return f"{'; '.join(told)}\n      {self.line.text}\n      {self.text}"


def understood(read: dict[str, Any]) -> Understood:
    """What decides the answer, of all that the components found."""
    found = {entity["entity"]: entity["value"] for entity in read["entities"]}
    intent = read["intent"]["name"]
    offered = [each["topic"] for each in read["candidates"]]
    return Understood(
        guard=read["guard"]["state"],
        emergency=read["guard"]["emergency"],
        place=found.get("municipality") or found.get("neighbour"),
        language="other" if read["other_language"] else read["language"],
        topic=next(iter(offered), None) if intent == UNSURE else intent,
        sure=intent != UNSURE,
    )
