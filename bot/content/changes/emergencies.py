"""Emergencies: numbers and words first, then what finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.catalogue import LANGUAGES
from bot.content.changes.change import Change, Section, both, listed, told
from bot.saying.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.catalogue import Catalogue, Emergency

FIRST: Final[Section] = "EMERGENCIES: READ THESE FIRST"


def find(before: Catalogue, after: Catalogue, now: datetime) -> Iterator[Change]:
    """New ones, those that are gone, and every change of one."""
    for name in sorted({*before.emergencies, *after.emergencies}):
        old, new = before.emergencies.get(name), after.emergencies.get(name)
        if old is None and new is not None:
            lines = [f"numbers: {_numbers(new, Words(after, 'fi', now))}"]
            lines += [f"{one} words: {new.words.into(one)}" for one in LANGUAGES]
            yield Change(section=FIRST, title=f"{both(new.name)}: NEW", lines=tuple(lines))
        elif new is None and old is not None:
            lines = ["nobody is shown its number any more"]
            yield Change(section=FIRST, title=f"{both(old.name)}: GONE", lines=tuple(lines))
        elif old is not None and new is not None:
            lines = list(_changed(old, new, before, after, now))
            if lines:
                yield Change(section=FIRST, title=both(new.name), lines=tuple(lines))


def _changed(
    old: Emergency, new: Emergency, before: Catalogue, after: Catalogue, now: datetime
) -> Iterator[str]:
    for one in LANGUAGES:
        was, numbers = _numbers(old, Words(before, one, now)), _numbers(new, Words(after, one, now))
        yield from told(f"{one} numbers", was, numbers)
        yield from told(f"{one} words", old.words.into(one), new.words.into(one))
        yield from told(f"{one} name", old.name.into(one), new.name.into(one))
    yield from told("level", old.level, new.level)
    yield from told("order", str(old.order), str(new.order))
    for what, had, has in (
        ("rules", old.rules, new.rules),
        ("descriptions", old.descriptions, new.descriptions),
        ("harmless", old.harmless, new.harmless),
    ):
        for one in LANGUAGES:
            yield from listed(f"{one} {what}", had.get(one, ()), has.get(one, ()))


def _numbers(emergency: Emergency, words: Words) -> str:
    """The numbers of a language, best first, with the hours of those that close."""
    told = []
    for contact in emergency.contacts:
        if words.language in contact.languages:
            hours = words.hours(contact.hours)
            told.append(f"{contact.number} ({hours})" if hours else contact.number)
    return ", then ".join(told)
