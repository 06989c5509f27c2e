"""Base forms in both languages at once."""

from pathlib import Path

import pytest

from bot.language.lemmas import cache_folder, is_known, lemmas


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("rintaan", "rinta"),
        ("hengitä", "hengittää"),
        ("bröstet", "bröst"),
        ("slog", "slå"),
        ("mul", "minä"),
        ("int", "inte"),
        ("hengita", "hengittää"),
        ("andnod", "andnöd"),
    ],
)
def test_the_base_form_is_found(word: str, base: str) -> None:
    """Inflected, spoken and bare spellings all lead to the base form."""
    assert base in lemmas(word)


def test_an_unknown_word_is_its_own_base_form() -> None:
    """Nothing is lost when no dictionary knows a word."""
    assert lemmas("xyzzyq") == {"xyzzyq"}


def test_half_of_a_compound_is_not_its_base_form() -> None:
    """'kriisitukea' is not 'kriisi'."""
    assert "kriisi" not in lemmas("kriisitukea")


def test_known_words_are_no_typing_errors() -> None:
    """Standard and spoken forms are known; a slip is not."""
    assert is_known("tulehtunut")
    assert is_known("tulehtunu")
    assert not is_known("sydänkohtuas")


def test_the_cache_follows_the_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """OPASTIN_VAR decides where the dictionaries are kept."""
    monkeypatch.setenv("OPASTIN_VAR", str(tmp_path))
    assert cache_folder() == tmp_path / "lemmas"
