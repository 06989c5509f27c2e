"""What residents type, in one shape."""

from bot.language.normalise import fold, normalise, words


def test_text_is_lowered_unified_and_collapsed() -> None:
    """Case, quotes, dashes, control characters and spaces no longer matter."""
    typed = " Äiti\u2019s\t\u201eHÄTÄ\u201c \u2013\x00 nyt\u200b "
    assert normalise(typed) == 'äiti\'s "hätä" - nyt'


def test_decomposed_letters_become_one() -> None:
    """A letter typed as two characters is the same letter."""
    assert normalise("a\u0308iti") == "äiti"


def test_words_leave_punctuation_out() -> None:
    """Words keep inner hyphens and colons; a number and its unit are two words."""
    assert words("TIA-kohtaus, tv:n! 38,1 °C, 2kk (06100)") == (
        "tia-kohtaus",
        "tv:n",
        "38,1",
        "c",
        "2",
        "kk",
        "06100",
    )


def test_fold_removes_dots_and_rings() -> None:
    """Å, ä and ö are typed as a, a and o on a foreign keyboard."""
    assert fold("åäöx") == "aaox"
