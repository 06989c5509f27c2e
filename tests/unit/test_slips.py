"""Mistyped words are found without holding each against all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.atoms import one_slip
from bot.language.slips import Slips

WORD = st.text("aekstuä", min_size=2, max_size=8)


@pytest.mark.parametrize("typed", ["porvo", "porrvoo", "porwoo", "provoo", "porvoo"])
def test_one_slip(typed: str) -> None:
    """A letter left out, added, changed or swapped, or none."""
    assert Slips(["porvoo", "loviisa"]).of(typed) == {"porvoo"}


@pytest.mark.parametrize("typed", ["torvoo", "prvo", "poorv", ""])
def test_more_than_one_slip(typed: str) -> None:
    """Two letters amiss, or the first one, are another word."""
    assert Slips(["porvoo"]).of(typed) == set()


@given(st.sets(WORD, max_size=20), WORD)
def test_as_if_each_were_tried(words: set[str], typed: str) -> None:
    """The short way finds what holding the word against every other finds."""
    assert Slips(words).of(typed) == {word for word in words if one_slip(word, typed)}
