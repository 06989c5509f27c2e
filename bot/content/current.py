"""The content of this process, and what is built from it, read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile

from bot.content.reader import read_catalogue
from bot.language.encoder import NONE, choose_encoder, shared_encoder
from bot.language.keywords import Keywords
from bot.language.places import Gazetteer
from bot.log import Events
from bot.navigation.emergency import Guard
from bot.navigation.second_net import SecondNet, Weights, fingerprint

if TYPE_CHECKING:
    from bot.catalogue import Catalogue

GUARD_FILE: Final = Path(__file__).resolve().parents[2] / "models" / "guard.npz"
"""What the second net of the guard has learnt; `make train` writes it."""

log = Events(__name__)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The content as it was when first asked for; `forget()` lets it be read anew."""
    return read_catalogue()


@lru_cache(maxsize=1)
def guard() -> Guard:
    """The emergency guard over the current content: its rules, and the second net if it fits."""
    return Guard(catalogue().emergencies.values(), second_net())


def second_net() -> SecondNet | None:
    """The second net as it was trained; None, with a warning, when the rules must do alone."""
    try:
        weights = Weights.load(GUARD_FILE)
    except (OSError, ValueError, KeyError, BadZipFile):
        log.warning("guard_by_rules_alone", why="no_readable_file", file="models/guard.npz")
        return None
    if str(weights.made_from) != fingerprint(catalogue().emergencies.values()):
        log.warning("guard_by_rules_alone", why="made_from_other_content", file="models/guard.npz")
        return None
    if choose_encoder() == NONE:
        log.warning("guard_by_rules_alone", why="no_encoder", file="models/guard.npz")
        return None
    return SecondNet(weights, shared_encoder())


@lru_cache(maxsize=1)
def keywords() -> Keywords:
    """The content owner's keywords."""
    return Keywords(catalogue())


@lru_cache(maxsize=1)
def places() -> Gazetteer:
    """All the forms of all the places, for every component that reads them."""
    return Gazetteer(catalogue())


def forget() -> None:
    """Read the content, and what is built from it, anew when it is next asked for."""
    for kept in (catalogue, guard, keywords, places):
        kept.cache_clear()
