"""Embeds many texts at once: a process for each core, and the rows are kept."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.language import built
from bot.language.e5.encoder import WIDTH, E5Encoder, fingerprint, opened
from bot.language.encoder import CachedEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

BATCH: Final = 32
"""Texts that a process takes at a time; they are of about the same length."""


class ManyEncoder:
    """The encoder in as many processes as there are cores, each on one thread."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text."""
        if len(texts) <= BATCH:
            return _embed(texts)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        batches = [
            [texts[place] for place in order[start : start + BATCH]]
            for start in range(0, len(order), BATCH)
        ]
        cores = len(os.sched_getaffinity(0))
        found = np.empty((len(texts), WIDTH), dtype=np.float32)
        # Spawned, not forked: Rasa's libraries have threads of their own by now.
        with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn")) as pool:
            found[order] = np.vstack(list(pool.map(_embed, batches)))
        return found


def kept_encoder(folder: str = "") -> CachedEncoder:
    """The encoder for training: what it has met before is read from OPASTIN_VAR."""
    return CachedEncoder(ManyEncoder(), built.var() / folder, fingerprint())


@lru_cache(maxsize=1)
def _encoder() -> E5Encoder:
    return opened()


def _embed(texts: Sequence[str]) -> NDArray[np.float32]:
    return _encoder().encode(texts)
