"""How well the trained model understands the lines of tests/understanding.

usage: python -m benchmarks.labelled [tuning|test] [--show]     (in Rasa's environment)

Prints, by language: for emergencies the share with the card, with the card or the question, and
the false alarms of look-alikes, each with 95 % bounds, and by kind; for topics the share found at
once, offered among the choices, and missed. `--show` prints what went wrong; of the tuning half
only, so that the test half goes on judging.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from benchmarks.nlu.figures import bounds
from bot.catalogue import TOPICS
from bot.content.current import guard
from bot.nlu.loaded import Interpreter
from tests.understanding.labelled import LANGUAGES, NOTHING, Labelled, emergencies, topics

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

TUNING: Final = "tuning"


def main() -> None:
    """Print the tables for one half, or for both together."""
    half = next((name for name in sys.argv[1:] if name in (TUNING, "test")), None)
    show = "--show" in sys.argv and half == TUNING
    dangers = [line for line in emergencies() if half in (None, line.half)]
    judged = [(line, guard().judge(line.text).state) for line in dangers]
    for row in guarded(judged):
        print(row)  # noqa: T201 - what the command is for
    model = Interpreter()
    found = [(line, outcome(model, line)) for line in topics() if half in (None, line.half)]
    for row in understood([(line, how) for line, (how, _) in found]):
        print(row)  # noqa: T201
    if show:
        for line, state in judged:
            if line.danger != (state in ("emergency", "unsure")):
                print(f"{line.language} {line.label:24} {state:9} {line.text}")  # noqa: T201
        for line, (how, said) in found:
            if how not in ("at once", "rightly refused"):
                print(f"{line.language} {line.label:28} {how:8} {said:40} {line.text}")  # noqa: T201


def guarded(judged: Sequence[tuple[Labelled, str]]) -> Iterator[str]:
    """Rows on the guard, by language and then by kind."""
    for language in LANGUAGES:
        mine = [pair for pair in judged if pair[0].language == language]
        yield from _guard_rows(language, mine)
    kinds: dict[str, list[tuple[Labelled, str]]] = defaultdict(list)
    for pair in judged:
        kinds[pair[0].label].append(pair)
    for kind, mine in sorted(kinds.items()):
        danger = [state for line, state in mine if line.danger]
        calm = [state for line, state in mine if not line.danger]
        caught = sum(state in ("emergency", "unsure") for state in danger)
        alarms = calm.count("emergency")
        yield f"  {kind:28} caught {caught}/{len(danger)}  false cards {alarms}/{len(calm)}"


def _guard_rows(name: str, mine: Sequence[tuple[Labelled, str]]) -> Iterator[str]:
    danger = [state for line, state in mine if line.danger]
    calm = [state for line, state in mine if not line.danger]
    for title, states, among in (
        ("emergencies: card", ("emergency",), danger),
        ("emergencies: card or question", ("emergency", "unsure"), danger),
        ("look-alikes: card", ("emergency",), calm),
        ("look-alikes: card or question", ("emergency", "unsure"), calm),
    ):
        yield f"{name}  {title:32} {share(sum(state in states for state in among), len(among))}"


def outcome(model: Interpreter, line: Labelled) -> tuple[str, str]:
    """Where the line leads, as `at once`, `offered`, `missed` …, and the intents themselves."""
    read = model.read(line.text)
    intent = read["intent"]["name"]
    choices = [each["topic"] for each in read.get("candidates", ())]
    topic = intent.startswith(TOPICS)
    said = intent if intent != "unsure" else "? " + " ".join(choices)
    if line.label == NOTHING:
        return ("rightly refused" if not topic and not choices else "misled", said)
    right = {line.label, *line.also}
    if intent in right:
        return "at once", said
    return ("offered" if right & set(choices) else "misled" if topic else "missed"), said


def understood(found: Iterable[tuple[Labelled, str]]) -> Iterator[str]:
    """Rows on the topics, by language."""
    pairs = list(found)
    for language in LANGUAGES:
        mine = [pair for pair in pairs if pair[0].language == language]
        yield from _topic_rows(language, "topics", mine, lambda line: line.label != NOTHING)
        yield from _topic_rows(language, "out of scope", mine, lambda line: line.label == NOTHING)


def _topic_rows(
    language: str,
    name: str,
    pairs: Sequence[tuple[Labelled, str]],
    belongs: Callable[[Labelled], bool],
) -> Iterator[str]:
    outcomes = [how for line, how in pairs if belongs(line)]
    for how in sorted(set(outcomes)):
        yield f"{language}  {name + ': ' + how:32} {share(outcomes.count(how), len(outcomes))}"


def share(count: int, total: int) -> str:
    """A share with its 95 % bounds (Wilson)."""
    if not total:
        return "none"
    low, high = bounds(count / total, total)
    return f"{count / total:6.1%}  ({low:.1%} to {high:.1%}, of {total})"


if __name__ == "__main__":
    main()
