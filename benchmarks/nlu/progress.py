"""How long the rest of the run will take."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

START: Final = 25.0
"""Seconds that any cell takes: two starts of Rasa."""

RATES: Final = {
    "opastin": (0.03, 0.03),
    "no_encoder": (0.01, 0.01),
    "spacy": (0.04, 0.04),
    "plain": (0.02, 0.01),
    "diet": (0.30, 0.03),
    "whole": (0.04, 0.08),
}
"""Seconds for each example and for each line, by system, until some have been measured."""


@dataclass(frozen=True, kw_only=True)
class Size:
    """How much a cell has to do."""

    system: str
    examples: int
    lines: int

    @property
    def seconds(self) -> float:
        """What it takes by the table."""
        learning, reading = RATES[self.system]
        return START + learning * self.examples + reading * self.lines


class Progress:
    """Corrects the table by what the cells have taken."""

    def __init__(self) -> None:
        self._took: dict[str, float] = defaultdict(float)
        self._expected: dict[str, float] = defaultdict(float)

    def finished(self, size: Size, seconds: float) -> None:
        """Note what a cell has taken."""
        self._took[size.system] += seconds
        self._expected[size.system] += size.seconds

    def left(self, sizes: Iterable[Size]) -> float:
        """Seconds that cells will take."""
        return sum(size.seconds * self._factor(size.system) for size in sizes)

    def _factor(self, system: str) -> float:
        expected = self._expected[system]
        return self._took[system] / expected if expected else 1.0


def spoken(seconds: float) -> str:
    """As people say it."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "under a minute"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"
