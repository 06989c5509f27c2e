"""Finds names in content that lead nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.content.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bot.catalogue import Catalogue, Need


def dangling(catalogue: Catalogue, root: Path) -> list[Problem]:
    """Services, assessments, municipalities and topics that are named but do not exist."""
    content = Path(root.name)
    known = {*catalogue.services, *catalogue.local_kinds}
    problems: list[Problem] = []
    for need in catalogue.needs.values():
        file = content / "needs" / f"{need.id}.yml"
        problems += _of_need(need, catalogue, file, known)
    for faq in catalogue.faqs.values():
        file = content / "faq" / f"{faq.id}.yml"
        problems += _unknown(faq.services, known, "service", file, 1)
    for service in catalogue.services.values():
        file = content / "services" / f"{service.id}.yml"
        problems += _unknown(
            service.municipalities, catalogue.municipalities, "municipality", file, 1
        )
    for queue in catalogue.queues.values():
        file = content / "queues.yml"
        problems += _unknown(
            queue.municipalities, catalogue.municipalities, "municipality", file, 1
        )
    topics = {*catalogue.needs, *catalogue.faqs}
    problems += _unknown(catalogue.menu, topics, "need or question", content / "menu.yml", 1)
    return problems


def _of_need(
    need: Need, catalogue: Catalogue, file: Path, known: Collection[str]
) -> Iterator[Problem]:
    assessments = {name for s in catalogue.services.values() for name in s.assessments}
    for route in need.routes:
        named = [offer.service for offer in route.offers]
        named += [route.when.service_open[0]] if route.when.service_open else []
        yield from _unknown(named, known, "service", file, route.line)
        wanted = route.when.municipality
        yield from _unknown(wanted, catalogue.municipalities, "municipality", file, route.line)
        if route.assessment:
            yield from _unknown([route.assessment], assessments, "assessment", file, route.line)
    if not need.routes:
        fix = "add one row without 'when' under 'routes'."
        yield Problem(file=file, line=1, says="the need leads nowhere.", fix=fix)
    elif need.routes[-1].when != type(need.routes[-1].when)():
        fix = "add a last row without 'when'."
        says = "the last row does not fit everyone."
        yield Problem(file=file, line=need.routes[-1].line, says=says, fix=fix)


def _unknown(
    names: Collection[str], known: Collection[str], kind: str, file: Path, line: int
) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            says = f"there is no {kind} '{name}'."
            fix = f"correct the name, or add the {kind}."
            yield Problem(file=file, line=line, says=says, fix=fix)
