"""The bars that were set, and what was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.nlu.compare import ratios
from benchmarks.nlu.figures import accuracy
from benchmarks.nlu.lines import LANGUAGES
from benchmarks.nlu.runs import ABSENT, cold_seconds, runs, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.nlu.compare import Results

AHEAD: Final = ((10, "plain", 0.08), (10, "diet", 0.15), (0, "plain", 0.01))
"""Examples an intent, what it is compared with, points of accuracy ahead."""

SIZES: Final = {10: "10 examples an intent", 30: "30 examples", 0: "all examples"}
OTHERS: Final = {"plain": "chars + lemmas", "diet": "Rasa's default"}
TRAINING: Final = 1 / 3
RATIOS: Final = {
    "sure": (0.6, "when the cheap stages are sure"),
    "encoder": (3.0, "when the encoder is needed"),
    "average": (1.5, "on average over the practice lines"),
}


def bars(results: Results) -> Iterator[str]:
    """Each bar with what was measured, and whether it is met."""
    rows = [*_accuracy(results), *_training(results), *_ratios(results)]
    yield from table(("bar", "wanted", "measured", "met"), rows)


def _accuracy(results: Results) -> Iterator[list[str]]:
    for size, other, points in AHEAD:
        for language in LANGUAGES:
            ours = runs(results, "massive", language, size, "opastin").over(accuracy)
            theirs = runs(results, "massive", language, size, other).over(accuracy)
            found = ours.mean - theirs.mean if ours and theirs else None
            name = f"MASSIVE {language}, {SIZES[size]}: ahead of {OTHERS[other]}"
            told = (
                f"{found:+.3f} ({ours.mean:.3f}, {theirs.mean:.3f})"
                if found is not None and ours and theirs
                else ABSENT
            )
            yield [name, f"≥ {points:+.2f}", told, met(found, points, more=True)]


def _training(results: Results) -> Iterator[list[str]]:
    for size, name in SIZES.items():
        for language in LANGUAGES:
            ours = cold_seconds(runs(results, "massive", language, size, "opastin"))
            theirs = cold_seconds(runs(results, "massive", language, size, "diet"))
            found = ours.mean / theirs.mean if ours and theirs else None
            told = (
                f"{found:.2f} ({ours.mean:.0f} s, {theirs.mean:.0f} s)"
                if found is not None and ours and theirs
                else ABSENT
            )
            title = f"MASSIVE {language}, {name}: training from nothing, to Rasa's default"
            yield [title, f"≤ {TRAINING:.2f}", told, met(found, TRAINING, more=False)]


def _ratios(results: Results) -> Iterator[list[str]]:
    found = ratios(results)
    for kind, (most, name) in RATIOS.items():
        ratio = found.get(kind)
        told = ABSENT if ratio is None else f"{ratio:.2f}"
        if kind == "sure" and found:
            told += f" ({found['lines_sure']:.0f} of {found['lines']:.0f} lines)"
        title = f"The whole pipeline's time for a message to that of Rasa's default, {name}"
        yield [title, f"≤ {most}", told, met(ratio, most, more=False)]


def met(found: float | None, bar: float, *, more: bool) -> str:
    """Whether a figure is at least, or at most, the bar."""
    if found is None:
        return "not run"
    return "yes" if (found >= bar if more else found <= bar) else "no"
