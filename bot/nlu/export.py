"""Writes what the importer merges, for Rasa's verbs that never call it (DESIGN §6.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content.importer import ContentImporter

if TYPE_CHECKING:
    from pathlib import Path


def export(folder: Path) -> tuple[Path, ...]:
    """Write domain.yml and nlu.yml with the content joined in; returns the two files."""
    importer = ContentImporter("config.yml", "domain.yml", ["data"])
    folder.mkdir(parents=True, exist_ok=True)
    domain, nlu = folder / "domain.yml", folder / "nlu.yml"
    importer.get_domain().persist(domain)
    importer.get_nlu_data().persist_nlu(str(nlu))
    return domain, nlu
