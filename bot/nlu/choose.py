"""From keywords and probabilities to one intent, or to candidates. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.catalogue import TOPICS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

UNSURE: Final = "unsure"
INFORM: Final = "inform"
EMERGENCY: Final = "emergency"
CHANGE_LANGUAGE: Final = "change_language"
HUMAN: Final = "human"

KEYWORD_WEIGHT: Final = 5.0
"""How many times likelier a topic is when one of its keywords is in the message. With 20 two or
three of a hundred labelled lines were misled or missed that are offered with 3 to 5."""

SURE: Final = 0.50
"""Probability from which the likeliest intent is taken, with the next ones offered beside it."""

AHEAD: Final = 1.5
"""How many times likelier than the next the likeliest must be to be taken below SURE, the next
ones beside it. Of the labelled lines .5 % to 1.5 % more are answered at once than with 2.5, and as
many are led astray without the right topic beside."""

ORDER: Final = 2.5
"""How many times likelier the later of two named topics must be to come first all the same; of the
labelled lines the first named is never wrong until 2.8."""

BOTH: Final = 0.80
"""Probability that two named topics must have together for the first named to be taken although
neither is SURE: two needs in one message."""

LEAST: Final = 0.18
"""Probability below which the likeliest topic is never taken."""

LEAST_TALK: Final = 0.45
"""The same of small talk, which nonsense resembles; not of asking for a person."""

CANDIDATE: Final = 0.03
"""Probability a topic must have to be offered as a choice."""

LIKELY: Final = 0.08
"""Probability that the best of the candidates must have, or the resident is asked to rephrase; on
labelled lines (tests/understanding) it costs none that is meant and spares choices from nonsense.
"""

BESIDE: Final = 0.08
"""Probability from which another topic is offered beside the one that is taken."""

MOST_CANDIDATES: Final = 3
MOST_BESIDE: Final = 2


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The intent of a message; the likely topics when it is unsure, other ones when it is not."""

    intent: str
    confidence: float
    candidates: tuple[tuple[str, float], ...] = ()


def weigh(probabilities: Mapping[str, float], keyworded: Collection[str]) -> dict[str, float]:
    """The probabilities with the topics whose keywords were found made likelier; they sum to 1."""
    raised = {
        label: p * (KEYWORD_WEIGHT if label in keyworded else 1.0)
        for label, p in probabilities.items()
    }
    total = sum(raised.values()) or 1.0
    return {label: p / total for label, p in raised.items()}


def choose(weighed: Mapping[str, float], named: Sequence[str]) -> Choice:
    """The likeliest intent when it is likely enough, else `unsure` with the topics it may be.

    `named` are the intents whose keywords are in the message, in the order of the message: of two
    that are both named and nearly as likely, the first named comes first. One topic alone is what
    the resident is guided to, so it must be as likely as any that is taken.
    """
    ranked = sorted(weighed.items(), key=lambda pair: -pair[1])
    (first, p), (other, second) = ranked[0], ranked[1]
    if p < ORDER * second and [each for each in named if each in {first, other}] == [other, first]:
        first, other = other, first
        ranked[:2] = [(first, p), (other, second)]
    least = LEAST if first.startswith((*TOPICS, HUMAN)) else LEAST_TALK
    likely = tuple(
        (label, score) for label, score in ranked if label.startswith(TOPICS) and score >= CANDIDATE
    )
    two_needs = {first, other} <= set(named) and p + second >= BOTH
    if p >= SURE or two_needs or (p >= least and p >= AHEAD * second):
        topic = first.startswith(TOPICS)
        others = tuple(pair for pair in likely if topic and pair[0] != first and pair[1] >= BESIDE)
        return Choice(intent=first, confidence=p, candidates=others[:MOST_BESIDE])
    if likely and likely[0][1] < (LIKELY if len(likely) > 1 else LEAST):
        likely = ()
    return Choice(intent=UNSURE, confidence=p, candidates=likely[:MOST_CANDIDATES])
