"""The runs of one system on one set, out of everything that was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from benchmarks.nlu.figures import Mean, bounds, mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from benchmarks.nlu.figures import Answer

FOLDED: Final = ("own", "home")
"""Sets in which each run asks other lines."""

ABSENT: Final = "–"


@dataclass(frozen=True)
class Runs:
    """Seeds or folds of one system on one set, with the answers to lines of one language."""

    results: tuple[dict[str, Any], ...]
    answers: tuple[list[Answer], ...]

    def over(self, figure: Callable[[list[Answer]], float]) -> Mean | None:
        """A figure of each run, averaged."""
        return mean([figure(answers) for answers in self.answers])

    def each(self, key: str) -> Mean | None:
        """A number of each run, averaged."""
        return mean([float(result[key]) for result in self.results])

    @property
    def pooled(self) -> list[Answer]:
        """The answers of all runs together."""
        return [answer for answers in self.answers for answer in answers]

    @property
    def lines(self) -> int:
        """Different lines that were asked."""
        counts = [len(answers) for answers in self.answers] or [0]
        folded = self.results and self.results[0]["task"]["name"] in FOLDED
        return sum(counts) if folded else counts[0]


def runs(results: Iterable[dict[str, Any]], name: str, language: str, size: int, by: str) -> Runs:
    """Those of a system on a set; a model of both languages counts in each by its lines."""
    mine = []
    for result in results:
        task = result["task"]
        fits = (task["name"], task["size"], result["system"]) == (name, size, by)
        if fits and task["language"] in (language, "both"):
            mine.append(result)
    mine.sort(key=lambda result: result["task"]["seed"])
    answers = [[a for a in result["answers"] if a["language"] == language] for result in mine]
    return Runs(tuple(mine), tuple(answers))


def share(found: Mean | None, lines: int) -> str:
    """A mean share with the 95 % bounds that the number of lines allows."""
    if found is None or not lines:
        return ABSENT
    low, high = bounds(found.mean, lines)
    return f"{found.mean:.3f} ({low:.3f}–{high:.3f})"


def apart(found: Mean | None) -> str:
    """The lowest and the highest of the runs."""
    if found is None:
        return ABSENT
    if found.runs == 1:
        return "one run"
    return f"{found.lowest:.3f}–{found.highest:.3f}"


def number(found: Mean | None, digits: int = 3) -> str:
    """A mean."""
    return ABSENT if found is None else f"{found.mean:.{digits}f}"


def cold_seconds(found: Runs) -> Mean | None:
    """Seconds to train from nothing: with the embedding of every example."""
    return mean(
        [
            result["training_seconds"] + result["examples"] * result["embedding_ms"] / 1000
            for result in found.results
        ]
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table in Markdown."""
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows), ""]
