"""The topics and texts of the catalogue, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol

from bot.content.checks.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bot.catalogue import Catalogue, Faq, Matrix, Need, Provenance, Service, Text

Role = Literal[
    "message", "says", "alert", "why", "answer", "words", "label", "about", "note", "row"
]  # fmt: skip

MATRIX: Final = "matrix.yml"


class Dated(Protocol):
    """What comes from somewhere and holds for a time."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def provenance(self) -> Provenance:
        """Its source, and its days."""


@dataclass(frozen=True)
class Said:
    """A text that residents read."""

    role: Role
    text: Text
    spot: Spot


def topics(catalogue: Catalogue, root: Path) -> Iterator[tuple[str, Need | Faq, Spot]]:
    """Needs and FAQs with their intents and files."""
    for need in catalogue.needs.values():
        yield need.intent, need, Spot(root, f"needs/{need.id}.yml")
    for faq in catalogue.faqs.values():
        yield faq.intent, faq, Spot(root, f"faq/{faq.id}.yml")


def facts(catalogue: Catalogue, root: Path) -> Iterator[tuple[str, Provenance, Spot]]:
    """Every file and entry of facts: its id, its provenance, its place."""
    folders: dict[str, Mapping[str, Dated]] = {
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
    tables: dict[str, Mapping[str, Dated]] = {
        "municipalities": catalogue.municipalities,
        "neighbours": catalogue.neighbours,
        "queues": catalogue.queues,
    }
    for table, entries in tables.items():
        for entry in entries.values():
            yield entry.id, entry.provenance, Spot(root, f"{table}.yml").at(entry.id)
    for number, row in enumerate(catalogue.matrix.rows):
        yield row.function, row.provenance, Spot(root, MATRIX).at("rows", number)


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
        yield from _of_service(service, Spot(root, f"services/{service.id}.yml"))
    yield from _of_matrix(catalogue.matrix, Spot(root, MATRIX))


def _of_service(service: Service, spot: Spot) -> Iterator[Said]:
    yield Said("about", service.about, spot.at("about"))
    for number, contact in enumerate(service.contacts):
        if contact.note:
            yield Said("note", contact.note, spot.at("contacts", number, "note"))


def _of_matrix(matrix: Matrix, spot: Spot) -> Iterator[Said]:
    for name, label in matrix.functions.items():
        yield Said("label", label, spot.at("functions", name))
    for number, row in enumerate(matrix.rows):
        yield Said("row", row.value, spot.at("rows", number, "value"))


def _of_routes(need: Need, spot: Spot) -> Iterator[Said]:
    for number, route in enumerate(need.routes):
        row = spot.at("routes", number)
        yield Said("says", route.says, row.at("says"))
        if route.alert:
            yield Said("alert", route.alert, row.at("alert"))
        for place, offer in enumerate(route.offers):
            if offer.why:
                yield Said("why", offer.why, row.at("services", place, "why"))
