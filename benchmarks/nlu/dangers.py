"""The emergency guard over labelled lines and over lines that have nothing to do with danger."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from benchmarks.labelled import share
from benchmarks.nlu import lines
from benchmarks.nlu.embeddings import embed, kept
from benchmarks.nlu.runs import table
from bot.content import current
from bot.language.encoder import E5, choose_encoder
from bot.navigation.second_net import parts
from bot.nlu.fingerprint import fingerprint_of
from bot.release import current_release
from tests.understanding import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CODE: Final = ("bot/language", "bot/navigation", "content/emergencies", "tests/understanding")
CARD: Final = ("emergency",)
CARD_OR_QUESTION: Final = ("emergency", "unsure")
DANGER: Final = "labelled emergencies"
CALM: Final = "labelled look-alikes"

Said = tuple[str, str, str, str]
"""Source, language, kind and text."""


def fingerprint(_: Path) -> str:
    """Changes with the guard, what it has learnt, and the lines."""
    net = current_release().guard
    learnt = hashlib.sha256(net.read_bytes()).hexdigest() if net.exists() else "rules alone"
    return fingerprint_of(*CODE, "tests/nlu/ordinary_lines.yml", extra=learnt + choose_encoder())


def measure(data: Path, every: int) -> dict[str, Any]:
    """How often each verdict was given, by source, language and kind; of every n-th line."""
    said = list(_lines(data))[::every]
    if choose_encoder() == E5:
        embed(part for *_, text in said for part in parts(text))
        current.shared_encoder = kept
        current.forget()
    guard = current.guard()
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for source, language, kind, text in said:
        seen[f"{source}|{language}|{kind}"][guard.judge(text).state] += 1
    return {"net": current.second_net(current.catalogue()) is not None, "seen": seen}


def rows(found: dict[str, Any]) -> Iterator[str]:
    """Recall and false alarms by language, then by kind."""
    if not found["net"]:
        yield "The second net was not at hand: these are the rules alone."
        yield ""
    total: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    kinds: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for key, states in found["seen"].items():
        source, language, kind = key.split("|")
        total[source, language].update(states)
        if source in (DANGER, CALM):
            kinds[kind, language, source].update(states)
    head = ("lines", "", "card", "card or question")
    yield from table(
        head,
        (
            [source, language, _share(states, CARD), _share(states, CARD_OR_QUESTION)]
            for (source, language), states in sorted(total.items())
        ),
    )
    head = ("kind", "", "emergencies: card or question", "look-alikes: card")
    names = sorted({(kind, language) for kind, language, _ in kinds})
    yield from table(
        head,
        (
            [
                kind,
                language,
                _share(kinds[kind, language, DANGER], CARD_OR_QUESTION),
                _share(kinds[kind, language, CALM], CARD),
            ]
            for kind, language in names
        ),
    )


def _share(states: Counter[str], wanted: tuple[str, ...]) -> str:
    return share(sum(states[state] for state in wanted), sum(states.values())).strip()


def _lines(data: Path) -> Iterator[Said]:
    for line in labelled.emergencies():
        if line.half == "test":
            yield DANGER if line.danger else CALM, line.language, line.label, line.text
    everyday = {
        "labelled topics": lines.judging(),
        "MASSIVE, all lines": chain(*(lines.massive(data, code) for code in lines.LANGUAGES)),
        "SweFAQ, all questions": chain(*(lines.swefaq(data, part)[1] for part in ("dev", "test"))),
        "own examples and small talk": lines.own(),
        "ordinary lines": lines.ordinary(),
    }
    for source, found in everyday.items():
        yield from ((source, each.language, "", each.text) for each in found)
