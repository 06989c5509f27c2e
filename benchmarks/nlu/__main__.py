"""The benchmark of understanding: `make bench-nlu DATA=…`; see docs/developers/understanding.md.

Every finished part is kept in var/bench and not done again until what it depends on changes, so a
run may be stopped and started at will. The report is written from what is kept.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy and the encoder are imported

import typer

from benchmarks.nlu.cell import CellFailed, run
from benchmarks.nlu.progress import Progress, Size, spoken
from benchmarks.nlu.systems import ACCURACY, NAMES, SYSTEMS, System
from benchmarks.nlu.tasks import SPEED, Task, Work, tasks, work

if TYPE_CHECKING:
    from collections.abc import Iterator

SETS: Final = (*ACCURACY, SPEED)
BESIDE: Final = ("emergencies", "languages", "municipalities")
MANY: Final = 2000
"""Examples from which training DIET takes an hour and more."""

Cell = tuple[System, Task, Work]


def main(  # noqa: PLR0913, PLR0917 - its options
    data: Annotated[Path, typer.Argument(help="the folder with the public sets")],
    only: Annotated[str, typer.Option(help="parts to measure, commas between")] = ",".join(
        (*SETS, *BESIDE)
    ),
    systems: Annotated[str, typer.Option(help="systems to measure, commas between")] = ",".join(
        NAMES
    ),
    diet_seeds: Annotated[
        int, typer.Option(help=f"seeds or folds for DIET on {MANY} examples and more")
    ] = 1,
    tiny: Annotated[bool, typer.Option(help="a few lines of each, to try it")] = False,  # noqa: FBT002 - an option
    report_only: Annotated[bool, typer.Option(help="write the report of what is kept")] = False,  # noqa: FBT002 - an option
) -> None:
    """Train and test what is not kept yet, then write benchmarks/RESULTS.md of all that is."""
    kept = Path(os.environ.get("OPASTIN_VAR", "var")) / "bench" / ("tiny" if tiny else "")
    kept.mkdir(parents=True, exist_ok=True)
    parts = [] if report_only else only.split(",")
    cells = {kept / _name(*cell): cell for cell in _cells(data, diet_seeds, tiny=tiny)}
    missing = {
        file: cell
        for file, cell in cells.items()
        if not file.exists() and cell[0].id in systems.split(",") and cell[1].name in parts
    }
    _measure(missing, kept)
    results = [json.loads(file.read_text(encoding="utf-8")) for file in cells if file.exists()]
    from benchmarks.nlu.report import write  # noqa: PLC0415 - draws pictures

    print(write(results, data, kept, tiny=tiny, measured=parts))  # noqa: T201


def _cells(data: Path, diet_seeds: int, *, tiny: bool) -> Iterator[Cell]:
    """Systems and tasks; the quick systems first, so that a report says much early."""
    todo = [(task, work(task, data, tiny=tiny)) for task in tasks(SETS, tiny=tiny)]
    for system in SYSTEMS:
        for task, lines in todo if system.installed else ():
            slow = system.kind == "diet" and len(lines.learn) >= MANY and task.seed > diet_seeds
            if task.name in system.tasks and not slow:
                yield system, task, lines


def _measure(missing: dict[Path, Cell], kept: Path) -> None:
    """Run what is missing, and keep each result as soon as it is there."""
    progress = Progress()
    sizes = [_size(*cell) for cell in missing.values()]
    for number, (file, (system, task, lines)) in enumerate(missing.items()):
        print(  # noqa: T201
            f"{number + 1} of {len(missing)}: {system.name} on {task.name} {task.language}"
            f" {task.size or 'all'} seed {task.seed};"
            f" about {spoken(progress.left(sizes[number:]))} left",
            flush=True,
        )
        began = time.perf_counter()
        try:
            result = run(system, task, lines, kept)
        except CellFailed as failure:
            print(failure, flush=True)  # noqa: T201 - the others may do
            continue
        progress.finished(sizes[number], time.perf_counter() - began)
        file.write_text(json.dumps(result), encoding="utf-8")


def _size(system: System, _: Task, lines: Work) -> Size:
    return Size(
        system=system.id, examples=len(lines.learn), lines=len(lines.ask) + len(lines.timed)
    )


def _name(system: System, task: Task, lines: Work) -> str:
    """The file that keeps a cell."""
    size = task.size or "all"
    told = system.fingerprint(task, lines)
    return f"{task.name}-{task.language}-{size}-{task.seed}-{system.id}-{told}.json"


if __name__ == "__main__":
    typer.run(main)
