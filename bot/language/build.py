"""Builds the dictionaries of base forms once, and says which sentence encoder works here."""

from __future__ import annotations

import sys

from bot.language.encoder import NONE, choose_encoder
from bot.language.lemmas import cache_folder, is_known


def build() -> None:
    """Write the tries (about 10 s, 700 MB of memory while it lasts) and try the encoder."""
    sys.stdout.write(f"Dictionaries of base forms: {cache_folder()}\n")
    is_known("talo")
    encoder = choose_encoder()
    note = " (it cannot load on this machine; the classifier works without it)"
    sys.stdout.write(f"Sentence encoder: {encoder}{note if encoder == NONE else ''}\n")


if __name__ == "__main__":
    build()
