"""What a component leans on beyond its own class; Rasa's cache sees only the class."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]


def fingerprint_of(*paths: str, extra: str = "") -> str:
    """A hash over files, or the Python and YAML files of folders, given from the root."""
    digest = hashlib.sha256(extra.encode())
    for path in paths:
        start = ROOT / path
        files = [start] if start.is_file() else sorted(start.rglob("*"))
        for file in files:
            if file.suffix in {".py", ".yml"}:
                digest.update(file.relative_to(ROOT).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()
