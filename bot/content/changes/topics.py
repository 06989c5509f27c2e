"""Needs and frequent questions: new, gone, or told and asked in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.catalogue import LANGUAGES
from bot.content.changes.change import Change, Section, both, days, listed, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.catalogue import Faq, Need
    from bot.content.changes.replies import Replies

GUIDANCE: Final[Section] = "Where residents are guided"
ANSWERS: Final[Section] = "What frequent questions are answered"
ASKING: Final[Section] = "How residents ask"


def find(replies: Replies) -> Iterator[Change]:
    """What residents are told about each topic, and by what it is recognised."""
    before, after = replies.before, replies.after
    yield from _of_kind(GUIDANCE, before.needs, after.needs, replies)
    yield from _of_kind(ANSWERS, before.faqs, after.faqs, replies)


def _of_kind(
    section: Section, before: Mapping[str, Need | Faq], after: Mapping[str, Need | Faq],
    replies: Replies,
) -> Iterator[Change]:  # fmt: skip
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old is None and new is not None:
            ways = ", ".join(f"{len(new.examples[one])} in {one}" for one in new.examples)
            lines = (f"asked in {ways}", *replies.leads(name))
            yield Change(section=section, title=f"{both(new.label)}: NEW", lines=lines)
        elif new is None and old is not None:
            yield Change(section=section, title=f"{both(old.label)}: GONE")
        elif old is not None and new is not None:
            yield from _changed(section, old, new, replies)


def _changed(
    section: Section, old: Need | Faq, new: Need | Faq, replies: Replies
) -> Iterator[Change]:
    title = both(new.label)
    lines = [
        *(line for one in LANGUAGES
          for line in told(f"{one} title", old.label.into(one), new.label.into(one))),
        *days(old.provenance, new.provenance),
        *replies.of_topic(new.id),
    ]  # fmt: skip
    if lines:
        yield Change(section=section, title=title, lines=tuple(lines))
    asked = [
        line
        for what, was, now in (
            ("keywords", old.keywords, new.keywords),
            ("ways of asking", old.examples, new.examples),
        )
        for language in LANGUAGES
        for line in listed(f"{language} {what}", was.get(language, ()), now.get(language, ()))
    ]
    if asked:
        yield Change(section=ASKING, title=title, lines=tuple(asked))
