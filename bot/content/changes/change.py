"""One thing that a change does, in words for a content owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.catalogue import Provenance, Text

Section = Literal[
    "EMERGENCIES: READ THESE FIRST",
    "Where residents are guided",
    "What frequent questions are answered",
    "Services and their contacts",
    "How residents ask",
    "What else is said",
    "Municipalities, queues and the rest",
]
SECTIONS: Final[tuple[Section, ...]] = get_args(Section)
SHORT: Final = 60
"""Characters up to which old and new stand on one line."""

MOST: Final = 5
"""Lines of a list that are shown; the rest is counted."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """What changes of one need, question, service, emergency or sentence."""

    section: Section
    title: str
    lines: tuple[str, ...] = ()
    """What changes of it, and for whom."""


def both(text: Text) -> str:
    """A name in both languages, once when they are the same."""
    return text.fi if text.fi == text.sv else f"{text.fi} / {text.sv}"


def told(what: str, old: str, new: str) -> Iterator[str]:
    """Old and new, in one line when they are short; nothing when they are the same."""
    if old == new:
        return
    if max(len(old), len(new)) <= SHORT:
        yield f"{what}: {old or 'nothing'} → {new or 'nothing'}"
        return
    yield f"{what}:"
    yield from (f"  - {old}" for _ in range(bool(old)))
    yield from (f"  + {new}" for _ in range(bool(new)))


def listed(what: str, old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """How many lines there were and are, and the first of those that go and come."""
    gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
    if not gone and not come:
        return
    yield f"{what}: {len(old)} → {len(new)}"
    for sign, lines in (("-", gone), ("+", come)):
        yield from (f"  {sign} {line}" for line in lines[:MOST])
        if len(lines) > MOST:
            yield f"  {sign} and {len(lines) - MOST} more"


def days(old: Provenance, new: Provenance) -> Iterator[str]:
    """From when and until when it holds."""
    for what, before, after in (
        ("begins", old.valid_from, new.valid_from),
        ("ends", old.valid_until, new.valid_until),
    ):
        yield from told(what, str(before or ""), str(after or ""))
