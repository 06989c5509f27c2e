"""Keywords against keywords and examples: what one topic claims of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.catalogue import LANGUAGES
from bot.content.checks.examples import owners
from bot.content.checks.things import topics
from bot.language.patterns import Pattern, PatternError
from bot.language.rulebook import Rulebook
from bot.language.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue
    from bot.content.checks.spot import Spot
    from bot.content.problem import Problem


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Keywords of two topics: what settles two things settles neither."""
    first: dict[str, tuple[str, Spot]] = {}
    for pattern, intent, spot in _keywords(catalogue, root):
        other, where = first.setdefault(" ".join(sorted(pattern.text.split())), (intent, spot))
        if other != intent:
            says = f"'{_short(pattern.text)}' is a keyword of another topic too ({where})."
            yield spot.problem(says, "keep it where it belongs, or add a word to both.")


def doubtful(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Examples that keywords would lead astray, were they alone; reads every example (seconds)."""
    owned = list(_keywords(catalogue, root))
    rulebook = Rulebook([pattern for pattern, _, _ in owned])
    for _, intent, _, example, spot in owners(catalogue, root):
        claims: dict[str, tuple[Pattern, Spot]] = {}
        for number, _ in rulebook.find(tokenise(example)):
            pattern, claimant, where = owned[number]
            claims.setdefault(claimant, (pattern, where))
        if len(claims) == 1 and intent not in claims:
            pattern, where = next(iter(claims.values()))
            says = f"'{example}' is claimed by the keyword '{_short(pattern.text)}' ({where})."
            fix = "add '!word' to that keyword, give this topic one too, or leave it."
            yield spot.note("doubtful examples", says, fix)


def _keywords(catalogue: Catalogue, root: Path) -> Iterator[tuple[Pattern, str, Spot]]:
    """Every keyword that can be read, with its intent and place."""
    for intent, topic, spot in topics(catalogue, root):
        for language in LANGUAGES:
            for number, keyword in enumerate(topic.keywords.get(language, ())):
                pattern = _parsed(keyword)
                if pattern:
                    yield pattern, intent, spot.at("keywords", language, number)


def _parsed(keyword: str) -> Pattern | None:
    try:
        return Pattern.parse(keyword)
    except PatternError:  # the reader has told it
        return None


def _short(keyword: str) -> str:
    return keyword if len(keyword) <= 40 else f"{keyword[:39]}…"  # noqa: PLR2004 - it stands in its file
