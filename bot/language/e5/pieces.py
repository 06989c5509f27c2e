"""The pieces of words that multilingual-e5-small knows, and which of them a text is made of.

SentencePiece's unigram model (Kudo 2018, arXiv 1804.10959): the likeliest way to cut the text. Its
own package crashes where a warning is an error, and its files need another protobuf than Rasa's;
over a trie the search is a few lines, and cuts 3,000 lines of MASSIVE as SentencePiece does.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final

import numpy as np
from marisa_trie import Trie

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.language.e5.packed import Packed

BEGIN, PAD, END, UNKNOWN = range(4)
SPACE: Final = "\u2581"
"""How a piece that begins a word begins."""

PREFIX: Final = "query: "
"""What the model was taught to see before a question; without it .006 / .003 fewer are found."""

PREFIX_PIECES: Final = 4
"""BEGIN and the pieces of the prefix."""

LONGEST: Final = 510
"""Pieces of a text; the model knows 512 places."""

RARE: Final = 10.0
"""How much less likely a letter that no piece holds is than the least likely piece, in logarithms:
SentencePiece's own constant."""

TRIE: Final = "pieces.marisa"
SCORES: Final = "scores.npy"


class Pieces:
    """Cuts texts by the vocabulary that `write` has put in a folder."""

    def __init__(self, folder: Path) -> None:
        self._trie = Trie().load(str(folder / TRIE))
        scored: NDArray[np.float64] = np.load(folder / SCORES)
        self._numbers = scored[:, 0].astype(int).tolist()
        self._scores = scored[:, 1].tolist()
        self._unknown = min(self._scores) - RARE
        self._longest = max(map(len, self._trie))

    def of(self, text: str) -> list[int]:
        """The numbers of the pieces of a normalised text with its prefix, between BEGIN and END."""
        said = SPACE + (PREFIX + text).strip().replace(" ", SPACE)
        best = [0.0] + [-inf] * len(said)
        cuts: list[tuple[int, int]] = [(0, UNKNOWN)] * (len(said) + 1)
        for start in range(len(said)):
            rare = best[start] + self._unknown
            if rare > best[start + 1]:
                best[start + 1], cuts[start + 1] = rare, (start, UNKNOWN)
            rest = said[start : start + self._longest]
            for piece, key in self._trie.iter_prefixes_with_ids(rest):
                end, likely = start + len(piece), best[start] + self._scores[key]
                if likely > best[end]:
                    best[end], cuts[end] = likely, (start, self._numbers[key])
        found, end = [], len(said)
        while end:
            end, number = cuts[end]
            found.append(number)
        return [BEGIN, *found[::-1][:LONGEST], END]


def write(packed: Packed, folder: Path) -> None:
    """Write the vocabulary, without the pieces that stand for no letters."""
    numbers = range(UNKNOWN + 1, len(packed.pieces))
    trie = Trie(packed.pieces[number] for number in numbers)
    trie.save(str(folder / TRIE))
    scored = np.empty((len(trie), 2))
    for number in numbers:
        scored[trie[packed.pieces[number]]] = number, packed.scores[number]
    np.save(folder / SCORES, scored)
