"""Pictures of the figures, as SVG in benchmarks/images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl

mpl.use("svg")  # before pyplot

from matplotlib import pyplot as plt

from benchmarks.nlu import figures
from benchmarks.nlu.compare import LENGTH_NAMES, SIZES
from benchmarks.nlu.lines import LANGUAGES
from benchmarks.nlu.runs import cold_seconds, runs
from benchmarks.nlu.systems import SYSTEMS

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.nlu.compare import Results
    from benchmarks.nlu.systems import System

COLOURS: Final = {
    "opastin": "#0b5cad",
    "no_encoder": "#5aa0d8",
    "spacy": "#7a4fb5",
    "plain": "#8a8a8a",
    "diet": "#d2691e",
    "whole": "#0b7a4b",
}
INCHES: Final = (9.0, 3.6)
LANGUAGE_NAMES: Final = {"fi": "Finnish", "sv": "Swedish"}


def draw(results: Results, folder: Path) -> dict[str, str]:
    """Draw what there are figures for; the file of each picture."""
    folder.mkdir(parents=True, exist_ok=True)
    plt.rcParams.update({"svg.hashsalt": "opastin", "font.size": 9, "axes.grid": True})
    drawn: dict[str, str] = {}
    for name, (one, across, up) in PICTURES.items():
        figure, axes = plt.subplots(1, len(LANGUAGES), figsize=INCHES, sharey=True)
        done = [
            one(axis, results, language, system)
            for axis, language in zip(axes, LANGUAGES, strict=True)
            for system in SYSTEMS
        ]
        for axis, language in zip(axes, LANGUAGES, strict=True):
            axis.set(title=LANGUAGE_NAMES[language], xlabel=across)
        axes[0].set_ylabel(up)
        axes[-1].legend(fontsize=7)
        if any(done):
            figure.tight_layout()
            figure.savefig(folder / f"{name}.svg", metadata={"Date": None})
            drawn[name] = f"images/{name}.svg"
        plt.close(figure)
    return drawn


def accuracy(axis: Any, results: Results, language: str, system: System) -> bool:
    """Accuracy on MASSIVE by examples of an intent, with the runs' range."""
    found = {
        SIZES[size]: mean
        for size in SIZES
        if (mean := runs(results, "massive", language, size, system.id).over(figures.accuracy))
    }
    means = [each.mean for each in found.values()]
    reach = [
        [each.mean - each.lowest for each in found.values()],
        [each.highest - each.mean for each in found.values()],
    ]
    if found:
        axis.errorbar(list(found), means, reach, marker="o", capsize=3, **_look(system))
    return bool(found)


def training(axis: Any, results: Results, language: str, system: System) -> bool:
    """Seconds to train from nothing by examples."""
    points = []
    for size in SIZES:
        found = runs(results, "massive", language, size, system.id)
        seconds, examples = cold_seconds(found), found.each("examples")
        if seconds and examples:
            points.append((examples.mean, seconds.mean))
    if points:
        axis.loglog(*zip(*points, strict=True), marker="o", **_look(system))
    return bool(points)


def reliability(axis: Any, results: Results, language: str, system: System) -> bool:
    """Share right by confidence on the labelled lines; on the diagonal, confidence is honest."""
    answers = figures.in_scope(runs(results, "labelled", language, 0, system.id).pooled)
    points = [(sure, right) for sure, right, _ in figures.reliability(answers)]
    if points:
        axis.plot([0, 1], [0, 1], color="#cccccc", linewidth=1)
        axis.plot(*zip(*points, strict=True), marker="o", markersize=3, **_look(system))
    return bool(points)


def length(axis: Any, results: Results, language: str, system: System) -> bool:
    """Accuracy by words in a labelled line."""
    answers = figures.in_scope(runs(results, "labelled", language, 0, system.id).pooled)
    parts = zip(LENGTH_NAMES, figures.by_length(answers), strict=True)
    points = [(name, figures.accuracy(mine)) for name, (_, mine) in parts if mine]
    if points:
        axis.plot(*zip(*points, strict=True), marker="o", **_look(system))
    return bool(points)


def _look(system: System) -> dict[str, Any]:
    return {"color": COLOURS[system.id], "label": system.name}


PICTURES: Final = {
    "accuracy": (accuracy, "examples of an intent", "accuracy on MASSIVE"),
    "training": (training, "examples in all", "seconds of training, from nothing"),
    "reliability": (reliability, "confidence", "share right"),
    "length": (length, "words in a labelled line", "accuracy"),
}
