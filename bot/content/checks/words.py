"""Texts that are too long, too official, or say what a navigator must not say."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.catalogue import LANGUAGES
from bot.content import yaml_lines
from bot.content.checks.things import said
from bot.language.normalise import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.catalogue import Catalogue, Language
    from bot.content.checks.spot import Spot
    from bot.content.checks.things import Role, Said
    from bot.content.problem import Problem

WORDS: Final = Path(__file__).with_name("words.yml")
LONG_SENTENCE: Final = 20
LONGEST_SENTENCE: Final = 25
LONGEST: Final[dict[Role, int]] = {"label": 40, "why": 60, "about": 60, "note": 60, "answer": 450}
FROM_SERVICES: Final = ("says", "alert", "why", "answer")
"""Texts whose links and numbers come from the services beside them."""

SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+|\n")
MARKDOWN_LINK: Final = re.compile(r"\[[^\]]*\]\([^)]*\)")
LINK_OR_NUMBER: Final = re.compile(r"https?://\S+|www\.\S+|\b0\d[\d ]{5,}\d")


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Texts that cannot be shown, or that residents would not understand."""
    for each in said(catalogue, root):
        for language in LANGUAGES:
            text, spot = each.text.into(language), each.spot.at(language)
            yield from _form(each, text, spot)
            yield from _sentences(text, spot)
            yield from _choice_of_words(text, language, spot)


def _form(each: Said, text: str, spot: Spot) -> Iterator[Problem]:
    most = LONGEST.get(each.role, len(text))
    if len(text) > most:
        says = f"the text has {len(text)} characters; there is room for {most}."
        yield spot.problem(says, "say it more briefly.")
    if "\n\n" in text:
        yield spot.problem("the text has a blank line, where it would be cut.", "remove it.")
    link = MARKDOWN_LINK.search(text)
    if link:
        says = f"'{link[0]}' would be shown as it is written."
        yield spot.problem(says, "put the address into a service and name the service.")
    elif each.role in FROM_SERVICES and (found := LINK_OR_NUMBER.search(text)):
        says = f"'{found[0]}' stands in a text."
        yield spot.problem(says, "leave it to a service, where it is looked after once.")


def _sentences(text: str, spot: Spot) -> Iterator[Problem]:
    for sentence in SENTENCE_END.split(text):
        count, begins = len(sentence.split()), " ".join(sentence.split()[:4])
        says = f"the sentence '{begins} …' has {count} words."
        if count > LONGEST_SENTENCE:
            yield spot.problem(says, f"part it; {LONG_SENTENCE} words are plenty.")
        elif count > LONG_SENTENCE:
            yield spot.note("long sentences", says, "part it, if you can.")


def _choice_of_words(text: str, language: Language, spot: Spot) -> Iterator[Problem]:
    used = " ".join(words(text))
    for phrase in _table()["advice"][language]:
        if found := _first(phrase, used):
            says = f"'{found}' sounds like advice on treatment or a diagnosis."
            yield spot.problem(says, "guide to a service, and let it advise.")
    for phrase, plain in _table()["jargon"][language].items():
        if found := _first(phrase, used):
            yield spot.note("jargon", f"'{found}' is an official word.", f"try '{plain}'.")


def _first(phrase: str, used: str) -> str:
    """The words of a text that a phrase of the table fits; empty when there are none."""
    found = _pattern(phrase).search(used)
    return found[0] if found else ""


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    pieces = re.escape(phrase).replace(r"\*", r"\S*")
    return re.compile(rf"(?<!\S){pieces}(?!\S)")


@lru_cache(maxsize=1)
def _table() -> Any:
    return yaml_lines.load(WORDS.read_text(encoding="utf-8"))
