"""Services as lines of text and as parts of a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.catalogue import Contact, Provenance, Service, Text
    from bot.saying.words import Words

STAND_IN: Final = "general_advice"
"""The service whose contacts stand in where a fact is too unsure to show (DESIGN §5)."""

LONGEST: Final = 900
"""Characters in one reply (DESIGN §4)."""


def contacts_shown(service: Service, words: Words) -> tuple[Contact, ...]:
    """A service's contacts in this language, those that answer now first."""
    return ranked(service.contacts_in(words.language), words)


def ranked(contacts: Iterable[Contact], words: Words) -> tuple[Contact, ...]:
    """Contacts in the order of the hour; none is taken away."""
    return tuple(sorted(contacts, key=lambda contact: _rank(contact, words)))


def _rank(contact: Contact, words: Words) -> int:
    """Open before unknown before closed; the order of the content holds within each."""
    if contact.hours is None:
        return 1
    return 0 if contact.hours.open_at(words.now) else 2


def service_lines(
    offers: Sequence[tuple[Service, Text | None]], words: Words, room: int
) -> list[str]:
    """One line a service; contacts are left out of the text when `room` characters run short.

    Which ones, the content's order decides and not the hour: a daytime number stays at night.
    """
    for most in (3, 2, 1):
        lines = [_line(service, why, words, most) for service, why in offers]
        if sum(map(len, lines)) + len(lines) <= room:
            break
    return lines


def _line(service: Service, why: Text | None, words: Words, most: int) -> str:
    told = (why or service.about).into(words.language).rstrip(".")
    name = service.name.into(words.language)
    best = service.contacts_in(words.language)[:most]
    if not best:
        contacts = words("guidance.ask_advice", contacts=_advice(words, service))
    else:
        contacts = ". ".join(_contact_text(contact, words) for contact in ranked(best, words))
    return words("guidance.service", name=name, why=told, contacts=contacts).rstrip()


def _contact_text(contact: Contact, words: Words) -> str:
    value = contact.value.into(words.language)
    if contact.kind == "place":
        return f"{contact.label.into(words.language)}: {value}"
    extra = [words.hours(contact.hours), contact.note and contact.note.into(words.language)]
    known = "; ".join(part for part in extra if part)
    return f"{value} ({known})" if known else value


def _advice(words: Words, service: Service) -> str:
    stand_in = words.catalogue.services.get(STAND_IN)
    if stand_in is None or stand_in.id == service.id:
        return ""
    shown = [c for c in contacts_shown(stand_in, words) if c.kind == "phone"]
    return ". ".join(_contact_text(contact, words) for contact in shown[:1])


def service_card(service: Service, words: Words, why: Text | None = None) -> dict[str, Any]:
    """A service as the card gives it; the stand-in's contacts where its own are kept back.

    `why` is the route's reason to go there; without one, what the service is about.
    """
    shown = contacts_shown(service, words)
    if not shown and STAND_IN in words.catalogue.services:
        shown = contacts_shown(words.catalogue.services[STAND_IN], words)
    return {
        "id": service.id,
        "name": service.name.into(words.language),
        "why": (why or service.about).into(words.language),
        "identification": service.identification,
        "contacts": [
            {
                "kind": contact.kind,
                "label": contact.label.into(words.language),
                "value": contact.value.into(words.language),
                "hours": words.hours(contact.hours),
            }
            for contact in shown
        ],
    }


def sources(provenances: Iterable[Provenance]) -> list[dict[str, str | None]]:
    """Where the facts of a reply come from, each source once."""
    found: dict[str, dict[str, str | None]] = {}
    for facts in provenances:
        confirmed = facts.confirmed_on.isoformat() if facts.confirmed_on else None
        for url in facts.source:
            if url.startswith("http"):
                found.setdefault(
                    url,
                    {"url": url, "source_date": facts.source_date, "confirmed_on": confirmed},
                )
    return list(found.values())
