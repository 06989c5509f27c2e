"""The trained model on lines written otherwise: what is understood stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from benchmarks.mutations import changes, examples
from benchmarks.nlu.lines import practice
from bot.catalogue import LANGUAGES

if TYPE_CHECKING:
    from benchmarks.understood import Change
    from bot.catalogue import Language

LEAST: Final = 0.95
"""Share of altered lines that must be understood as the line was."""

EVERY: Final = 3
"""Of one example of each topic and emergency, every so manieth is altered."""

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def altered() -> list[Change]:
    """The practice lines and a sample of the examples, in every way that applies."""
    return list(changes([*practice(), *examples(1)[::EVERY]]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_written_otherwise_is_understood_as_before(
    altered: list[Change], language: Language
) -> None:
    """Language, emergency, place and topic are what they were, in both languages alike."""
    mine = [change for change in altered if change.line.language == language]
    other = [str(change) for change in mine if not change.same]
    assert len(other) <= len(mine) * (1 - LEAST), "\n".join(other)
