"""Finnish word vectors: close where words mean nearly the same."""

import numpy as np
import pytest

from bot.nlu import word_vectors
from bot.nlu.word_vectors import WIDTH, Meaning, by_words, vectors


class Ones:
    """An encoder for which every text is alike."""

    def encode(self, texts: object) -> np.ndarray:
        """Two numbers a text."""
        return np.ones((len(list(texts)), 2), dtype=np.float32)  # type: ignore[call-overload]


def alike(one: str, other: str) -> float:
    """The cosine of two texts."""
    first, second = by_words([one, other])
    return float(first @ second)


def test_near_in_meaning_is_near() -> None:
    """Words that share no letters are told from words that have nothing to do with each other."""
    assert alike("lääkäri", "sairaanhoitaja") > alike("lääkäri", "sähkölasku") + 0.1


def test_every_form_has_a_vector() -> None:
    """Also one that is misspelt, or that nobody wrote before."""
    assert alike("terveysasemallakin", "terveysasema") > alike("terveysasemallakin", "hammas")


def test_rows_are_of_length_one() -> None:
    """So that a long message weighs no more than a short one; an empty one has none."""
    rows = by_words(["mua särkee hammas kovasti ja yöllä enemmän", "hammas", ""])
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 0], abs=1e-5)


def test_no_texts() -> None:
    """Nothing in, no rows out."""
    assert by_words([]).shape == (0, WIDTH)


def test_they_stand_behind_the_encoder() -> None:
    """First what the encoder says, then the words."""
    rows = Meaning(Ones()).encode(["hammas", "yskä"])
    assert rows.shape == (2, 2 + WIDTH)
    assert np.allclose(rows[:, :2], 1)


def test_a_missing_package_has_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the environment was built before it was wanted."""
    monkeypatch.setattr(word_vectors, "PACKAGE", "no_such_package")
    with pytest.raises(FileNotFoundError, match="Fix: run `make`"):
        vectors.__wrapped__()
