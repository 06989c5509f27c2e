"""Weekly opening hours in Finnish time; closed on Finnish public holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import holidays

if TYPE_CHECKING:
    from datetime import date

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LOOK_AHEAD_DAYS: Final = 15


@dataclass(frozen=True, kw_only=True)
class Period:
    """One stretch of opening on a weekday; 0 is Monday."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, kw_only=True)
class OpeningHours:
    """When a contact answers."""

    periods: tuple[Period, ...] = ()
    always: bool = False
    """Round the clock, holidays too; the periods are then empty."""

    def open_at(self, moment: datetime) -> bool:
        """Whether the contact answers at a moment given in Finnish time."""
        if self.always:
            return True
        return any(p.opens <= moment.time() < p.closes for p in self.on(moment.date()))

    def on(self, day: date) -> tuple[Period, ...]:
        """The periods of a day, in order; none on a public holiday."""
        if is_holiday(day):
            return ()
        found = (period for period in self.periods if period.weekday == day.weekday())
        return tuple(sorted(found, key=lambda period: period.opens))

    def next_opening(self, moment: datetime) -> datetime | None:
        """The next time it opens after a moment, or None within two weeks."""
        for ahead in range(LOOK_AHEAD_DAYS):
            day = moment.date() + timedelta(days=ahead)
            for period in self.on(day):
                opens = datetime.combine(day, period.opens, tzinfo=moment.tzinfo)
                if opens > moment:
                    return opens
        return None


@lru_cache(maxsize=1)
def _finnish_holidays() -> holidays.HolidayBase:
    """Finland's public holidays with Midsummer Eve and Christmas Eve, when services are closed."""
    return holidays.country_holidays("FI")


def is_holiday(day: date) -> bool:
    """Whether public services keep a holiday on this day."""
    return day in _finnish_holidays()
