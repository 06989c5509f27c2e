"""Services: new, gone, or with other contacts, and in which answers these are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.catalogue import LANGUAGES
from bot.content.changes.change import Change, Section, both, days, told
from bot.navigation.handoff import OTHER_WAYS
from bot.saying.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.catalogue import Service
    from bot.content.changes.replies import Replies

SERVICES: Final[Section] = "Services and their contacts"


def find(replies: Replies) -> Iterator[Change]:
    """What residents see of each service; to be called when all replies have been compared."""
    before, after = replies.before.services, replies.after.services
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old is None and new is not None:
            title, lines = f"{both(new.name)}: NEW", list(_new(new, replies))
        elif new is None and old is not None:
            title, lines = f"{both(old.name)}: GONE", []
        elif old is not None and new is not None:
            title, lines = both(new.name), list(_changed(old, new, replies))
            if not lines:
                continue
        shown = [both(replies.after.label(topic)) for topic in replies.showing.get(name, ())]
        kinds = {name, *(service.local for service in (old, new) if service)}
        shown += ["a request for a person"] if kinds & set(OTHER_WAYS) else []
        lines += [f"shown in: {', '.join(shown) or 'no answer'}"]
        yield Change(section=SERVICES, title=title, lines=tuple(lines))


def _new(service: Service, replies: Replies) -> Iterator[str]:
    for language in LANGUAGES:
        words = Words(replies.after, language, replies.now)
        yield from (f"{language} {what}: {seen}" for what, seen in _seen(service, words))


def _changed(old: Service, new: Service, replies: Replies) -> Iterator[str]:
    if old == new:
        return
    for language in LANGUAGES:
        was = dict(_seen(old, Words(replies.before, language, replies.now)))
        now = dict(_seen(new, Words(replies.after, language, replies.now)))
        for what in dict.fromkeys((*was, *now)):
            yield from told(f"{language} {what}", was.get(what, ""), now.get(what, ""))
        if list(was) != list(now) and set(was) == set(now):
            yield f"{language} contacts in another order: {', '.join(now)}"
    yield from told("identification", old.identification, new.identification)
    yield from told("serves", ", ".join(old.municipalities), ", ".join(new.municipalities))
    yield from days(old.provenance, new.provenance)


def _seen(service: Service, words: Words) -> Iterator[tuple[str, str]]:
    """What a resident sees, part by part; unsure contacts are kept back."""
    language = words.language
    yield "name", service.name.into(language)
    yield "about", service.about.into(language)
    for number, contact in enumerate(service.contacts_in(language)):
        extra = (words.hours(contact.hours), contact.note and contact.note.into(language))
        known = "; ".join(part for part in extra if part)
        value = contact.value.into(language)
        label = f"{contact.kind} {contact.label.into(language)}"
        first = all(
            f"{one.kind} {one.label.into(language)}" != label
            for one in service.contacts_in(language)[:number]
        )
        yield (
            label if first else f"{label} ({number + 1})",
            f"{value} ({known})" if known else value,
        )
    for assessment in service.assessments.values():
        if assessment.provenance.confidence != "low":
            yield f"assessment {assessment.id}", assessment.name.into(language)
