"""Finnish word vectors beside the sentence encoder's rows."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from spacy.strings import StringStore
from spacy.vectors import Vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.language.encoder import SentenceEncoder

PACKAGE: Final = "spacy_fi_experimental_web_md"
"""Its vectors alone are read: floret's, made of parts of words, so that every form has one."""

WIDTH: Final = 300
TINY: Final = 1e-9


class Meaning:
    """What a text means: the sentence encoder's row, and the mean direction of its words.

    The encoder has seen little Finnish; of Swedish words the vectors know next to nothing, and do
    no harm (docs/adr/0025).
    """

    def __init__(self, encoder: SentenceEncoder) -> None:
        self._encoder = encoder
        vectors()  # read, or missed, at start and not at the first message

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text: the encoder's numbers, then 300; each part of length 1."""
        return np.hstack([self._encoder.encode(texts), by_words(texts)])


def by_words(texts: Sequence[str]) -> NDArray[np.float32]:
    """The mean of the words' vectors, each of length 1, for texts with spaces between words."""
    split = [text.split() for text in texts]
    every = sorted({word for words in split for word in words})
    found = dict(zip(every, even(vectors().get_batch(every)), strict=True)) if every else {}
    nothing = np.zeros((1, WIDTH), dtype=np.float32)
    means = [np.mean([found[word] for word in words] or nothing, axis=0) for words in split]
    return even(np.array(means, dtype=np.float32).reshape(-1, WIDTH))


def even(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Every row at length 1; an empty one stays empty."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, TINY), dtype=np.float32)


def made_by() -> str:
    """The package and its version: other vectors want another training."""
    return f"{PACKAGE} {version(PACKAGE)}"


@lru_cache(maxsize=1)
def vectors() -> Vectors:
    """The vectors of the package; its pipeline, and what that needs, is never imported.

    Raises FileNotFoundError when the package is not installed.
    """
    spec = find_spec(PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    folder = next((path for place in places for path in Path(place).glob("*/vocab")), None)
    if folder is None:
        message = f"{PACKAGE} is not installed. Fix: run `make`, which builds .venv anew."
        raise FileNotFoundError(message)
    return Vectors(strings=StringStore()).from_disk(folder)
