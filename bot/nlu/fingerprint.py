"""What a component leans on beyond its own class; Rasa's cache sees only the class."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.catalogue import Catalogue, Municipality, Neighbour

ROOT: Final = Path(__file__).resolve().parents[2]
CODE: Final = ("bot/nlu", "bot/language")
"""What reads messages, in training as in service."""


def fingerprint_of(*paths: str, extra: str = "") -> str:
    """A hash over files, and the Python and YAML files of folders, given from the root."""
    digest = hashlib.sha256(extra.encode())
    for path in paths:
        start = ROOT / path
        inside = (file for file in sorted(start.rglob("*")) if file.suffix in {".py", ".yml"})
        for file in [start] if start.is_file() else inside:
            digest.update(file.relative_to(ROOT).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def places_of(content: Catalogue) -> str:
    """The names of all places: they settle the language of an example, and so its base forms."""
    homes: list[Municipality | Neighbour] = [
        *content.municipalities.values(),
        *content.neighbours.values(),
    ]
    return repr([(home.name, home.also, home.villages, home.postal_codes) for home in homes])
