"""When a contact answers."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.catalogue import OpeningHours, is_holiday
from tests.factories import ALWAYS, COUNTY_QUEUE, OFFICE_HOURS, helsinki, weekly


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (helsinki(2026, 11, 24, 7, 59), False),
        (helsinki(2026, 11, 24, 8, 0), True),
        (helsinki(2026, 11, 24, 15, 59), True),
        (helsinki(2026, 11, 24, 16, 0), False),
        (helsinki(2026, 11, 22, 12, 0), False),
    ],
    ids=["before", "on the dot", "last minute", "closing time", "Sunday"],
)
def test_office_hours(moment: datetime, is_open: bool) -> None:
    """Open from the first minute up to, and not including, the last."""
    assert OFFICE_HOURS.open_at(moment) is is_open


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 12, 6),
        date(2026, 12, 24),
        date(2026, 12, 25),
        date(2026, 6, 19),
        date(2027, 1, 1),
    ],
    ids=["Independence Day", "Christmas Eve", "Christmas Day", "Midsummer Eve", "New Year"],
)
def test_public_holidays_and_eves(day: date) -> None:
    """Services keep Finland's holidays, and the two eves on which nobody works."""
    assert is_holiday(day)


def test_an_ordinary_day_is_no_holiday() -> None:
    """The day before Independence Day is a working day."""
    assert not is_holiday(date(2026, 12, 5))


def test_closed_on_a_holiday_that_is_a_weekday() -> None:
    """A holiday closes what the week would open."""
    assert not OFFICE_HOURS.open_at(helsinki(2026, 12, 24, 10, 0))


def test_round_the_clock_holds_on_holidays() -> None:
    """A helpline that never closes answers on Christmas Eve."""
    assert ALWAYS.open_at(helsinki(2026, 12, 24, 3, 0))


def test_closed_between_two_periods_of_a_day() -> None:
    """A lunch break is a break."""
    hours = lunch_break()
    open_at = [hours.open_at(helsinki(2026, 11, 24, hour)) for hour in (9, 12, 14)]
    assert open_at == [True, False, True]


def test_periods_of_a_day_come_in_order() -> None:
    """Whatever the order in which they were written."""
    assert [p.opens.hour for p in lunch_break().on(date(2026, 11, 24))] == [8, 13]


def test_next_opening_is_later_today() -> None:
    """After a break the next opening is the same day."""
    assert lunch_break().next_opening(helsinki(2026, 11, 24, 12)) == helsinki(2026, 11, 24, 13)


def test_next_opening_leaps_a_weekend() -> None:
    """On Friday evening the next opening is Monday morning."""
    assert OFFICE_HOURS.next_opening(helsinki(2026, 11, 27, 18)) == helsinki(2026, 11, 30, 8)


def test_next_opening_leaps_holidays() -> None:
    """Christmas 2026 runs from Thursday to Sunday."""
    assert OFFICE_HOURS.next_opening(helsinki(2026, 12, 23, 18)) == helsinki(2026, 12, 28, 8)


def test_next_opening_while_open_is_the_one_after() -> None:
    """The present opening has begun already."""
    assert OFFICE_HOURS.next_opening(helsinki(2026, 11, 24, 10)) == helsinki(2026, 11, 25, 8)


def test_no_next_opening_without_hours() -> None:
    """What never opens has no next opening."""
    assert OpeningHours().next_opening(helsinki(2026, 11, 24)) is None


def test_next_opening_across_the_change_of_clocks() -> None:
    """Summer time ends on a Sunday; Monday still opens at eight on the wall."""
    opens = OFFICE_HOURS.next_opening(helsinki(2026, 10, 24))
    assert opens is not None
    assert opens.isoformat() == "2026-10-26T08:00:00+02:00"


def lunch_break() -> OpeningHours:
    """Afternoon written before morning."""
    afternoon, morning = weekly([1], "13.00", "16.00"), weekly([1], "8.00", "11.00")
    return OpeningHours(periods=afternoon.periods + morning.periods)


@pytest.mark.parametrize(
    ("moment", "admits"),
    [
        (helsinki(2026, 11, 24, 11, 44), True),
        (helsinki(2026, 11, 24, 11, 45), False),
        (helsinki(2026, 11, 24, 12, 30), False),
        (helsinki(2026, 11, 24, 13, 0), True),
        (helsinki(2026, 12, 24, 9, 0), False),
    ],
    ids=["just in time", "too late before noon", "noon break", "afternoon", "Christmas Eve"],
)
def test_last_admission(moment: datetime, admits: bool) -> None:
    """A queue with two periods a day lets nobody in a quarter before each of them ends."""
    hours = OpeningHours(
        periods=weekly(range(5), "8.00", "12.00").periods
        + weekly(range(5), "13.00", "16.00").periods
    )
    queue = replace(COUNTY_QUEUE, hours=hours, last_admission=timedelta(minutes=15))
    assert queue.admits_at(moment) is admits


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (helsinki(2026, 11, 24, 11, 50), helsinki(2026, 11, 24, 13)),
        (helsinki(2026, 11, 27, 17), helsinki(2026, 11, 30, 8)),
        (helsinki(2026, 12, 23, 17), helsinki(2026, 12, 28, 8)),
        (helsinki(2027, 3, 25, 17), helsinki(2027, 3, 30, 8)),
    ],
    ids=["after the noon break", "over a weekend", "over Christmas", "over Easter"],
)
def test_next_opening(moment: datetime, opens: datetime) -> None:
    """The next period that begins on a day that is no holiday."""
    hours = OpeningHours(
        periods=weekly(range(5), "8.00", "12.00").periods
        + weekly(range(5), "13.00", "16.00").periods
    )
    assert hours.next_opening(moment) == opens


@pytest.mark.parametrize(
    ("municipality", "need", "serves"),
    [("sipoo", "cough", True), ("sipoo", "fever", False), ("porvoo", "cough", False)],
)
def test_whom_a_queue_serves(municipality: str, need: str, serves: bool) -> None:
    """The residents and the needs it names; one that names none serves all."""
    queue = replace(COUNTY_QUEUE, municipalities=("sipoo",), needs=("cough",))
    assert queue.serves(municipality, need) is serves
    assert COUNTY_QUEUE.serves(municipality, need)
