"""Readers of the parts that several kinds of content share."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, Final, cast

from bot.catalogue import LANGUAGES, Language, OpeningHours, Period, Provenance, Text
from bot.catalogue.opening_hours import DAYS
from bot.language.patterns import Pattern, PatternError

if TYPE_CHECKING:
    from bot.catalogue import Confidence
    from bot.content.node import Node

PROVENANCE: Final = (
    "source", "source_date", "confirmed_on", "confidence", "valid_from", "valid_until",
)  # fmt: skip
CONFIDENCES: Final = ("high", "medium", "low")
_DATED: Final = re.compile(r"-|\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_TIME: Final = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)")


def provenance(node: Node) -> Provenance:
    """Source, confidence and validity of a file of facts."""
    return Provenance(
        source=node.at("source").texts(),
        source_date=dated(node.at("source_date")),
        confirmed_on=day(node.at("confirmed_on")),
        confidence=confidence(node.at("confidence")),
        valid_from=day(node.at("valid_from")),
        valid_until=day(node.at("valid_until")),
    )


def confidence(node: Node, default: Confidence = "medium") -> Confidence:
    """How sure a fact is; medium unless said."""
    return default if node.value is None else cast("Confidence", node.choice(CONFIDENCES))


def dated(node: Node) -> str:
    """A year, month or day as the source gives it; `-` when it gives none."""
    if node.value is None:
        return "-"
    written = node.text()
    if written and not _DATED.fullmatch(written):
        node.problem(f"'{written}' is not a date.", 'write it as "2024", "2024-08" or "-".')
    return written


def day(node: Node) -> date | None:
    """A date written `2026-11-21`; None when absent."""
    if node.value is None:
        return None
    try:
        return date.fromisoformat(str(node.value))
    except ValueError:
        node.problem(f"'{node.value}' is not a date.", 'write it as "2026-11-21".')
        return None


def opening_hours(node: Node) -> OpeningHours | None:
    """`always`, or a list of weekly periods; None when absent."""
    if node.value is None:
        return None
    if node.value == "always":
        return OpeningHours(always=True)
    periods: list[Period] = []
    for item in node.items():
        item.keys(required=("days", "from", "to"))
        opens, closes = clock_time(item.at("from")), clock_time(item.at("to"))
        if opens >= closes:
            item.problem("it closes before it opens.", "give 'from' the earlier time.")
        days = weekdays(item.at("days"))
        periods += [Period(weekday=weekday, opens=opens, closes=closes) for weekday in days]
    if not periods and not node.value:
        node.problem("there are no hours.", "write 'always', or the days; or remove 'hours'.")
    return OpeningHours(periods=tuple(periods))


def clock_time(node: Node) -> time:
    """A time written `8.00`; `24.00` is the last minute of the day."""
    found = _TIME.fullmatch(str(node.value))
    if not found:
        node.problem(f"'{node.value}' is not a time.", 'write it as "8.00".')
        return time(0)
    hour, minute = int(found[1]), int(found[2])
    return time.max if hour == 24 else time(hour, minute)  # noqa: PLR2004


def weekdays(node: Node) -> tuple[int, ...]:
    """Days written `mon`, `mon-fri` or `[mon, wed]`; 0 is Monday."""
    given = [node.value] if isinstance(node.value, str) else list(node.value or ())
    found: list[int] = []
    if not given:
        node.problem("these hours are of no day.", "write mon-fri, or [mon, wed].")
    for part in given:
        first, _, last = str(part).partition("-")
        if first not in DAYS or (last and last not in DAYS):
            node.problem(f"'{part}' is not a weekday.", "use mon, tue, wed, thu, fri, sat, sun.")
            continue
        if DAYS.index(last or first) < DAYS.index(first):
            node.problem(f"'{part}' goes past Sunday.", "part it, as in [fri-sun, mon].")
        found += range(DAYS.index(first), DAYS.index(last or first) + 1)
    return tuple(found)


def truth(node: Node) -> bool:
    """True or false; false when absent."""
    if node.value not in (None, True, False):
        node.problem(f"'{node.value}' is neither true nor false.", "write true or false.")
    return node.value is True


def whole_number(node: Node) -> int | None:
    """A whole number; None when absent."""
    if node.value is None or isinstance(node.value, int):
        return node.value
    node.problem(f"'{node.value}' is not a whole number.", "write digits only, such as 15.")
    return None


def languages(node: Node) -> tuple[Language, ...]:
    """The languages something exists in; both when absent."""
    if node.value is None:
        return LANGUAGES
    return tuple(cast("Language", item.choice(LANGUAGES)) for item in node.items())


def by_language(node: Node) -> dict[Language, tuple[str, ...]]:
    """Lists of strings under `fi` and `sv`."""
    if node.value is None:
        return {}
    node.keys(required=LANGUAGES)
    return {language: node.at(language).texts() for language in LANGUAGES}


def patterns(node: Node) -> dict[Language, tuple[str, ...]]:
    """Lists of patterns under `fi` and `sv`, each of which can be read as one."""
    for language in LANGUAGES:
        for item in node.at(language).items():
            try:
                Pattern.parse(str(item.value))
            except PatternError as error:  # noqa: PERF203 - every one is told
                item.problem(str(error), "see 'Patterns' in docs/developers/content-schema.md.")
    return by_language(node)


def text_or_same(node: Node) -> Text:
    """Text in both languages, or one string that serves for both."""
    if isinstance(node.value, str):
        return Text(fi=node.text(), sv=node.text())
    return node.both()
