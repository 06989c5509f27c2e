"""Reads content/emergencies/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bot.catalogue import Emergency, EmergencyContact
from bot.content.read_parts import (
    PROVENANCE,
    by_language,
    languages,
    opening_hours,
    patterns,
    provenance,
    whole_number,
)

if TYPE_CHECKING:
    from bot.catalogue import Level
    from bot.content.node import Node

LEVELS: Final = ("life", "urgent", "support")


def emergency(node: Node, name: str) -> Emergency:
    """One file of content/emergencies/."""
    node.keys(
        required=("name", "level", "order", "contacts", "words", "rules"),
        optional=("descriptions", "harmless", *PROVENANCE),
    )
    return Emergency(
        id=name,
        name=node.at("name").both(),
        level=cast("Level", node.at("level").choice(LEVELS)),
        order=whole_number(node.at("order")) or 0,
        contacts=tuple(contact(item) for item in node.at("contacts").items()),
        words=node.at("words").both(),
        provenance=provenance(node),
        rules=patterns(node.at("rules")),
        descriptions=by_language(node.at("descriptions")),
        harmless=by_language(node.at("harmless")),
    )


def contact(node: Node) -> EmergencyContact:
    """One item under `contacts`."""
    node.keys(required=("number",), optional=("name", "languages", "hours"))
    return EmergencyContact(
        number=node.at("number").text(),
        name=node.at("name").both_or_none(),
        languages=languages(node.at("languages")),
        hours=opening_hours(node.at("hours")),
    )
