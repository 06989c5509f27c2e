"""The messages of content/messages, in one language at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.catalogue.opening_hours import DAYS
from bot.saying.reply import Button, payload

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, time

    from bot.catalogue import Catalogue, Language, OpeningHours, Period, Text

RANGE: Final = "–"


@dataclass(frozen=True)
class Words:
    """Finds and fills messages; KeyError names a message or fact that is missing."""

    catalogue: Catalogue
    language: Language
    now: datetime

    def __call__(self, key: str, **facts: str) -> str:
        """A message by `topic.key`, with its placeholders filled."""
        return self.catalogue.messages[key].into(self.language).format(**facts)

    def filled(self, text: Text) -> str:
        """A text of the content, with what the operator decides in its placeholders."""
        return text.into(self.language).format(**self.catalogue.figures)

    def button(self, key: str, intent: str, **entities: str) -> Button:
        """A button with a title from content/messages/button.yml."""
        return Button(title=self(f"button.{key}"), payload=payload(intent, **entities))

    def topic_button(self, topic: str) -> Button:
        """A button that chooses a need or FAQ."""
        found = self.catalogue.needs.get(topic) or self.catalogue.faqs[topic]
        return Button(title=found.label.into(self.language), payload=payload(found.intent))

    def hours(self, hours: OpeningHours | None) -> str | None:
        """`ma–pe 8–19.30, la 9–14.30`; None when the hours are not known."""
        if hours is None:
            return None
        if hours.always:
            return self("hours.always")
        spans: dict[str, list[int]] = {}
        for period in hours.periods:
            spans.setdefault(_span(period), []).append(period.weekday)
        return ", ".join(f"{self._days(days)} {span}" for span, days in spans.items())

    def moment(self, moment: datetime) -> str:
        """`tiistaina klo 8.00`, `på tisdag kl. 8.00`; today and tomorrow by name."""
        ahead = (moment.date() - self.now.date()).days
        near = {0: "hours.today", 1: "hours.tomorrow"}.get(ahead)
        day = self(near or f"hours.on_{DAYS[moment.weekday()]}")
        if ahead >= len(DAYS):  # this weekday and the same one of next week are two days
            day = f"{day} {moment.day}.{moment.month}."
        return self("hours.at", day=day, time=f"{moment.hour}.{moment.minute:02d}")

    def _days(self, days: Iterable[int]) -> str:
        """Neighbouring days joined: `ma–pe`."""
        runs: list[list[int]] = []
        for day in sorted(set(days)):
            if runs and day == runs[-1][-1] + 1:
                runs[-1].append(day)
            else:
                runs.append([day])
        return ", ".join(self._run(run[0], run[-1]) for run in runs)

    def _run(self, first: int, last: int) -> str:
        names = [self(f"hours.{DAYS[day]}") for day in (first, last)]
        return names[0] if first == last else RANGE.join(names)


def _span(period: Period) -> str:
    return f"{_clock(period.opens)}{RANGE}{_clock(period.closes)}"


def _clock(moment: time) -> str:
    """`8` on the hour, else `19.30`; the last minute of the day is 24."""
    if (moment.hour, moment.minute) == (23, 59):
        return "24"
    return f"{moment.hour}.{moment.minute:02d}" if moment.minute else str(moment.hour)
