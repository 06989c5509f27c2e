"""Messages that the bot would look for in vain."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from bot.catalogue import LANGUAGES
from bot.content.checks.spot import Spot
from bot.saying.wanted import WANTED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue, Text
    from bot.content.problem import Problem


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Messages that code asks for and nobody wrote, or that ask for facts it does not give."""
    for key, facts in WANTED.items():
        topic, _, name = key.partition(".")
        spot = Spot(root, f"messages/{topic}.yml")
        text = catalogue.messages.get(key)
        if text is None and (spot.value is not None or not (root / spot.name).exists()):
            fix = f"add a line '{name}: {{fi: …, sv: …}}'."
            yield spot.problem(f"the message '{name}' is missing, and the bot says it.", fix)
        if text is not None:
            yield from _unfilled(text, facts, spot.at(name))


def _unfilled(text: Text, facts: tuple[str, ...], spot: Spot) -> Iterator[Problem]:
    given = ", ".join(f"{{{fact}}}" for fact in facts) or "none"
    for language in LANGUAGES:
        for strange in sorted(_placeholders(text.into(language)) - set(facts)):
            says = f"nothing fills {{{strange}}} here."
            yield spot.at(language).problem(says, f"placeholders of this text: {given}.")


def _placeholders(text: str) -> set[str]:
    """What a text leaves room for; a brace that stands alone has been told."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return set()
