"""A request for a person, with the other ways that are open."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.navigation.handoff import hand_off
from bot.navigation.situation import Situation
from tests.factories import HELPLINE, TUESDAY_NOON, catalogue, expired, helsinki, service


@dataclass(frozen=True)
class Standing:
    """What a queue answered."""

    state: Literal["waiting", "taken", "unavailable"] = "waiting"
    queue: str = "county"
    place: int | None = 3
    wait_minutes: int | None = 10
    opens: datetime | None = None


def test_the_answer_of_the_queue_is_passed_on() -> None:
    """State, place, wait and opening stand as the queue gave them."""
    opens = helsinki(2026, 11, 25, 8)
    found = hand_off(Situation(), Standing(opens=opens), catalogue(), TUESDAY_NOON)
    assert (found.state, found.queue, found.place, found.wait_minutes, found.opens) == (
        "waiting", "county", 3, 10, opens,
    )  # fmt: skip


def test_other_ways_begin_at_home() -> None:
    """The own station comes first, and no more than three are named."""
    found = hand_off(Situation(municipality="sipoo"), Standing(), catalogue(), TUESDAY_NOON)
    assert [s.id for s in found.services] == ["health_station_sipoo", "general_advice", "hyva_digi"]


def test_other_ways_without_a_home() -> None:
    """The ways that serve everyone."""
    found = hand_off(Situation(), Standing(), catalogue(), TUESDAY_NOON)
    assert [s.id for s in found.services] == ["general_advice", "hyva_digi", "medical_helpline"]


def test_other_ways_that_have_expired() -> None:
    """A service past its day is not named."""
    old = service("general_advice", provenance=expired(date(2026, 11, 1)))
    content = catalogue(services={"general_advice": old, "medical_helpline": HELPLINE})
    found = hand_off(Situation(), Standing(), content, TUESDAY_NOON)
    assert [s.id for s in found.services] == ["medical_helpline"]
