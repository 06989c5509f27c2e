"""The guard on lines labelled by hand: by its rules, and with the second net."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import yaml

from bot.content import current
from bot.language.encoder import E5, choose_encoder
from bot.language.normalise import fold, words
from tests.nlu.test_guard import guard
from tests.understanding.labelled import emergencies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.navigation.emergency import Verdict

TESTS: Final = Path(__file__).parents[1]
CONTENT: Final = TESTS.parent / "content"
RESIDENTS: Final = (TESTS / "practice", TESTS / "strangers")
SHORT: Final = 3
"""Words of a line that two people may well write alike."""
TAUGHT_BY: Final = ("emergencies", "needs", "faq")
PARTS: Final = ("descriptions", "harmless", "examples")

RULED: Final[dict[str, float]] = {"fi": 0.37, "sv": 0.33}
"""Share of emergencies the rules alone must show; measured when written, less two points."""

RULED_AMISS: Final[dict[str, float]] = {"fi": 0.05, "sv": 0.06}
"""Share of look-alikes the rules alone may show a card for; measured, and two points."""

CAUGHT: Final = 0.95
"""Share of emergencies that must get a card or the question."""

CARDED: Final = 0.75
"""Share of emergencies that must get a card at once."""

AMISS: Final = 0.07
"""Share of look-alikes that may get a card."""

BESIDE: Final = "emergencies_beside.yml"
"""Emergencies that name a word which is harmless elsewhere, by language and kind."""

BESIDE_CAUGHT: Final = 0.98
"""Share of those that must get a card or the question; all but one when written."""

BESIDE_CARDED: Final = 0.90
"""Share of those that must get a card at once; .94 and .96 when written."""


def states(language: str, *, danger: bool, judge: Callable[[str], Verdict]) -> Counter[str]:
    """In which share of the lines of the test half the guard came to each state."""
    lines = [
        line
        for line in emergencies()
        if (line.language, line.danger, line.half) == (language, danger, "test")
    ]
    found = Counter(judge(line.text).state for line in lines)
    return Counter({state: count / len(lines) for state, count in found.items()})


@pytest.mark.parametrize("language", RULED)
def test_the_rules_catch_what_they_caught(language: str) -> None:
    """A change of rules or excuses loses no emergency that was seen before."""
    found = states(language, danger=True, judge=guard().judge_by_rules)
    assert found["emergency"] >= RULED[language]


@pytest.mark.parametrize("language", RULED_AMISS)
def test_the_rules_seldom_alarm(language: str) -> None:
    """What is over, denied, studied or a manner of speaking shows no card."""
    found = states(language, danger=False, judge=guard().judge_by_rules)
    assert found["emergency"] <= RULED_AMISS[language]


@pytest.mark.model
@pytest.mark.skipif(choose_encoder() != E5, reason="the sentence encoder does not work here")
@pytest.mark.parametrize("language", RULED)
def test_both_nets_together(language: str) -> None:
    """Few emergencies go unseen, and few look-alikes frighten anybody."""
    danger = states(language, danger=True, judge=current.guard().judge)
    calm = states(language, danger=False, judge=current.guard().judge)
    assert danger["emergency"] + danger["unsure"] >= CAUGHT, danger
    assert danger["emergency"] >= CARDED, danger
    assert calm["emergency"] <= AMISS, calm


@pytest.mark.model
@pytest.mark.skipif(choose_encoder() != E5, reason="the sentence encoder does not work here")
@pytest.mark.parametrize("language", RULED)
def test_a_harmless_word_hides_no_emergency(language: str) -> None:
    """A drill, a phone or a cold named beside it takes little from a danger."""
    lines = _beside(language)
    found = Counter(current.guard().judge(line).state for line in lines)
    assert found["emergency"] + found["unsure"] >= BESIDE_CAUGHT * len(lines), found
    assert found["emergency"] >= BESIDE_CARDED * len(lines), found


def test_no_judging_line_is_taught() -> None:
    """What judges the bot, labelled lines and simulated residents, teaches it nothing.

    Short ones aside, which anybody might write word for word.
    """
    taught = {_plain(text) for text in _texts()}
    judging = [*(line.text for line in emergencies()), *_said(), *_beside("fi"), *_beside("sv")]
    assert [said for said in judging if len(words(said)) > SHORT and _plain(said) in taught] == []


def _beside(language: str) -> list[str]:
    """The emergencies with a harmless word, of all kinds."""
    kinds = yaml.safe_load((TESTS / "nlu" / BESIDE).read_text(encoding="utf-8"))[language]
    return [line for lines in kinds.values() for line in lines]


def _said() -> Iterator[str]:
    """What the simulated residents say."""
    for path in sorted(file for folder in RESIDENTS for file in folder.glob("*.yml")):
        for resident in yaml.safe_load(path.read_text(encoding="utf-8")):
            said = resident["say"]
            yield from [said] if isinstance(said, str) else said


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
