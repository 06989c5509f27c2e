"""One system on one task: the files that pass between the benchmark and its child processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from benchmarks.nlu.systems import System
    from benchmarks.nlu.tasks import Task, Work

DATA: Final = "nlu.json"
CONFIG: Final = "config.yml"
WORK: Final = "work.json"
LEARNT: Final = "learnt.json"
READ: Final = "read.json"
MODEL: Final = "model.tar.gz"
LOG: Final = "log.txt"

QUIET: Final = {
    "OMP_NUM_THREADS": "1",
    "RASA_TELEMETRY_ENABLED": "false",
    "RASA_MAX_CACHE_SIZE": "0",  # a cached part would be no training
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "PYTHONWARNINGS": "ignore",
}


class CellFailed(Exception):
    """A child process came to nothing."""


def run(system: System, task: Task, work: Work, kept: Path) -> dict[str, Any]:
    """Learn and read in two processes of one core each; what they measured."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, system, task, work)
        for part in ("benchmarks.nlu.learn", "benchmarks.nlu.read"):
            with (kept / LOG).open("a", encoding="utf-8") as log:
                done = subprocess.run(  # noqa: S603 - our own interpreter
                    [sys.executable, "-m", part, str(folder)],
                    env={**os.environ, **QUIET, **system.environment},
                    stdout=log,
                    stderr=log,
                    check=False,
                )
            if done.returncode:
                raise CellFailed(f"{part} of {system.id} on {task} failed. Fix: read {kept / LOG}.")
        measured = {**_load(folder / LEARNT), **_load(folder / READ)}
    return {"system": system.id, "task": asdict(task), "examples": len(work.learn), **measured}


def prepare(folder: Path, system: System, task: Task, work: Work) -> None:
    """Write what the children read.

    Rasa's JSON form, though it is old: in its YAML form a bracket in a text makes an entity.
    """
    examples = [{"text": line.text, "intent": line.label, "entities": []} for line in work.learn]
    _dump(folder / DATA, {"rasa_nlu_data": {"common_examples": examples}})
    _dump(folder / WORK, {"ask": [asdict(line) for line in work.ask], "timed": list(work.timed)})
    config = yaml.safe_dump(system.config(task), sort_keys=False)
    (folder / CONFIG).write_text(config, encoding="utf-8")


def on_one_core() -> None:
    """Keep this process, and those it starts, on one core, so that times can be compared."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _load(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def _dump(file: Path, told: Any) -> None:
    file.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
