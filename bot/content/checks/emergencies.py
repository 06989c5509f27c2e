"""Emergency cards without a number that always helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.catalogue import LANGUAGES
from bot.content.checks.examples import NAMES
from bot.content.checks.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue, Emergency
    from bot.content.problem import Problem

FIRST: Final = "112"


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Cards that hide 112, sleep at night, or leave it open which of two comes first."""
    first: dict[int, str] = {}
    for emergency in catalogue.emergencies.values():
        spot = Spot(root, f"emergencies/{emergency.id}.yml")
        yield from _numbers(emergency, spot)
        for language in LANGUAGES:
            if not emergency.rules.get(language):
                says = f"no rule finds it in {NAMES[language]}."
                fix = "write at least one, as in 'Patterns' of the schema."
                yield spot.at("rules", language).problem(says, fix)
        other = first.setdefault(emergency.order, emergency.id)
        if other != emergency.id:
            says = f"'{other}' has the order {emergency.order} too."
            yield spot.at("order").problem(says, "give this one a number of its own.")


def _numbers(emergency: Emergency, spot: Spot) -> Iterator[Problem]:
    contacts = spot.at("contacts")
    begins = emergency.contacts[0].number if emergency.contacts else ""
    if emergency.level == "life" and begins != FIRST:
        says = "life is in danger and the first number is not 112."
        yield contacts.at(0).problem(says, "let the contacts begin with 112.")
    for language in LANGUAGES:
        text = emergency.words.into(language)
        if text and FIRST not in text and not (begins == FIRST and "{number}" in text):
            says = f"the {NAMES[language]} words do not name 112."
            yield spot.at("words", language).problem(says, "say that 112 answers.")
        if not any(
            language in contact.languages and (contact.hours is None or contact.hours.always)
            for contact in emergency.contacts
        ):
            says = f"no number answers in {NAMES[language]} round the clock."
            yield contacts.problem(says, 'add {number: "112"}.')
