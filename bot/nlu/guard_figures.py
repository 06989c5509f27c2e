"""Measures the guard on lines it has not learnt: `python -m bot.nlu.guard_training --figures`.

Five folds over descriptions, harmless lines, examples and small talk; lines that are nearly alike
stay in one fold. A folder given after `--figures`, with MASSIVE's fi-FI.jsonl.gz and
sv-SE.jsonl.gz (CC BY 4.0), adds lines that have nothing to do with health.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

from bot.catalogue import Language
from bot.content.current import catalogue
from bot.language.embedding import kept_encoder
from bot.language.standard import standard
from bot.navigation.emergency import NOTHING, Guard
from bot.navigation.second_net import SecondNet, parts
from bot.navigation.weights import HARMLESS
from bot.nlu.folds import folds
from bot.nlu.guard_training import Line, fit, lines, taught

FOLDS: Final = 5
ORDINARY: Final = Path("tests/nlu/ordinary_lines.yml")
MASSIVE: Final[dict[Language, str]] = {"fi": "fi-FI.jsonl.gz", "sv": "sv-SE.jsonl.gz"}


def figures(folder: Path | None = None) -> Iterator[str]:
    """Of each source and language: the share with a card, and with a card or a question."""
    content, rows = catalogue(), kept_encoder("figures")
    own, others = lines(content), list(_others(folder))
    rows.encode(
        [standard(part, line.language) for line in [*own, *others] for part in parts(line.text)]
    )
    fold_of = folds([line.text for line in own], FOLDS)
    seen: dict[tuple[str, str], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for number in range(FOLDS):
        learnt = taught([line for line, fold in zip(own, fold_of, strict=True) if fold != number])
        held_out = [line for line, fold in zip(own, fold_of, strict=True) if fold == number]
        net = SecondNet(fit(learnt, rows, ""), rows)
        guard = Guard(content.emergencies.values(), net)
        for line in held_out if number else [*held_out, *others]:
            likely, ruled = net.likely(line.text), guard.judge_by_rules(line.text)
            judged = {
                "rules": ruled,
                "net": guard.weigh(NOTHING, likely),
                "both": ruled if ruled.state == "emergency" else guard.weigh(ruled, likely),
            }
            for name, verdict in judged.items():
                seen[line.source, line.language][name][verdict.state] += 1
    yield f"{'source':12} lang {'lines':>6}" + "".join(
        f" {name + ' card':>11} {'or asked':>9}" for name in ("rules", "net", "both")
    )
    for (source, language), judged_by in sorted(seen.items()):
        total = sum(judged_by["both"].values())
        shares = "".join(
            f" {states['emergency'] / total:11.2%}"
            f" {(states['emergency'] + states['unsure']) / total:9.2%}"
            for states in judged_by.values()
        )
        yield f"{source:12} {language:4} {total:6}{shares}"


def _others(folder: Path | None) -> Iterator[Line]:
    """Everyday lines that nothing is learnt from."""
    if ORDINARY.exists():
        ordinary = YAML(typ="safe").load(ORDINARY.read_text(encoding="utf-8"))
        for language, texts in ordinary.items():
            for text in texts:
                yield Line(text, language, HARMLESS, "", "ordinary")
    if folder is None:
        return
    for language, name in MASSIVE.items():
        with gzip.open(folder / name, "rt", encoding="utf-8") as file:
            for said in map(json.loads, file):
                if said["partition"] == "test":
                    yield Line(said["utt"], language, HARMLESS, "", "massive")
