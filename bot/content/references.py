"""Finds names in content that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.catalogue import Condition
from bot.content.checks.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue, Need, Route
    from bot.content.problem import Problem


def dangling(catalogue: Catalogue, root: Path) -> list[Problem]:
    """Services, assessments, municipalities and topics that are named but do not exist."""
    known = {*catalogue.services, *catalogue.local_kinds, *_files(root, "services")}
    homes, functions = catalogue.municipalities, catalogue.matrix.functions
    topics = {*_files(root, "needs"), *_files(root, "faq")}
    problems: list[Problem] = []
    for need in catalogue.needs.values():
        problems += _of_need(need, catalogue, Spot(root, f"needs/{need.id}.yml"), known)
    for faq in catalogue.faqs.values():
        spot = Spot(root, f"faq/{faq.id}.yml").at("services")
        problems += _unknown(faq.services, known, "service", spot)
    for service in catalogue.services.values():
        spot = Spot(root, f"services/{service.id}.yml").at("municipalities")
        problems += _unknown(service.municipalities, homes, "municipality", spot)
    for queue in catalogue.queues.values():
        spot = Spot(root, "queues.yml").at(queue.id)
        named = spot.at("municipalities")
        problems += _unknown(queue.municipalities, homes, "municipality", named)
        problems += _unknown(queue.needs, topics, "need or question", spot.at("needs"))
    for number, row in enumerate(catalogue.matrix.rows):
        spot = Spot(root, "matrix.yml").at("rows", number)
        problems += _unknown([row.function], functions, "function", spot.at("function"))
        if row.municipality is not None:
            problems += _unknown([row.municipality], homes, "municipality", spot.at("municipality"))
    problems += _unknown(catalogue.menu, topics, "need or question", Spot(root, "menu.yml"))
    return problems


def _files(root: Path, folder: str) -> set[str]:
    """The ids of a folder; a file that cannot be read is told once, not wherever it is named."""
    return {file.stem for file in (root / folder).glob("*.yml")}


def _of_need(
    need: Need, catalogue: Catalogue, spot: Spot, known: Collection[str]
) -> Iterator[Problem]:
    rows = spot.at("routes")
    for number, route in enumerate(need.routes):
        yield from _of_route(route, catalogue, rows.at(number), known)
    if not need.routes:
        fix = "add one row without 'when' under 'routes'."
        yield rows.problem("the need leads nowhere.", fix)
    elif need.routes[-1].when != Condition():
        fix = "add a last row without 'when'."
        last = rows.at(len(need.routes) - 1)
        yield last.problem("the last row does not fit everyone.", fix)


def _of_route(
    route: Route, catalogue: Catalogue, row: Spot, known: Collection[str]
) -> Iterator[Problem]:
    offered = [offer.service for offer in route.offers]
    yield from _unknown(offered, known, "service", row.at("services"))
    when = row.at("when")
    if route.when.service_open:
        spot = when.at("hours", "service")
        yield from _unknown([route.when.service_open[0]], known, "service", spot)
    wanted, homes = route.when.municipality, catalogue.municipalities
    yield from _unknown(wanted, homes, "municipality", when.at("municipality"))
    yield from _unknown(route.shows, catalogue.matrix.functions, "function", row.at("shows"))
    if route.assessment:
        assessments = {name for s in catalogue.services.values() for name in s.assessments}
        yield from _unknown([route.assessment], assessments, "assessment", row.at("assessment"))


def _unknown(
    names: Collection[str], known: Collection[str], kind: str, spot: Spot
) -> Iterator[Problem]:
    """Names that are not known, each on its own line where they stand in a list."""
    for number, name in enumerate(names):
        if name not in known:
            says = f"there is no {kind} '{name}'."
            yield spot.at(number).problem(says, f"correct the name, or add the {kind}.")
