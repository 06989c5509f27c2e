"""Where the dictionaries, the encoder and the embeddings are kept."""

import os
from pathlib import Path
from typing import Final

LEMMAS: Final = "lemmas"
ENCODER: Final = "encoder"
BUILT: Final = (LEMMAS, ENCODER)
"""Folders that are built once, and that a product beside this one may use as well."""

_ROOT: Final = Path(__file__).parents[2]


def var() -> Path:
    """The folder that OPASTIN_VAR names, or `var` in the repository."""
    return Path(os.environ.get("OPASTIN_VAR") or _ROOT / "var")
