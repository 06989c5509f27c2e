"""Everything that is looked for, in one pass over the content."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from bot.content.checks import (
    emergencies,
    examples,
    files,
    headers,
    hours,
    keyword_claims,
    labels,
    local_services,
    matrix,
    messages,
    placeholders,
    places,
    rasa_files,
    routes,
    rule_claims,
    services,
    translations,
    validity,
    words,
)
from bot.content.checks.note import Note
from bot.content.reader import try_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from bot.catalogue import Catalogue
    from bot.content.problem import Problem


class Check(Protocol):
    """Looks for one kind of trouble."""

    def __call__(self, catalogue: Catalogue, root: Path) -> Iterator[Problem]:
        """What it finds; a Note stops nobody."""


SLOW: Final[tuple[Check, ...]] = (keyword_claims.doubtful, rule_claims.find)
"""What only finds something worth a look, and takes its time."""


def checks(today: date) -> tuple[Check, ...]:
    """Every other check; a new one is added here."""
    return (
        files.find,
        headers.find,
        translations.find,
        placeholders.find,
        messages.find,
        examples.find,
        keyword_claims.find,
        labels.find,
        emergencies.find,
        routes.find,
        services.find,
        local_services.find,
        partial(validity.find, today=today),
        partial(matrix.find, today=today),
        hours.find,
        words.find,
        rasa_files.find,
        places.find,
    )


def check(
    root: Path, today: date, *, thorough: bool = False
) -> tuple[Catalogue, list[Problem], list[Note]]:
    """Read the content and judge it: what must be put right, and what is worth a look.

    What cannot be read is told with all the rest; what is SLOW is left out unless `thorough`.
    """
    catalogue, problems = try_catalogue(root)
    notes: list[Note] = []
    for find in (*checks(today), *(SLOW if thorough else ())):
        for found in find(catalogue, root):
            if isinstance(found, Note):
                notes.append(found)
            else:
                problems.append(found)
    return catalogue, sorted(set(problems)), sorted(set(notes))
