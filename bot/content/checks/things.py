"""The topics and texts of the catalogue, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.content.checks.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bot.catalogue import Catalogue, Emergency, Faq, Need, Provenance, Service, Text

Role = Literal[
    "message", "says", "alert", "why", "answer", "words", "label", "about", "note"
]  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A text that residents read."""

    role: Role
    text: Text
    spot: Spot


def topics(catalogue: Catalogue, root: Path) -> Iterator[tuple[str, Need | Faq, Spot]]:
    """Needs and FAQs with their intents and files."""
    for need in catalogue.needs.values():
        yield f"need_{need.id}", need, Spot(root, f"needs/{need.id}.yml")
    for faq in catalogue.faqs.values():
        yield f"faq_{faq.id}", faq, Spot(root, f"faq/{faq.id}.yml")


def facts(catalogue: Catalogue, root: Path) -> Iterator[tuple[str, Provenance, Spot]]:
    """Every file of facts and every assessment: its id, its provenance, its place."""
    folders: dict[str, Mapping[str, Service | Need | Faq | Emergency]] = {
        "services": catalogue.services,
        "needs": catalogue.needs,
        "faq": catalogue.faqs,
        "emergencies": catalogue.emergencies,
    }
    for folder, things in folders.items():
        for thing in things.values():
            yield thing.id, thing.provenance, Spot(root, f"{folder}/{thing.id}.yml")
    for service in catalogue.services.values():
        spot = Spot(root, f"services/{service.id}.yml")
        for assessment in service.assessments.values():
            yield assessment.id, assessment.provenance, spot.at("assessments", assessment.id)


def said(catalogue: Catalogue, root: Path) -> Iterator[Said]:
    """Every text that stands in both languages; what lacks one has been told by the reader."""
    for found in _all_said(catalogue, root):
        if found.text.fi and found.text.sv:
            yield found


def _all_said(catalogue: Catalogue, root: Path) -> Iterator[Said]:
    for key, text in catalogue.messages.items():
        topic, _, name = key.partition(".")
        yield Said("message", text, Spot(root, f"messages/{topic}.yml").at(name))
    for _, topic_, spot in topics(catalogue, root):
        yield Said("label", topic_.label, spot.at("label"))
    for need in catalogue.needs.values():
        yield from _of_routes(need, Spot(root, f"needs/{need.id}.yml"))
    for faq in catalogue.faqs.values():
        yield Said("answer", faq.answer, Spot(root, f"faq/{faq.id}.yml").at("answer"))
    for emergency in catalogue.emergencies.values():
        spot = Spot(root, f"emergencies/{emergency.id}.yml")
        yield Said("words", emergency.words, spot.at("words"))
    for service in catalogue.services.values():
        spot = Spot(root, f"services/{service.id}.yml")
        yield Said("about", service.about, spot.at("about"))
        for number, contact in enumerate(service.contacts):
            if contact.note:
                yield Said("note", contact.note, spot.at("contacts", number, "note"))


def _of_routes(need: Need, spot: Spot) -> Iterator[Said]:
    for number, route in enumerate(need.routes):
        row = spot.at("routes", number)
        yield Said("says", route.says, row.at("says"))
        if route.alert:
            yield Said("alert", route.alert, row.at("alert"))
        for place, offer in enumerate(route.offers):
            if offer.why:
                yield Said("why", offer.why, row.at("services", place, "why"))
