"""Which language a line is taken for, by its length."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Final

from benchmarks.labelled import share
from benchmarks.nlu import lines
from benchmarks.nlu.runs import table
from bot.content.current import catalogue, places
from bot.language.identify import identify
from bot.language.normalise import words
from bot.nlu.fingerprint import fingerprint_of, places_of
from tests.understanding import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Language

OTHER: Final[dict[str, Language]] = {"fi": "sv", "sv": "fi"}
SHORT: Final = 2
LENGTHS: Final = ("1–2 words", "3 words and more")


def fingerprint(_: Path) -> str:
    """Changes with the code, the places and the lines."""
    return fingerprint_of("bot/language", "tests/understanding", extra=places_of(catalogue()))


def measure(data: Path, every: int) -> dict[str, Any]:
    """How often each language was found, by source, length, language and page."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for source, language, text in list(_lines(data))[::every]:
        length = LENGTHS[len(words(text)) > SHORT]
        for page in (language, OTHER[language]):
            found = identify(text, current=None, page=page, is_place=places().is_place)
            told = "other" if found.other else found.language
            seen[f"{source}|{length}|{language}|{page}"][told] += 1
    return {"seen": seen}


def rows(found: dict[str, Any]) -> Iterator[str]:
    """One row for each source, length, language and page."""
    head = ("lines", "length", "written in", "page in", "fi", "sv", "other", "right")
    told = []
    for key, taken_for in sorted(found["seen"].items()):
        source, length, language, page = key.split("|")
        counts = [str(taken_for.get(name, 0)) for name in ("fi", "sv", "other")]
        right = share(taken_for.get(language, 0), sum(taken_for.values())).strip()
        told.append([source, length, language, page, *counts, right])
    yield from table(head, told)


def _lines(data: Path) -> Iterator[tuple[str, str, str]]:
    for line in (*labelled.emergencies(), *labelled.topics()):
        if line.half == "test" and line.label != labelled.NOTHING:
            yield "labelled", line.language, line.text
    for language in lines.LANGUAGES:
        for each in lines.massive(data, language, "test"):
            if not each.names:
                yield "MASSIVE", language, each.text
