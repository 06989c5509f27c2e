"""Figures over answers: pure."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import f1_score, roc_auc_score

from bot.catalogue import TOPICS
from tests.understanding.labelled import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Answer = Mapping[str, Any]
    """label, found, confidence, taken, words and language of a line (benchmarks.nlu.read)."""

BINS: Final = 10
LENGTHS: Final = ((1, 2), (3, 5), (6, 10), (11, 20), (21, 10**6))
"""Words in a message, from and to."""


@dataclass(frozen=True, kw_only=True)
class Mean:
    """A figure over several seeds or folds."""

    mean: float
    lowest: float
    highest: float
    runs: int


def mean(values: Sequence[float]) -> Mean | None:
    """Their mean and how far they lie apart; None when there are none."""
    known = [value for value in values if not np.isnan(value)]
    if not known:
        return None
    return Mean(mean=fmean(known), lowest=min(known), highest=max(known), runs=len(known))


def in_scope(answers: Sequence[Answer]) -> list[Answer]:
    """Those that have a right answer."""
    return [answer for answer in answers if answer["label"] != NOTHING]


def out_of_scope(answers: Sequence[Answer]) -> list[Answer]:
    """Those that nothing answers."""
    return [answer for answer in answers if answer["label"] == NOTHING]


def accuracy(answers: Sequence[Answer]) -> float:
    """Share whose likeliest label is right."""
    return fmean(map(right, answers)) if answers else float("nan")


def right(answer: Answer) -> bool:
    """Whether the likeliest label is right."""
    return bool(answer["found"] == answer["label"])


def macro_f1(answers: Sequence[Answer]) -> float:
    """F1 of each label that occurs, averaged."""
    if not answers:
        return float("nan")
    labels = sorted({answer["label"] for answer in answers})
    truth, found = zip(*((a["label"], a["found"]) for a in answers), strict=True)
    return float(f1_score(truth, found, labels=labels, average="macro", zero_division=0))


def reliability(answers: Sequence[Answer]) -> Iterator[tuple[float, float, int]]:
    """By tenths of confidence: mean confidence, share right, number."""
    tenths: dict[int, list[Answer]] = {}
    for answer in answers:
        tenths.setdefault(min(int(answer["confidence"] * BINS), BINS - 1), []).append(answer)
    for _, mine in sorted(tenths.items()):
        yield fmean(a["confidence"] for a in mine), accuracy(mine), len(mine)


def calibration_error(answers: Sequence[Answer]) -> float:
    """Mean distance between confidence and share right (ECE, ten bins)."""
    if not answers:
        return float("nan")
    found = reliability(answers)
    return sum(abs(sure - share) * number for sure, share, number in found) / len(answers)


def told_apart(answers: Sequence[Answer]) -> float:
    """How well confidence tells what is in scope from what is not (AUROC; .5 is chance)."""
    inside = [a["label"] != NOTHING for a in answers]
    if len(set(inside)) < 2:  # noqa: PLR2004 - one class has no curve
        return float("nan")
    return float(roc_auc_score(inside, [answer["confidence"] for answer in answers]))


def taken(answers: Sequence[Answer]) -> float:
    """Share on which the system would act."""
    return fmean(bool(answer["taken"]) for answer in answers) if answers else float("nan")


def misled(answers: Sequence[Answer]) -> float:
    """Share of what is out of scope that is led to a topic; small talk misleads nobody."""
    lost = out_of_scope(answers)
    led = [a["taken"] and a["found"].startswith(TOPICS) for a in lost]
    return fmean(map(bool, led)) if led else float("nan")


def by_length(answers: Sequence[Answer]) -> Iterator[tuple[tuple[int, int], list[Answer]]]:
    """The answers to messages of so many words, for each of LENGTHS."""
    for least, most in LENGTHS:
        yield (least, most), [a for a in answers if least <= a["words"] <= most]


def bounds(share: float, lines: int) -> tuple[float, float]:
    """Wilson's 95 % bounds of a share that so many lines gave."""
    found = binomtest(round(share * lines), lines).proportion_ci(method="wilson")
    return float(found.low), float(found.high)
