"""Topics that residents could not tell apart on buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.catalogue import LANGUAGES
from bot.content.checks.things import topics
from bot.language.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue, Language
    from bot.content.checks.spot import Spot
    from bot.content.problem import Problem


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Labels that two topics share in a language."""
    first: dict[tuple[Language, str], Spot] = {}
    for _, topic, spot in topics(catalogue, root):
        for language in LANGUAGES:
            label = topic.label.into(language)
            place = spot.at("label", language)
            where = first.setdefault((language, normalise(label)), place)
            if label and where != place:
                says = f"'{label}' is the label of another topic too ({where})."
                yield place.problem(says, "name one of the two in another way.")
