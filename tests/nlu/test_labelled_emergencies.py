"""The guard's rules on lines labelled by hand, both halves; the second net only adds to this."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import yaml

from bot.language.normalise import fold, words
from tests.nlu.test_guard import guard
from tests.understanding.labelled import Half, Labelled, emergencies

if TYPE_CHECKING:
    from collections.abc import Iterable

CONTENT: Final = Path(__file__).parents[2] / "content"
SHORT: Final = 3
"""Words of a line that two people may well write alike."""
TAUGHT_BY: Final = ("emergencies", "needs", "faq")
PARTS: Final = ("descriptions", "harmless", "examples")

CAUGHT: Final[dict[tuple[Half, str], float]] = {
    ("tuning", "fi"): 0.65,
    ("tuning", "sv"): 0.62,
    ("test", "fi"): 0.54,
    ("test", "sv"): 0.45,
}
"""Share of emergencies the rules alone must show; measured when written, less two points."""
ALARMED: Final[dict[tuple[Half, str], float]] = {
    ("tuning", "fi"): 0.02,
    ("tuning", "sv"): 0.02,
    ("test", "fi"): 0.10,
    ("test", "sv"): 0.12,
}
"""Share of look-alikes the rules may show a card for; measured when written, and two points."""


def carded(half: Half, language: str, *, danger: bool) -> float:
    """The share of lines for which the rules show a card."""
    lines = [
        line
        for line in emergencies()
        if (line.half, line.language, line.danger) == (half, language, danger)
    ]
    shown = [line for line in lines if guard().judge_by_rules(line.text).state == "emergency"]
    return len(shown) / len(lines)


@pytest.mark.parametrize(("half", "language"), CAUGHT)
def test_the_rules_catch_what_they_caught(half: Half, language: str) -> None:
    """A change of rules or excuses loses no emergency that was seen before."""
    assert carded(half, language, danger=True) >= CAUGHT[half, language]


@pytest.mark.parametrize(("half", "language"), ALARMED)
def test_look_alikes_seldom_alarm(half: Half, language: str) -> None:
    """What is over, denied, studied or a manner of speaking shows no card."""
    assert carded(half, language, danger=False) <= ALARMED[half, language]


def test_no_labelled_line_is_taught() -> None:
    """A line that judges the bot stands nowhere in what the bot learns from."""
    taught = {_plain(text) for text in _texts()}
    assert [line.text for line in _long(emergencies()) if _plain(line.text) in taught] == []


def _long(lines: Iterable[Labelled]) -> list[Labelled]:
    """The lines that nobody else would write word for word."""
    return [line for line in lines if len(words(line.text)) > SHORT]


def _plain(text: str) -> str:
    return fold(" ".join(words(text)))


def _texts() -> list[str]:
    """All that content teaches."""
    texts: list[str] = []
    for path in sorted(path for kind in TAUGHT_BY for path in (CONTENT / kind).glob("*.yml")):
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
        for part in PARTS:
            for said in (read.get(part) or {}).values():
                texts += [one if isinstance(one, str) else one["say"] for one in said]
    return texts
