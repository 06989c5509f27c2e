"""A request for a person, with the other ways that are open to this resident."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from bot.navigation.decision import HandOff, HandoffState

if TYPE_CHECKING:
    from datetime import datetime

    from bot.catalogue import Catalogue, Service
    from bot.navigation.situation import Situation

OTHER_WAYS: Final = ("health_station", "general_advice", "hyva_digi", "medical_helpline")
"""Services where a person answers, best first; local kinds count where the home is known."""

MOST_WAYS: Final = 3


class QueueStanding(Protocol):
    """What the queue answered."""

    @property
    def state(self) -> HandoffState:
        """Whether the resident waits, is taken, or nobody can come."""

    @property
    def queue(self) -> str:
        """The id of the queue."""

    @property
    def place(self) -> int | None:
        """The place in the queue, from 1; None when not known."""

    @property
    def wait_minutes(self) -> int | None:
        """Expected wait in minutes; None when not known."""

    @property
    def opens(self) -> datetime | None:
        """When the queue opens next; None when it is open or not known."""


def hand_off(
    situation: Situation, standing: QueueStanding, catalogue: Catalogue, now: datetime
) -> HandOff:
    """What to tell a resident who asked for a person."""
    return HandOff(
        state=standing.state,
        queue=standing.queue,
        place=standing.place,
        wait_minutes=standing.wait_minutes,
        opens=standing.opens,
        services=other_ways(situation, catalogue.on(now.date())),
    )


def other_ways(situation: Situation, catalogue: Catalogue) -> tuple[Service, ...]:
    """Where a person answers, best first."""
    named = (catalogue.service(way, situation.municipality) for way in OTHER_WAYS)
    return tuple(service for service in named if service)[:MOST_WAYS]
