"""Spoken and hastily typed text becomes what is written by the book."""

import pytest

from bot.catalogue.text import Language
from bot.language.standard import mostly, standard


@pytest.mark.parametrize(
    ("written", "language", "by_the_book"),
    [
        ("Mul on kuumet, meen kotio", "fi", "minulla on kuumetta, menen kotiin"),
        ("ja sku behöva en tid, va gör ja?", "sv", "jag skulle behöva en tid, vad gör jag?"),
        ("paansarky ja vasymys, 34v", "fi", "päänsärky ja väsymys, 34v"),
        ("ont i orat, hostar pa natten", "sv", "ont i örat, hostar på natten"),
        ("Missä terveysasema on?", "fi", "missä terveysasema on?"),
    ],
)
def test_a_text_is_put_right(written: str, language: Language, by_the_book: str) -> None:
    """Words of the dictionary, punctuation and order stay as they are."""
    assert standard(written, language) == by_the_book


def test_the_same_word_is_read_in_its_language() -> None:
    """`ja` is "and" in Finnish, and "I" in Finland Swedish."""
    assert standard("ja", "fi") == "ja"
    assert standard("ja", "sv") == "jag"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("isä makaa lattialla eikä vastaa mulle", "fi"),
        ("farsan vaknar int o andas konstigt", "sv"),
        ("mommo tuppa e int hemma", "sv"),
        ("38,5", "fi"),
    ],
)
def test_a_text_is_mostly_in_one_language(text: str, language: Language) -> None:
    """Words that only one of the dictionaries holds decide."""
    assert mostly(text) == language
