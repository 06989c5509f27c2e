"""Something worth a look that stops nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.content.problem import Problem

Kind = Literal[
    "unconfirmed files",
    "low facts",
    "expired but unused",
    "expiring soon",
    "unknown today",
    "long sentences",
    "jargon",
    "doubtful examples",
    "examples with a card",
]


@dataclass(frozen=True, kw_only=True, order=True)
class Note(Problem):
    """One thing to look at when there is time; a check that only notes still passes."""

    kind: Kind
    """What it is counted under."""
