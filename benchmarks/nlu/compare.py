"""Sections that compare the systems: accuracy, length, the threshold, cost, and the bars."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any, Final

from benchmarks.nlu import figures
from benchmarks.nlu.lines import LANGUAGES
from benchmarks.nlu.runs import ABSENT, Runs, apart, cold_seconds, number, runs, share, table
from benchmarks.nlu.systems import NAMES, SYSTEMS
from benchmarks.nlu.tasks import SPEED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks.nlu.figures import Answer

Results = list[dict[str, Any]]

SIZES: Final = {10: "10", 30: "30", 0: "all"}
SETS: Final = {
    "massive": "MASSIVE, 60 intents, 2,974 test lines a language",
    "labelled": "Lines labelled by hand, test half, learnt from all the project's own examples",
    "own": "The project's own examples, held out in four folds; lines nearly alike share a fold",
    "swefaq": "SweFAQ: the right answer of the category's, learnt from the answers alone",
    "home": "Home Assistant's sentences, held out in four folds",
}
LENGTH_NAMES: Final = ("1–2", "3–5", "6–10", "11–20", "21 and more")


def accuracies(results: Results, name: str) -> Iterator[str]:
    """One row for each language, size and system."""
    yield from (f"### {SETS[name]}", "")
    rows = [
        [
            language,
            SIZES[size],
            NAMES[system.id],
            share(found.over(inside(figures.accuracy)), lines_of(found)),
            apart(found.over(inside(figures.accuracy))),
            number(found.over(inside(figures.macro_f1))),
            number(found.over(inside(figures.calibration_error))),
        ]
        for language in LANGUAGES
        for size in SIZES
        for system in SYSTEMS
        if (found := runs(results, name, language, size, system.id)).pooled
    ]
    head = ("", "examples an intent", "system", "accuracy", "runs", "macro-F1", "ECE")
    yield from table(head, rows) if rows else not_run(name)


def inside(figure: Callable[[list[Answer]], float]) -> Callable[[list[Answer]], float]:
    """A figure over what is in scope."""
    return lambda answers: figure(figures.in_scope(answers))


def lines_of(found: Runs) -> int:
    """Different lines in scope."""
    whole = found.lines * len(figures.in_scope(found.pooled))
    return round(whole / len(found.pooled)) if found.pooled else 0


def not_run(name: str) -> list[str]:
    """What stands where figures are missing."""
    return [f"Not run yet (`make bench-nlu DATA=… ARGS='--only {name}'`).", ""]


def lengths(results: Results) -> Iterator[str]:
    """Accuracy by words in a message, on the labelled lines and on MASSIVE at 10 examples."""
    rows = []
    for name, size in (("labelled", 0), ("massive", 10)):
        for language in LANGUAGES:
            for system in SYSTEMS:
                found = runs(results, name, language, size, system.id)
                parts = figures.by_length(figures.in_scope(found.pooled))
                told = [f"{figures.accuracy(a):.3f} of {len(a)}" if a else ABSENT for _, a in parts]
                if found.pooled:
                    rows.append([name, language, NAMES[system.id], *told])
    head = ("set", "", "system", *(f"{name} words" for name in LENGTH_NAMES))
    yield from table(head, rows) if rows else not_run("labelled,massive")


def threshold(results: Results) -> Iterator[str]:
    """What is taken, what is rightly taken, and what out of scope is led to a topic."""
    rows = []
    for language in LANGUAGES:
        for system in SYSTEMS:
            found = runs(results, "labelled", language, 0, system.id)
            if not found.pooled:
                continue
            outside = len(figures.out_of_scope(found.answers[0]))
            rows.append(
                [
                    language,
                    NAMES[system.id],
                    number(found.over(figures.told_apart)),
                    number(found.over(inside(figures.taken))),
                    number(found.over(acted_rightly)),
                    share(found.over(figures.misled), outside),
                    number(found.over(inside(figures.calibration_error))),
                ]
            )
    head = ("", "system", "AUROC", "acted on", "of these right", "led astray", "ECE")
    yield from table(head, rows) if rows else not_run("labelled")


def acted_rightly(answers: Sequence[Answer]) -> float:
    """Accuracy where the system would act."""
    return figures.accuracy([a for a in figures.in_scope(answers) if a["taken"]])


def costs(results: Results) -> Iterator[str]:
    """Seconds, megabytes and milliseconds, of every system and set, both languages together."""
    rows = []
    for name in (*SETS, SPEED):
        for size in SIZES:
            for system in SYSTEMS:
                mine = [
                    result
                    for result in results
                    if (result["task"]["name"], result["task"]["size"]) == (name, size)
                    and result["system"] == system.id
                ]
                if mine:
                    rows.append([name, SIZES[size], NAMES[system.id], *_cost(mine)])
    head = (
        "set", "an intent", "system", "examples", "training, cold", "warm", "load", "memory",
        "a message",
    )  # fmt: skip
    yield from table(head, rows) if rows else not_run("labelled")


def _cost(mine: Results) -> list[str]:
    found = Runs(tuple(mine), ())
    milliseconds = [ms for result in mine for ms in result["ms"]]
    return [
        number(found.each("examples"), 0),
        number(cold_seconds(found), 1) + " s",
        number(found.each("training_seconds"), 1) + " s",
        number(found.each("load_seconds"), 1) + " s",
        number(found.each("memory_mb"), 0) + " MB",
        f"{median(milliseconds):.1f} ms",
    ]


def ratios(results: Results) -> dict[str, float]:
    """The whole pipeline's milliseconds to Rasa's default's, over the practice lines."""
    ours = _timed(results, "whole")
    theirs = _timed(results, "diet")
    if not ours or not theirs or len(ours) != len(theirs):
        return {}
    pairs = [(ms, embedded, other) for (ms, embedded), (other, _) in zip(ours, theirs, strict=True)]
    kinds = {
        "sure": [pair for pair in pairs if not pair[1]],
        "encoder": [pair for pair in pairs if pair[1]],
        "average": pairs,
    }
    return {
        kind: sum(pair[0] for pair in mine) / sum(pair[2] for pair in mine)
        for kind, mine in kinds.items()
        if mine
    } | {"lines_sure": len(kinds["sure"]), "lines": len(pairs)}


def _timed(results: Results, system: str) -> list[tuple[float, bool]]:
    """The practice lines as a system read them."""
    for result in results:
        if (result["system"], result["task"]["name"]) == (system, SPEED):
            return list(zip(result["ms"], result["embedded"], strict=True))
    return []
