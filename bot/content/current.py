"""The content of this process, and what is built from it, read once."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from bot.catalogue import LANGUAGES
from bot.content.reader import read_catalogue
from bot.language.encoder import NONE, choose_encoder, shared_encoder
from bot.language.keywords import Keywords
from bot.language.places import Gazetteer
from bot.language.spelling import Spelling
from bot.log import Events
from bot.navigation.emergency import Guard
from bot.navigation.second_net import SecondNet
from bot.navigation.weights import Weights, fingerprint
from bot.release import content_folder, current_release

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.catalogue import Catalogue

log = Events(__name__)


class _Content:
    """A catalogue and what is built from it; all of it belongs together."""

    def __init__(self) -> None:
        self.catalogue = read_catalogue(content_folder())

    @cached_property
    def guard(self) -> Guard:
        """Its rules, and the second net if it fits."""
        net = second_net(self.catalogue)
        return Guard(self.catalogue.emergencies.values(), net, self.spelling.put_right)

    @cached_property
    def keywords(self) -> Keywords:
        """Those of all needs and questions."""
        return Keywords(self.catalogue)

    @cached_property
    def places(self) -> Gazetteer:
        """All their forms."""
        return Gazetteer(self.catalogue)

    @cached_property
    def spelling(self) -> Spelling:
        """By the words of all that is taught."""
        content = self.catalogue
        said = [
            *(need.examples for need in content.needs.values()),
            *(faq.examples for faq in content.faqs.values()),
            *(danger.descriptions for danger in content.emergencies.values()),
        ]
        taught = {
            language: [text for texts in said for text in texts.get(language, ())]
            for language in LANGUAGES
        }
        return Spelling(taught, self.places.is_place)


_kept: list[_Content] = []
"""The one content of this process; none before it is first asked for."""


def _content() -> _Content:
    if not _kept:
        _kept[:] = [_Content()]
    return _kept[0]


def catalogue() -> Catalogue:
    """The content as it was when first asked for, or last renewed."""
    return _content().catalogue


def guard() -> Guard:
    """The emergency guard over the current content."""
    return _content().guard


def keywords() -> Keywords:
    """The content owner's keywords."""
    return _content().keywords


def places() -> Gazetteer:
    """All the forms of all the places, for every component that reads them."""
    return _content().places


def spelling() -> Spelling:
    """What puts right what is mistyped."""
    return _content().spelling


def second_net(content: Catalogue) -> SecondNet | None:
    """The second net as it was trained; None, with a warning, when the rules must do alone."""
    file = current_release().guard
    try:
        weights = Weights.load(file)
    except (OSError, ValueError, KeyError, BadZipFile):
        log.warning("guard_by_rules_alone", why="no_readable_file", file=file.name)
        return None
    if str(weights.made_from) != fingerprint(content.emergencies.values()):
        log.warning("guard_by_rules_alone", why="made_from_other_content", file=file.name)
        return None
    if choose_encoder() == NONE:
        log.warning("guard_by_rules_alone", why="no_encoder", file=file.name)
        return None
    return SecondNet(weights, shared_encoder())


@contextmanager
def renewed() -> Iterator[None]:
    """Read the content anew for good, unless it is wrong or the block fails: then the old stays.

    Raises ContentError when it is wrong.
    """
    before, after = _kept[:], _Content()
    _ = after.guard, after.keywords, after.places  # built now, not at the first message
    _kept[:] = [after]
    try:
        yield
    except BaseException:
        _kept[:] = before
        raise
    log.info("content_renewed", content=after.catalogue.fingerprint)


def forget() -> None:
    """Read the content, and what is built from it, anew when it is next asked for."""
    _kept.clear()
