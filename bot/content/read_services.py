"""Reads content/services/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bot.catalogue import Assessment, Contact, Service
from bot.content.read_parts import (
    PROVENANCE,
    confidence,
    languages,
    opening_hours,
    provenance,
    text_or_same,
)

if TYPE_CHECKING:
    from bot.catalogue import Confidence, ContactKind, Identification
    from bot.content.node import Node

KINDS: Final = ("web", "phone", "sms", "chat", "place", "form")
IDENTIFICATIONS: Final = ("anonymous", "strong", "either", "none")


def service(node: Node, name: str) -> Service:
    """One file of content/services/."""
    node.keys(
        required=("name", "about", "identification", "contacts"),
        optional=("local", "municipalities", "assessments", *PROVENANCE),
    )
    facts = provenance(node)
    local = node.at("local")
    return Service(
        id=name,
        name=node.at("name").both(),
        about=node.at("about").both(),
        identification=cast("Identification", node.at("identification").choice(IDENTIFICATIONS)),
        contacts=tuple(contact(item, facts.confidence) for item in node.at("contacts").items()),
        provenance=facts,
        local=local.text() if local.value is not None else None,
        municipalities=node.at("municipalities").texts(),
        assessments={key: assessment(item, key) for key, item in node.at("assessments").entries()},
    )


def contact(node: Node, default: Confidence) -> Contact:
    """One item under `contacts`."""
    node.keys(
        required=("kind", "label", "value"),
        optional=("languages", "hours", "note", "confidence"),
    )
    return Contact(
        kind=cast("ContactKind", node.at("kind").choice(KINDS)),
        label=node.at("label").both(),
        value=text_or_same(node.at("value")),
        languages=languages(node.at("languages")),
        hours=opening_hours(node.at("hours")),
        note=node.at("note").both_or_none(),
        confidence=confidence(node.at("confidence"), default),
    )


def assessment(node: Node, name: str) -> Assessment:
    """One entry under `assessments`."""
    node.keys(required=("name",), optional=PROVENANCE)
    return Assessment(id=name, name=node.at("name").both(), provenance=provenance(node))
