"""Spoken Finnish and Finland Swedish lead to standard words."""

import pytest

from bot.language import spoken_finnish, spoken_swedish
from bot.language.lemmas import dictionaries, lemmas


@pytest.mark.parametrize(
    ("spoken", "base"),
    [
        ("mul", "minä"),
        ("lapsel", "lapsi"),
        ("kuumet", "kuume"),
        ("tarttisin", "tarvita"),
        ("meen", "mennä"),
        ("oon", "olla"),
        ("menny", "mennä"),
        ("koulus", "koulu"),
        ("turpoo", "turvota"),
        ("syöny", "syödä"),
        ("itteni", "itse"),
        ("eikä", "ei"),
    ],
)
def test_a_spoken_word_finds_its_base_form(spoken: str, base: str) -> None:
    """The twelve words that defeat a lemmatiser."""
    assert base in lemmas(spoken)


@pytest.mark.parametrize("word", ["talossa", "hammas", "kurkku", "sitten", "vuotaa"])
def test_standard_words_are_left_alone(word: str) -> None:
    """A word that the dictionary holds is not taken apart."""
    assert not list(spoken_finnish.standard_forms(word, dictionaries().known_finnish))


def test_endings_count_only_when_the_result_is_a_word() -> None:
    """Nonsense stays nonsense."""
    assert not list(spoken_finnish.standard_forms("qwertyl", lambda _word: False))


def test_finland_swedish_forms_have_standard_ones() -> None:
    """'e' is 'är', 'va' is 'vad' or 'var'."""
    assert spoken_swedish.standard_forms("e") == ("är",)
    assert spoken_swedish.standard_forms("va") == ("vad", "var")
    assert spoken_swedish.standard_forms("bröst") == ()
