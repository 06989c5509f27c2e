"""What is measured with, and how it is printed."""

from __future__ import annotations

import statistics
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS: Final = 30
LINES: Final = (
    ("fi", "kirvelee kun käyn vessassa"),
    ("sv", "det svider när jag kissar"),
    ("fi", "haluaisin varata ajan lääkärille, asun Sipoossa"),
    ("sv", "jag vill boka tid till läkare, jag bor i Borgå"),
    ("fi", "moi"),
    ("sv", "vad kostar ett läkarbesök"),
)


def print_table(rows: Sequence[tuple[str, Sequence[float]]]) -> None:
    """Name, median and 95th percentile of each row, in milliseconds."""
    sys.stdout.write(f"{'':52}{'median':>10}{'p95':>10}\n")
    for name, values in rows:
        ordered = sorted(values)
        tail = ordered[int(len(ordered) * 0.95)]
        sys.stdout.write(f"{name:52}{statistics.median(ordered):9.1f}{tail:10.1f} ms\n")
