"""Milliseconds of each component of the pipeline on the trained model, in this process.

usage: python -m benchmarks.stages [ROUNDS]
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from rasa.engine.graph import GraphNode

from benchmarks.table import LINES, ROUNDS, print_table
from bot.nlu.loaded import Interpreter

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Time every graph node while the lines are read, and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    interpreter = Interpreter()
    for _, text in LINES:
        interpreter.read(text)
    spent: dict[str, list[float]] = defaultdict(list)
    GraphNode.__call__ = timed(GraphNode.__call__, spent)  # type: ignore[method-assign]
    for _ in range(rounds):
        for _, text in LINES:
            began = time.perf_counter()
            interpreter.read(text)
            spent["the whole graph"].append((time.perf_counter() - began) * 1000)
    print_table(sorted(spent.items()))


def timed(call: Callable[..., Any], spent: dict[str, list[float]]) -> Callable[..., Any]:
    """A graph node's call that notes how long it took, under the component's name."""

    def wrapped(node: Any, *inputs: Any) -> Any:
        began = time.perf_counter()
        result = call(node, *inputs)
        name = f"  {node._component_class.__name__}"  # noqa: SLF001 - Rasa gives no other way
        spent[name].append((time.perf_counter() - began) * 1000)
        return result

    return wrapped


if __name__ == "__main__":
    main()
