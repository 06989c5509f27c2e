"""What is learnt and what is then asked: one task for each set, language, size and seed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from benchmarks.nlu import lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.nlu.lines import Line

SEEDS: Final = (1, 2, 3)
SIZES: Final = (10, 30, 0)
"""Examples of an intent; 0 is all of them."""

FOLDS: Final = 4
SPEED: Final = "speed"
"""Learns what `labelled` learns and asks nothing; times what the practice residents write."""

TIMED: Final = 120
"""Lines that the time is taken with."""

TINY: Final = {"labels": 6, "learn": 48, "ask": 30}
"""How much of a task is kept to try the machinery."""


@dataclass(frozen=True, order=True)
class Task:
    """A part of the benchmark that every system does in the same way."""

    name: str
    """massive, swefaq, home (Home Assistant), own (held out), labelled or speed."""

    language: str
    """fi, sv, or both in one model."""

    size: int
    seed: int
    """Chooses the examples and their order; of held-out folds, the fold."""


@dataclass(frozen=True)
class Work:
    """The lines of a task."""

    learn: Sequence[Line]
    ask: Sequence[Line]
    timed: Sequence[str]


def tasks(names: Sequence[str], *, tiny: bool = False) -> Iterator[Task]:
    """All tasks of the sets that are named; `tiny` keeps one of each."""
    every = [
        *(Task("massive", code, size, s) for size in SIZES for code in ("fi", "sv") for s in SEEDS),
        *(Task("labelled", "both", 0, seed) for seed in SEEDS),
        *(Task("own", "both", 0, fold) for fold in range(1, FOLDS + 1)),
        *(Task("swefaq", "sv", 0, seed) for seed in SEEDS),
        *(Task("home", code, 0, f) for code in ("fi", "sv") for f in range(1, FOLDS + 1)),
        Task(SPEED, "both", 0, 1),
    ]
    for task in every:
        one = task.seed == 1 and (task.name != "massive" or task.size == SIZES[0])
        if task.name in names and (one or not tiny):
            yield task


def work(task: Task, folder: Path, *, tiny: bool = False) -> Work:
    """The lines of a task; `tiny` keeps just enough to try it."""
    chance = np.random.default_rng(task.seed)
    learn, ask = _lines(task, folder, chance)
    if tiny:
        learn, ask = _few(task, learn, ask)
    learn = [learn[place] for place in chance.permutation(len(learn))]
    if task.name == SPEED:
        timed = [line.text for line in lines.practice()]
    else:
        chosen = chance.permutation(len(ask))[:TIMED]
        timed = [ask[place].text for place in chosen]
    return Work(learn, ask, timed[: TINY["ask"]] if tiny else timed)


def sampled(found: Sequence[Line], size: int, chance: np.random.Generator) -> list[Line]:
    """At most `size` lines of each label, by chance; all of them when it is 0."""
    if not size:
        return list(found)
    by_label: dict[str, list[Line]] = defaultdict(list)
    for line in found:
        by_label[line.label].append(line)
    return [
        by_label[label][place]
        for label in sorted(by_label)
        for place in chance.permutation(len(by_label[label]))[:size]
    ]


def _lines(
    task: Task, folder: Path, chance: np.random.Generator
) -> tuple[Sequence[Line], Sequence[Line]]:
    if task.name == "massive":
        learn = sampled(lines.massive(folder, task.language, "train"), task.size, chance)
        return learn, lines.massive(folder, task.language, "test")
    if task.name == "swefaq":
        return lines.swefaq(folder, "test")
    if task.name == "labelled":
        return _own(), lines.judging()
    if task.name == SPEED:
        return _own(), []
    if task.name == "own":
        return _held_out(_own(), _own_folds(), task.seed - 1)
    found = lines.home(folder, task.language)
    # Alike within an intent by their making: folds by chance, or intents would never be learnt.
    drawn = np.random.default_rng(FOLDS).integers(FOLDS, size=len(found))
    return _held_out(found, drawn, task.seed - 1)


def _held_out(
    found: Sequence[Line], folds: Sequence[int], fold: int
) -> tuple[list[Line], list[Line]]:
    pairs = list(zip(found, folds, strict=True))
    return [line for line, at in pairs if at != fold], [line for line, at in pairs if at == fold]


@lru_cache(maxsize=1)
def _own() -> list[Line]:
    return lines.own()


@lru_cache(maxsize=1)
def _own_folds() -> list[int]:
    from bot.nlu.folds import folds  # noqa: PLC0415 - scikit-learn, for this task alone

    return [int(fold) for fold in folds([line.text for line in _own()], FOLDS)]


def _few(
    task: Task, learn: Sequence[Line], ask: Sequence[Line]
) -> tuple[Sequence[Line], Sequence[Line]]:
    """A few labels, and lines enough of them."""
    if task.name == "swefaq":
        ask = ask[: TINY["ask"]]
        wanted = {name for line in ask for name in line.among}
        return [line for line in learn if line.label in wanted], ask
    labels = sorted({line.label for line in learn})[: TINY["labels"]]
    kept = sampled([line for line in learn if line.label in labels], 8, np.random.default_rng(1))
    # What belongs to no label that is learnt is out of scope, as in the whole task.
    known = [line for line in ask if line.label in (*labels, "out_of_scope")]
    places = np.random.default_rng(1).permutation(len(known))[: TINY["ask"]]
    return kept[: TINY["learn"]], [known[place] for place in places]
