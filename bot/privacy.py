"""Takes the Finnish personal identity code out of what residents write; touches nothing else."""

import re
from datetime import date
from typing import Final

from stdnum.fi import hetu

REMOVED: Final = "[•••]"

_DASH: Final = "-‐‑‒–—−"  # noqa: RUF001 - phones turn a hyphen into any of these
_CODE: Final = re.compile(
    rf"""(?<!\d)
    (?P<day>[0-3]\d)(?P<month>[01]\d)(?P<year>\d\d)
    \s?(?P<sign>[+{_DASH}A-FU-Y])?\s?
    (?P<number>\d{{3}})\s?(?P<check>[0-9A-FHJ-NPR-Y])(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD_GOES_ON: Final = re.compile(r"[^\W_]")


def redact(text: str) -> str:
    """The text without personal identity codes, whole or mistyped, whatever their separator."""
    return _CODE.sub(_judge, text)


def _judge(match: re.Match[str]) -> str:
    """What stands in place of something that looks like a code.

    A right check character settles it. A wrong one may be a slip of the finger, so a birthday
    followed by a separator is enough unless the word goes on (`010120-100kpl`). With no
    separator at all only a right check letter counts: ten digits are a phone number.
    """
    sign = match["sign"]
    if not _is_birthday(int(match["day"]), int(match["month"]), int(match["year"])):
        return match[0]
    separator = "-" if sign is None or sign in _DASH else sign
    parts = (
        match["day"],
        match["month"],
        match["year"],
        separator,
        match["number"],
        match["check"],
    )
    right = hetu.is_valid("".join(parts), allow_temporary=True)
    if sign is None:
        certain = right and match["check"].isalpha()
    else:
        certain = right or not _WORD_GOES_ON.match(match.string, match.end())
    return REMOVED if certain else match[0]


def _is_birthday(day: int, month: int, year: int) -> bool:
    """Whether the first six digits are a day of some century."""
    return any(_exists(century + year, month, day) for century in (1800, 1900, 2000))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
