"""Opening hours that overlap on a day."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from bot.catalogue.opening_hours import DAYS
from bot.content import yaml_lines
from bot.content.checks.spot import Spot
from bot.content.node import Node
from bot.content.read_parts import opening_hours

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue, OpeningHours, Period
    from bot.content.problem import Problem


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Days on which one stretch of opening runs into another."""
    for hours, spot in _all_hours(catalogue, root):
        if hours and any(_overlap(a, b) for a, b in combinations(hours.periods, 2)):
            yield from _lines(spot)


def _all_hours(catalogue: Catalogue, root: Path) -> Iterator[tuple[OpeningHours | None, Spot]]:
    for service in catalogue.services.values():
        spot = Spot(root, f"services/{service.id}.yml")
        for number, contact in enumerate(service.contacts):
            yield contact.hours, spot.at("contacts", number, "hours")
    for emergency in catalogue.emergencies.values():
        spot = Spot(root, f"emergencies/{emergency.id}.yml")
        for number, urgent in enumerate(emergency.contacts):
            yield urgent.hours, spot.at("contacts", number, "hours")
    for queue in catalogue.queues.values():
        yield queue.hours, Spot(root, "queues.yml").at(queue.id, "hours")


def _overlap(one: Period, other: Period) -> bool:
    same_day = one.weekday == other.weekday
    return same_day and one.opens < other.closes and other.opens < one.closes


def _lines(spot: Spot) -> Iterator[Problem]:
    """Each line of the hours that overlaps a line before it."""
    before: list[Period] = []
    for number in range(len(spot.value)):
        line = spot.at(number)
        periods = _periods(line)
        days = [p.weekday for p in periods if any(_overlap(p, other) for other in before)]
        if days:
            says = f"these hours overlap others of the same day ({DAYS[days[0]]})."
            yield line.problem(says, "leave the day in one line, or part the hours.")
        before += periods


def _periods(line: Spot) -> tuple[Period, ...]:
    """One line of the hours, read anew; what is wrong with it has been told."""
    alone = yaml_lines.Sequence([line.value])
    alone.lines = [line.line]
    hours = opening_hours(Node(alone, line.file, line.line, []))
    return hours.periods if hours else ()
