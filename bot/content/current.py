"""The content of this process, and what is built from it, read once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.content.reader import read_catalogue
from bot.language.keywords import Keywords
from bot.navigation.emergency import Guard

if TYPE_CHECKING:
    from bot.catalogue import Catalogue


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The content as it was when first asked for; `catalogue.cache_clear()` reads it anew."""
    return read_catalogue()


@lru_cache(maxsize=1)
def guard() -> Guard:
    """The emergency guard over the current content."""
    return Guard(catalogue().emergencies.values())


@lru_cache(maxsize=1)
def keywords() -> Keywords:
    """The content owner's keywords."""
    return Keywords(catalogue())
