"""Writes benchmarks/RESULTS.md and its pictures from what was measured."""

from __future__ import annotations

import json
import os
import platform
import re
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any, Final

from benchmarks.nlu import compare, dangers, languages, pictures, towns
from benchmarks.nlu.bars import bars
from benchmarks.nlu.systems import SYSTEMS
from bot.clock import now
from bot.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

RESULTS: Final = ROOT / "benchmarks" / "RESULTS.md"
BESIDE: Final = {"emergencies": dangers, "languages": languages, "municipalities": towns}
"""Measured in this process, not with trained models."""

FRAME: Final = Path(__file__).with_name("report.md")
"""The report without its figures."""

TRIAL: Final = "**A trial of the machinery on a few lines: these figures mean nothing.**"
SOME: Final = 200
"""To try the machinery, every so many lines are enough."""


def write(
    results: compare.Results, data: Path, kept: Path, *, tiny: bool, measured: Collection[str]
) -> Path:
    """The report; of a trial it stays with the figures, beside which nothing is overwritten."""
    file = kept / RESULTS.name if tiny else RESULTS
    beside = {
        name: _beside(name, data, kept, tiny=tiny, measure=name in measured) for name in BESIDE
    }
    drawn = pictures.draw(results, file.parent / "images")
    told = _told(results, beside)
    for name, picture in drawn.items():
        told[name] = f"![{name}]({picture})\n\n{told[name]}"
    told |= {"warning": TRIAL if tiny else "", "made": _made()}
    text = Template(FRAME.read_text(encoding="utf-8")).substitute(told)
    file.write_text(re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n", encoding="utf-8")
    return file


def _beside(name: str, data: Path, kept: Path, *, tiny: bool, measure: bool) -> Any:
    """What was measured before of the guard, languages or places; else it is measured now."""
    part = BESIDE[name]
    file = kept / f"{name}-{part.fingerprint(data)[:12]}.json"
    if not file.exists():
        if not measure:
            return None
        print(f"Measuring {name}.", flush=True)  # noqa: T201 - it takes a while
        found = part.measure(data, SOME if tiny else 1)
        file.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return json.loads(file.read_text(encoding="utf-8"))


def _told(results: compare.Results, beside: dict[str, Any]) -> dict[str, str]:
    """The tables, by their places in the frame."""
    tables: dict[str, Iterable[str]] = {
        "bars": bars(results),
        "accuracy": chain.from_iterable(compare.accuracies(results, name) for name in compare.SETS),
        "length": compare.lengths(results),
        "reliability": compare.threshold(results),
        "training": compare.costs(results),
        **{name: _judged(name, found) for name, found in beside.items()},
    }
    return {name: "\n".join(rows) for name, rows in tables.items()}


def _made() -> str:
    """When, on what, with what, and what was absent."""
    told = (
        f"Written on {now():%Y-%m-%d} on {_processor()}, one core for each system; Python"
        f" {platform.python_version()}, Rasa {version('rasa')}, scikit-learn"
        f" {version('scikit-learn')}, TensorFlow {version('tensorflow')}."
    )
    absent = [system.name for system in SYSTEMS if not system.installed]
    if absent:
        told += f" Not installed on this machine, and so left out: {', '.join(absent)}."
    return told


def _judged(name: str, found: Any) -> Iterator[str]:
    if found is None:
        yield from ("Not run yet, or what it depends on has changed (`make bench-nlu DATA=…`).", "")
        return
    yield from BESIDE[name].rows(found)


def _processor() -> str:
    """The processor by its name, and how many cores may be used."""
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in told if line.startswith("model name")]
    cores = len(os.sched_getaffinity(0))
    return f"{names[0] if names else platform.machine()} ({cores} cores)"
