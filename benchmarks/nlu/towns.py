"""Whether places are recognised: every form, village and code, and with one typing error."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from benchmarks.labelled import share
from benchmarks.nlu import lines
from benchmarks.nlu.runs import table
from bot.content.current import catalogue, places
from bot.language.place_forms import forms_of
from bot.nlu.fingerprint import fingerprint_of, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SLIPS: Final = 3
"""Misspellings tried of each form."""

LONG_ENOUGH: Final = 6
"""Letters from which a typing error is tried."""

OUTSIDE: Final = "named in MASSIVE's lines"


def fingerprint(_: Path) -> str:
    """Changes with the code and the places."""
    return fingerprint_of("bot/language", extra=places_of(catalogue()))


def measure(data: Path, every: int) -> dict[str, Any]:
    """How often the right municipality was found, another, or none; examples of what was not."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    missed: dict[str, list[str]] = defaultdict(list)
    for kind, home, text in list(_tried())[::every]:
        found = places().find(text).municipality
        how = "right" if found == home else "none" if found is None else "another"
        seen[kind][how] += 1
        if how != "right":
            missed[kind].append(f"{text} ({home})")
    for language in lines.LANGUAGES:
        for line in lines.massive(data, language, "test")[::every]:
            found = places().find(line.text).municipality
            seen[f"{OUTSIDE}, {language}"]["named" if found else "none"] += 1
    return {"seen": seen, "missed": {kind: texts[:12] for kind, texts in missed.items()}}


def rows(found: dict[str, Any]) -> Iterator[str]:
    """One row for each kind of form, then some that were missed."""
    told, outside = [], []
    for kind, seen in sorted(found["seen"].items()):
        total = sum(seen.values())
        if kind.startswith(OUTSIDE):
            outside.append([kind, share(seen.get("named", 0), total).strip()])
        else:
            wrong = [str(seen.get(how, 0)) for how in ("another", "none")]
            told.append([kind, share(seen.get("right", 0), total).strip(), *wrong])
    yield from table(("form", "right", "another municipality", "none"), told)
    yield from table(("lines of people who live elsewhere", "a municipality found"), outside)
    for kind, texts in sorted(found["missed"].items()):
        yield f"Not right, {kind}: {', '.join(texts)}."
        yield ""


def _tried() -> Iterator[tuple[str, str, str]]:
    """Kind of form, municipality, and the form."""
    chance = np.random.default_rng(1)
    for home in catalogue().municipalities.values():
        for language in lines.LANGUAGES:
            name = {*forms_of(getattr(home.name, language)), *home.also.get(language, ())}
            for form in sorted(name):
                yield f"name, {language}", home.id, form
                for text in misspelt(form, chance):
                    yield f"name, {language}, one typing error", home.id, text
            for village in home.villages:
                for form in sorted(forms_of(getattr(village.name, language))):
                    yield f"village, {language}", home.id, form
        for village in home.villages:
            yield from (("village, forms written out", home.id, form) for form in village.also)
        yield from (("postal code", home.id, code) for code in home.postal_codes)


def misspelt(form: str, chance: np.random.Generator) -> Iterator[str]:
    """A form with a letter lost, doubled, or changed with the next; never its first."""
    if len(form) < LONG_ENOUGH or not form.isalpha():
        return
    for place in chance.permutation(range(1, len(form) - 1))[:SLIPS]:
        at = int(place)
        ways = (
            form[:at] + form[at + 1 :],
            form[: at + 1] + form[at:],
            form[:at] + form[at + 1] + form[at] + form[at + 2 :],
        )
        slip = ways[int(chance.integers(len(ways)))]
        if slip != form:
            yield slip
