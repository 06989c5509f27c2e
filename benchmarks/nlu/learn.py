"""Trains one model with Rasa, in a process of its own: `python -m benchmarks.nlu.learn FOLDER`.

Embeddings are kept between runs, so the time of training is taken with all of them at hand (warm);
what one costs is measured beside it, and the report adds it (cold).
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any, Final

import rasa.engine.recipes.default_components  # noqa: F401 - before ours: it has a SpacyTokenizer too
from rasa.model_training import train_nlu

from benchmarks.nlu.cell import CONFIG, DATA, LEARNT, MODEL, WORK, on_one_core
from benchmarks.nlu.embeddings import embed, kept
from bot.language.e5.encoder import opened
from bot.language.encoder import E5
from bot.nlu import need_classifier

SAMPLE: Final = 100
"""Texts by which the time of embedding one is measured."""


def main() -> None:
    """Train, and write down how long it took."""
    folder = Path(sys.argv[1])
    on_one_core()
    texts = [each["text"] for each in _read(folder / DATA)["rasa_nlu_data"]["common_examples"]]
    each_ms = 0.0
    if os.environ["OPASTIN_ENCODER"] == E5:
        each_ms = milliseconds_each(texts)
        asked = [line["text"] for line in _read(folder / WORK)["ask"]]
        embed([*texts, *asked])
        need_classifier.kept_encoder = kept
    began = time.process_time()
    train_nlu(
        str(folder / CONFIG),
        str(folder / DATA),
        str(folder),
        fixed_model_name=MODEL.partition(".")[0],
    )
    seconds = time.process_time() - began
    told = {"training_seconds": seconds, "embedding_ms": each_ms}
    (folder / LEARNT).write_text(json.dumps(told), encoding="utf-8")


def milliseconds_each(texts: list[str]) -> float:
    """What embedding one of the texts costs on one core."""
    encoder = opened()
    encoder.encode(texts[:2])
    # Spread over all: the lengths differ by intent.
    some = texts[:: max(1, len(texts) // SAMPLE)]
    began = time.process_time()
    encoder.encode(some)
    return (time.process_time() - began) * 1000 / len(some)


def _read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
