"""Whether the trained model understands a line as before when it is written otherwise.

usage: python -m benchmarks.mutations [--all] [--show]     (in Rasa's environment)

Alters the practice lines and the content's examples, ten of each topic and each emergency in each
language (`--all`: every one), in the ways of tests/understanding/mutations.py. Prints for each way
and language the share understood as before, with 95 % bounds: the same language, verdict of the
guard, place, and topic or likeliest of those offered. "as sure" is the share where the bot does
not ask, either, which topic is meant where it did not, or the other way round. `--show` prints
the changes that weigh most.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Final, cast

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy and the encoder are imported

import numpy as np
import typer

from benchmarks.labelled import share
from benchmarks.nlu.lines import LANGUAGES, Line, own, practice
from benchmarks.nlu.tasks import sampled
from benchmarks.understood import Change, understood
from bot.catalogue import TOPICS
from bot.content.current import catalogue
from bot.nlu.loaded import Interpreter
from tests.understanding.mutations import altered
from tests.understanding.place_mutations import PlaceNames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.catalogue import Language

EACH: Final = 10
"""Lines of a topic or an emergency in one language."""

WORST: Final = 8
"""Changes that are shown of one way and language."""


def main(
    every: Annotated[bool, typer.Option("--all", help="every example")] = False,  # noqa: FBT002 - an option
    show: Annotated[bool, typer.Option("--show", help="the changes that weigh most")] = False,  # noqa: FBT002 - an option
) -> None:
    """Print the tables, and what changed when asked for."""
    asked = [*practice(), *examples(0 if every else EACH)]
    with typer.progressbar(asked, label=f"{len(asked)} lines") as lines:
        found = list(changes(lines))
    for row in tables(found):
        print(row)  # noqa: T201 - what the command is for
    for row in worst(found) if show else ():
        print(row)  # noqa: T201


def examples(each: int) -> list[Line]:
    """So many examples of every topic and emergency in each language, by chance; 0 means all."""
    topics = [line for line in own() if line.label.startswith(TOPICS)]
    dangers = [
        Line(text=text, language=language, label=emergency.id)
        for emergency in catalogue().emergencies.values()
        for language in LANGUAGES
        for text in emergency.descriptions.get(language, ())
    ]
    chance = np.random.default_rng(1)
    return [
        line
        for language in LANGUAGES
        for part in (topics, dangers)
        for line in sampled([one for one in part if one.language == language], each, chance)
    ]


def changes(lines: Iterable[Line]) -> Iterator[Change]:
    """Each line in every way that applies, with what the trained model made of it."""
    model = Interpreter()
    places = PlaceNames(catalogue().municipalities.values())
    for line in lines:
        before = understood(model.read(line.text))
        for way, text in altered(line.text, cast("Language", line.language), places):
            after = understood(model.read(text))
            yield Change(line=line, way=way, text=text, before=before, after=after)


def tables(found: Sequence[Change]) -> Iterator[str]:
    """Rows by way, then by where the lines are from, then all together."""
    yield from _rows(found, lambda change: change.way)
    yield from _rows(found, lambda change: source(change.line))
    yield from _rows(found, lambda _: "all together")


def source(line: Line) -> str:
    """Where a line is from."""
    if line.label.startswith(TOPICS):
        return "examples of topics"
    return "emergencies" if line.label in catalogue().emergencies else "practice"


def _rows(found: Sequence[Change], name: Callable[[Change], str]) -> Iterator[str]:
    yield ""
    for group in dict.fromkeys(map(name, found)):
        for language in LANGUAGES:
            mine = [c for c in found if name(c) == group and c.line.language == language]
            same = share(sum(change.same for change in mine), len(mine))
            sure = share(sum(change.as_sure for change in mine), len(mine)).partition("(")[0]
            if mine:
                yield f"{language}  {group:28} {same:38}  as sure {sure}"


def worst(found: Sequence[Change]) -> Iterator[str]:
    """What changed most, by way and language."""
    for way in dict.fromkeys(change.way for change in found):
        for language in LANGUAGES:
            mine = [
                change
                for change in found
                if (change.way, change.line.language) == (way, language) and not change.same
            ]
            yield f"\n{language}  {way}: {len(mine)} changed"
            gravest = sorted(mine, key=lambda change: change.different, reverse=True)
            yield from (f"    {change}" for change in gravest[:WORST])


if __name__ == "__main__":
    typer.run(main)
