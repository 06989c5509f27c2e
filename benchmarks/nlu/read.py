"""Reads with one trained model, in a process of its own: `python -m benchmarks.nlu.read FOLDER`.

First as it would serve, for load time, memory and milliseconds; then all lines of the task, with
the embeddings that are kept.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.nlu.cell import DATA, MODEL, READ, WORK, on_one_core
from benchmarks.nlu.embeddings import kept
from bot.language.e5.encoder import E5Encoder
from bot.nlu import need_classifier
from bot.nlu.loaded import Interpreter

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

WARM_UP: Final = 10


def main() -> None:
    """Time a model, ask it everything, and write both down."""
    folder = Path(sys.argv[1])
    on_one_core()
    work = json.loads((folder / WORK).read_text(encoding="utf-8"))
    told = timed(folder / MODEL, work["timed"])
    need_classifier.RANKING = sys.maxsize  # SweFAQ chooses among answers that may come late
    need_classifier.shared_encoder = kept
    model = Interpreter(folder / MODEL)
    examples = json.loads((folder / DATA).read_text(encoding="utf-8"))["rasa_nlu_data"]
    labels = {each["intent"] for each in examples["common_examples"]}
    told["answers"] = [answered(model.read(line["text"]), line, labels) for line in work["ask"]]
    (folder / READ).write_text(json.dumps(told), encoding="utf-8")


def timed(model_file: Path, texts: Sequence[str]) -> dict[str, Any]:
    """Load time, memory, and the milliseconds of each text, with whether it was embedded."""
    began = time.process_time()
    model = Interpreter(model_file)
    loaded = time.process_time() - began
    calls: list[int] = []
    encode = E5Encoder.encode

    def counted(encoder: E5Encoder, asked: Sequence[str]) -> Any:
        calls.append(len(asked))
        return encode(encoder, asked)

    E5Encoder.encode = counted  # type: ignore[method-assign]
    for text in texts[-WARM_UP:]:
        model.read(text)
    took, embedded = [], []
    for text in texts:
        calls.clear()
        began = time.process_time()
        model.read(text)
        took.append(round((time.process_time() - began) * 1000, 2))
        embedded.append(bool(calls))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"load_seconds": loaded, "memory_mb": peak, "ms": took, "embedded": embedded}


def answered(read: dict[str, Any], line: dict[str, Any], labels: Collection[str]) -> dict[str, Any]:
    """What the model made of a line: the likeliest label and whether it would act on it."""
    name, confidence = likeliest(read, line["among"] or labels)
    if name in line["also"]:
        name = line["label"]
    return {
        "language": line["language"],
        "label": line["label"],
        "words": len(line["text"].split()),
        "found": name,
        "confidence": round(confidence, 4),
        "taken": read["intent"]["name"] not in REFUSALS,
    }


REFUSALS: Final = frozenset({None, "", "unsure", "nlu_fallback"})
"""What stands for no intent: ours, and Rasa's."""


def likeliest(read: dict[str, Any], among: Collection[str]) -> tuple[str, float]:
    """The label with the highest confidence, of those to choose from; refusals are none of them."""
    ranked = [
        (each["confidence"], each["name"])
        for each in read.get("intent_ranking", ())
        if each["name"] in among
    ]
    confidence, name = max(ranked, default=(0.0, ""))
    return name, float(confidence)


if __name__ == "__main__":
    main()
