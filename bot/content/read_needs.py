"""Reads content/needs/ and content/faq/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bot.catalogue import LANGUAGES, Condition, Faq, Need, Offer, Route
from bot.content.read_parts import (
    PROVENANCE,
    by_language,
    patterns,
    provenance,
    truth,
    whole_number,
)

if TYPE_CHECKING:
    from bot.catalogue import Fact, Language, Who
    from bot.content.node import Node

FACTS: Final = ("municipality", "who")
WHO: Final = ("self", "child", "other")


def need(node: Node, name: str) -> Need:
    """One file of content/needs/."""
    node.keys(
        required=("label", "examples", "routes"),
        optional=("keywords", "asks", *PROVENANCE),
    )
    return Need(
        id=name,
        label=node.at("label").both(),
        routes=tuple(route(item) for item in node.at("routes").items()),
        provenance=provenance(node),
        asks=tuple(cast("Fact", item.choice(FACTS)) for item in node.at("asks").items()),
        keywords=patterns(node.at("keywords")),
        examples=by_language(node.at("examples")),
    )


def faq(node: Node, name: str) -> Faq:
    """One file of content/faq/."""
    node.keys(
        required=("label", "examples", "answer"),
        optional=("keywords", "services", *PROVENANCE),
    )
    return Faq(
        id=name,
        label=node.at("label").both(),
        answer=node.at("answer").both(),
        provenance=provenance(node),
        services=node.at("services").texts(),
        keywords=patterns(node.at("keywords")),
        examples=by_language(node.at("examples")),
    )


def route(node: Node) -> Route:
    """One row under `routes`."""
    node.keys(required=("says", "services"), optional=("when", "assessment", "alert", "shows"))
    chosen = node.at("assessment")
    return Route(
        when=condition(node.at("when")),
        says=node.at("says").both(),
        offers=tuple(offer(item) for item in node.at("services").items()),
        assessment=chosen.text() if chosen.value is not None else None,
        alert=node.at("alert").both_or_none(),
        shows=node.at("shows").texts(),
        line=node.line,
    )


def offer(node: Node) -> Offer:
    """One item under `services`: a name, or a name and why it is there."""
    if isinstance(node.value, str):
        return Offer(service=node.text())
    node.keys(required=("service",), optional=("why",))
    return Offer(service=node.at("service").text(), why=node.at("why").both_or_none())


def condition(node: Node) -> Condition:
    """What stands under `when`; absent, it fits everyone."""
    if node.value is None:
        return Condition()
    node.keys(optional=("who", "municipality", "language", "age", "hours"))
    spoken, age = node.at("language"), node.at("age")
    if age.value is not None:
        age.keys(optional=("from", "to", "under"))
    return Condition(
        who=tuple(cast("Who", who.choice(WHO)) for who in one_or_more(node.at("who"))),
        municipality=tuple(item.text() for item in one_or_more(node.at("municipality"))),
        language=cast("Language", spoken.choice(LANGUAGES)) if spoken.value else None,
        age_from=whole_number(age.at("from")),
        age_under=whole_number(age.at("under")) or after(whole_number(age.at("to"))),
        service_open=hours(node.at("hours")),
    )


def one_or_more(node: Node) -> tuple[Node, ...]:
    """The items of a list, or the one value that stands in its place."""
    return (node,) if isinstance(node.value, str) else tuple(node.items())


def after(age: int | None) -> int | None:
    """The first age that is past a last one."""
    return None if age is None else age + 1


def hours(node: Node) -> tuple[str, bool] | None:
    """Whether a service must be open or closed at the moment; None when absent."""
    if node.value is None:
        return None
    node.keys(required=("service", "open"))
    return node.at("service").text(), truth(node.at("open"))
