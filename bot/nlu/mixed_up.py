"""Tells content owners, in plain words, which topics are taken for each other. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.catalogue import LANGUAGES, TOPICS

MOST: Final = 25
"""Pairs that are shown, unless one topic is asked for."""

LEAST: Final = 2
"""Sentences from which a pair is shown, unless one topic is asked for."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """An example, and what it was taken for when it had not been learnt."""

    text: str
    language: str
    topic: str
    """The intent it was written for."""

    taken_for: str
    at_once: bool
    """The likeliest intent would be taken; otherwise the bot asks."""


def report(
    found: Sequence[Judged], names: Mapping[str, str], topic: str | None = None
) -> Iterator[str]:
    """The pairs with their sentences, most sentences first; of one topic, all its pairs.

    `names` are the topics' labels by their intents.
    """
    own = [each for each in found if each.topic.startswith(TOPICS)]
    if topic:
        own = [each for each in own if topic in (each.topic, each.taken_for)]
    yield from _summary(own)
    mixed = pairs(own)
    shown = [
        (pair, mine)
        for pair, mine in mixed
        if topic in pair or (topic is None and len(mine) >= LEAST)
    ]
    if topic is None:
        shown = shown[:MOST]
    for (one, other), mine in shown:
        yield ""
        counted = "1 sentence" if len(mine) == 1 else f"{len(mine)} sentences"
        yield f"{counted}: {called(one, names)} and {called(other, names)}"
        for of, taken_for in ((one, other), (other, one)):
            yield from _sentences([each for each in mine if each.topic == of], taken_for)
    left = len(mixed) - len(shown)
    if left:
        yield ""
        yield f"{left} more pairs have fewer sentences. Name a topic to see all of its pairs."


def pairs(found: Iterable[Judged]) -> list[tuple[tuple[str, str], list[Judged]]]:
    """The mixed up sentences by pairs of topics in either direction, the largest first."""
    mixed: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for each in found:
        if each.taken_for != each.topic:
            one, other = sorted((each.topic, each.taken_for))
            mixed[one, other].append(each)
    return sorted(mixed.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def called(topic: str, names: Mapping[str, str]) -> str:
    """A topic by its id and label; small talk has no label."""
    return f"{topic} ({names[topic]})" if topic in names else f"small talk '{topic}'"


def _summary(own: Sequence[Judged]) -> Iterator[str]:
    """How many sentences found their own topic, by language."""
    for language in LANGUAGES:
        mine = [each for each in own if each.language == language]
        right = sum(each.taken_for == each.topic for each in mine)
        straight = sum(each.taken_for != each.topic and each.at_once for each in mine)
        if mine:
            yield (
                f"{language}: of {len(mine)} sentences, each hidden while the others are learnt,"
                f" {right} ({right / len(mine):.0%}) are nearest to their own topic;"
                f" {straight} would lead straight to another."
            )


def _sentences(mine: Sequence[Judged], taken_for: str) -> Iterator[str]:
    """Sentences of one topic that are taken for another."""
    if not mine:
        return
    yield f"  written for {mine[0].topic}, taken for {taken_for}:"
    for each in sorted(mine, key=lambda each: (LANGUAGES.index(each.language), not each.at_once)):
        yield f"    {each.language}  {each.text}" + ("" if each.at_once else "  (the bot asks)")
