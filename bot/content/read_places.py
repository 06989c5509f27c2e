"""Reads content/municipalities.yml, neighbours.yml and queues.yml."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.catalogue import Municipality, Neighbour, OpeningHours, Queue, Village
from bot.content.read_parts import (
    PROVENANCE,
    by_language,
    languages,
    opening_hours,
    provenance,
    text_or_same,
    truth,
    whole_number,
)

if TYPE_CHECKING:
    from bot.content.node import Node


def municipality(node: Node, name: str) -> Municipality:
    """One entry of content/municipalities.yml."""
    node.keys(
        required=("code", "name", "in", "of", "also"),
        optional=("villages", "postal_codes", *PROVENANCE),
    )
    return Municipality(
        id=name,
        code=node.at("code").text(),
        name=node.at("name").both(),
        in_=node.at("in").both(),
        of=node.at("of").both(),
        also=by_language(node.at("also")),
        villages=tuple(village(item) for item in node.at("villages").items()),
        postal_codes=node.at("postal_codes").texts(),
        provenance=provenance(node),
    )


def neighbour(node: Node, name: str) -> Neighbour:
    """One entry of content/neighbours.yml."""
    node.keys(
        required=("name", "also", "county", "site"),
        optional=("villages", "postal_codes", *PROVENANCE),
    )
    return Neighbour(
        id=name,
        name=node.at("name").both(),
        county=node.at("county").both(),
        site=text_or_same(node.at("site")),
        also=by_language(node.at("also")),
        villages=tuple(village(item) for item in node.at("villages").items()),
        postal_codes=node.at("postal_codes").texts(),
        provenance=provenance(node),
    )


def village(node: Node) -> Village:
    """One item under `villages`."""
    node.keys(required=("fi", "sv"), optional=("also", "common", "confidence"))
    name = node.both_of()
    return Village(name=name, also=node.at("also").texts(), common=truth(node.at("common")))


def queue(node: Node, name: str) -> Queue:
    """One entry of content/queues.yml."""
    node.keys(
        required=("name", "languages", "hours"),
        optional=("municipalities", "needs", "last_admission", *PROVENANCE),
    )
    return Queue(
        id=name,
        name=node.at("name").both(),
        languages=languages(node.at("languages")),
        hours=opening_hours(node.at("hours")) or OpeningHours(),
        municipalities=node.at("municipalities").texts(),
        needs=node.at("needs").texts(),
        last_admission=timedelta(minutes=whole_number(node.at("last_admission")) or 0),
        provenance=provenance(node),
    )
