"""What the second net of the emergency guard has learnt, and what it was made from."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

HARMLESS: Final = "none"
"""The class of what is no emergency."""


class Described(Protocol):
    """What the net learns of an Emergency."""

    @property
    def id(self) -> str:
        """Its name in content."""

    @property
    def descriptions(self) -> Mapping[Any, Sequence[str]]:
        """Language to what people write when it happens."""

    @property
    def harmless(self) -> Mapping[Any, Sequence[str]]:
        """Language to what only sounds like it."""


@dataclass(frozen=True)
class Weights:
    """What was learnt, as it is kept in models/guard.npz."""

    made_from: NDArray[np.str_]
    """The fingerprint of the emergencies."""

    kinds: NDArray[np.str_]
    """The emergencies and HARMLESS, in the order of the columns."""

    rarity: NDArray[np.float32]
    """Inverse document frequency of each bucket."""

    letters: NDArray[np.float32]
    """A row per bucket; the last row is the intercept."""

    mean: NDArray[np.float32]
    spread: NDArray[np.float32]
    """Mean and standard deviation of the embeddings."""

    hidden: NDArray[np.float32]
    """From the embedding to the hidden layer; the last row is the intercept."""

    meaning: NDArray[np.float32]
    """From the hidden layer to what a text is about; the last row is the intercept."""

    belongs: NDArray[np.float32]
    """What a text is about to the kinds: 1 where it belongs to the kind, else 0."""

    share: NDArray[np.float32]
    """Share of the meaning in the mixed log-probability."""

    def save(self, file: Path) -> None:
        """Write the file in one step."""
        part = file.with_suffix(".part.npz")
        np.savez_compressed(part, **{each.name: getattr(self, each.name) for each in fields(self)})
        part.replace(file)

    @classmethod
    def load(cls, file: Path) -> Weights:
        """Read the file; OSError, ValueError, KeyError or BadZipFile when it is no such file."""
        with np.load(file, allow_pickle=False) as kept:
            return cls(**{each.name: kept[each.name] for each in fields(cls)})


def fingerprint(emergencies: Iterable[Described]) -> str:
    """A hash of what is described; other rules or words need no new training."""
    told = [
        (each.id, sorted(each.descriptions.items()), sorted(each.harmless.items()))
        for each in sorted(emergencies, key=lambda each: each.id)
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
