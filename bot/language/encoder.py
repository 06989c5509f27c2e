"""Sentence embeddings: what a text means, apart from its letters."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from bot.language.e5.encoder import WIDTH, opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

E5: Final = "e5"
NONE: Final = "none"
TRIAL_SECONDS: Final = 120
RECENT: Final = 8
"""Texts whose rows are remembered: a message and its clauses."""


class SentenceEncoder(Protocol):
    """Turns texts into vectors that are close where the meanings are close."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of numbers per text."""


class RecentEncoder:
    """An encoder that remembers its latest texts: two readers of a message embed it once."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        self._encoder = encoder
        self._lock = Lock()
        self._row = lru_cache(maxsize=RECENT)(self._embed)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text."""
        with self._lock:  # chat asks from several threads
            rows = [self._row(text) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(-1, WIDTH)

    def _embed(self, text: str) -> NDArray[np.float32]:
        return np.asarray(self._encoder.encode([text])[0], dtype=np.float32)


class CachedEncoder:
    """An encoder that keeps the rows of texts it has met in a folder, by their hash.

    Rows that were made by another encoder are forgotten.
    """

    def __init__(self, encoder: SentenceEncoder, folder: Path, made_by: str) -> None:
        self._encoder = encoder
        self._made_by = made_by
        self._file = folder / "embeddings.npz"
        self._rows: dict[str, NDArray[np.float32]] = {}
        if self._file.exists():
            with np.load(self._file) as kept:
                if "made_by" in kept and str(kept["made_by"]) == made_by:
                    self._rows = dict(zip(kept["keys"].tolist(), kept["rows"], strict=True))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text; new rows are kept for the next time."""
        keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._rows}
        if new:
            fresh = self._encoder.encode(list(new.values()))
            self._rows.update(zip(new, fresh, strict=True))
            self._keep()
        return np.array([self._rows[key] for key in keys], dtype=np.float32).reshape(-1, WIDTH)

    def _keep(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        # Two trainings may write at once; each has a part of its own.
        part = self._file.with_suffix(f".{os.getpid()}.npz")
        np.savez(
            part,
            made_by=np.array(self._made_by),
            keys=np.array(list(self._rows)),
            rows=np.array(list(self._rows.values())),
        )
        part.replace(self._file)


@lru_cache(maxsize=1)
def works_here() -> bool:
    """Whether the encoder loads on this machine; tried in a child, since a wrong CPU kills it."""
    trial = "from bot.language.e5.encoder import opened; opened().encode(['koe'])"
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and a constant
            [sys.executable, "-c", trial],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            timeout=TRIAL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


@lru_cache(maxsize=1)
def shared_encoder() -> RecentEncoder:
    """The one encoder of this process."""
    return RecentEncoder(opened())


def choose_encoder() -> str:
    """`e5` where it works, else `none`; OPASTIN_ENCODER settles it."""
    named = os.environ.get("OPASTIN_ENCODER", "")
    if named in (E5, NONE):
        return named
    return E5 if works_here() else NONE
