"""Too few examples, and examples that stand in two places."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.catalogue import LANGUAGES, Need
from bot.content.checks.spot import Spot
from bot.content.checks.things import topics
from bot.language.normalise import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue, Language
    from bot.content.problem import Problem

FEWEST_OF_NEED: Final = 15
FEWEST_OF_FAQ: Final = 10
FEWEST_DESCRIPTIONS: Final = 40
FEWEST_HARMLESS: Final = 20
NAMES: Final = {"fi": "Finnish", "sv": "Swedish"}


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Lists that teach too little, and examples that teach two things."""
    for _, topic, spot in topics(catalogue, root):
        fewest = FEWEST_OF_NEED if isinstance(topic, Need) else FEWEST_OF_FAQ
        if topic.examples:
            yield from _too_few(topic.examples, fewest, "examples", spot.at("examples"))
    for emergency in catalogue.emergencies.values():
        spot = Spot(root, f"emergencies/{emergency.id}.yml")
        for name, given, fewest in (
            ("descriptions", emergency.descriptions, FEWEST_DESCRIPTIONS),
            ("harmless", emergency.harmless, FEWEST_HARMLESS),
        ):
            yield from _too_few(given, fewest, name, spot.at(name))
    yield from _twice(catalogue, root)


def _too_few(
    given: dict[Language, tuple[str, ...]], fewest: int, name: str, spot: Spot
) -> Iterator[Problem]:
    for language in LANGUAGES:
        count = len(given.get(language, ()))
        if count < fewest:
            says = f"'{name}' has {count} lines in {NAMES[language]} and needs {fewest}."
            fix = f"write {fewest - count} more, as residents would."
            yield spot.at(language).problem(says, fix)


@lru_cache(maxsize=50_000)
def sense(example: str) -> str:
    """What an example comes down to: its words in any order; alone, a word said twice is another.

    Empty when it has no words.
    """
    used = words(example)
    return " ".join(sorted(set(used)) if len(set(used)) > 1 else used)


def owners(catalogue: Catalogue, root: Path) -> Iterator[tuple[str, str, Language, str, Spot]]:
    """Every example: its sense, its intent, its language, as it is written, its place."""
    for intent, topic, spot in topics(catalogue, root):
        for language in LANGUAGES:
            for number, example in enumerate(topic.examples.get(language, ())):
                if found := sense(example):
                    place = spot.at("examples", language, number)
                    yield found, intent, language, example, place


def _twice(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """The same words, in any order, under two topics, or twice in a list."""
    first: dict[str, tuple[str, Language, Spot]] = {}
    for found, intent, language, example, spot in owners(catalogue, root):
        other, other_language, where = first.setdefault(found, (intent, language, spot))
        if where == spot:
            continue
        if other != intent:
            says = f"'{example}' is also an example of '{_topic(other)}' ({where})."
            yield spot.problem(says, "keep it where it belongs and remove the other.")
        elif other_language == language:
            says = f"'{example}' says the same as line {where.line}."
            yield spot.problem(says, "remove one of the two, or say it in another way.")


def _topic(intent: str) -> str:
    return intent.partition("_")[2]
