"""Which language a message is written in, and which one it asks for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import lingua

from bot.language.lemmas import known_in
from bot.language.normalise import normalise, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.catalogue import Language

ENOUGH_WORDS: Final = 3
"""Words a message must have before it alone changes the language (DESIGN §5)."""

SURE: Final = 0.75
"""Confidence from which a message of enough words changes the language."""

LOOKS_LIKE: Final = 0.9
"""Confidence from which words are taken for what they look like, whatever the dictionaries hold."""

FOREIGN: Final = 0.70
"""Confidence from which a message of enough words is in another language; LOOKS_LIKE for one of
fewer than MANY_WORDS when more than half of them are known to us."""

SEVERAL_WORDS: Final = 5
"""Words from which few known ones say that it is another language."""

MANY_WORDS: Final = 6
"""Words from which the detector is believed whatever our dictionaries hold."""

FEW_KNOWN: Final = 0.3
HALF_KNOWN: Final = 0.5
"""Share of a message's words in our dictionaries up to which it is in another language: the one
unless it looks like one of ours all the same, the other where letters of other languages stand in
it. Of 28,400 lines in Finnish and Swedish one is taken so."""

_FOREIGN_LETTER: Final = re.compile(r"[^\W\d_a-zåäöéèàáüæøšž]", re.IGNORECASE)

OTHERS: Final = ("en", "et", "so")
"""Languages of the county's residents that the detector tells from Finnish and Swedish: English,
Estonian and Somali. Those with words of no dictionary of ours are told by that, or by script."""

_NAMED: Final[dict[Language, re.Pattern[str]]] = {
    "fi": re.compile(r"\b(?:suom(?:i|ee|ea|eksi|een|eks)|finsk[at]?|finnish)\b"),
    "sv": re.compile(r"\b(?:ruots(?:i|ia|iksi|iin|iks|ii)|svensk[at]?|swedish)\b"),
}
_NOT_SPOKEN: Final = re.compile(r"\b(?:en|ei|inte|int|ingen|ej|dålig|huono)\b")
_ASIDE: Final = re.compile(r"\b(?:lomak|blankett|palvelu|tjänst|hoito|vård|servic|asioi|saan)\w*")
SHORT_REQUEST: Final = 4
"""Words in a message that may do no more than ask for a language."""


@dataclass(frozen=True, kw_only=True)
class Identified:
    """The language of a message."""

    language: Language
    other: bool = False
    """Neither Finnish nor Swedish."""

    asked: Language | None = None
    """The language a message names as the one to go on in."""


def identify(
    text: str,
    *,
    current: Language | None,
    page: Language | None,
    is_place: Callable[[str], bool] = lambda _: False,
) -> Identified:
    """The language to answer in.

    `current` is the conversation's language, `page` the page's; place names say nothing.
    """
    fallback: Language = current or page or "fi"
    asked = asked_for(text)
    if asked and len(words(text)) <= SHORT_REQUEST:
        return Identified(language=asked, asked=asked)
    found = _read(text, fallback, is_place, undecided=current is None)
    return replace(found, asked=asked)


def _read(
    text: str, fallback: Language, is_place: Callable[[str], bool], *, undecided: bool
) -> Identified:
    if _foreign_script(text):
        return Identified(language=fallback, other=True)
    telling = [word for word in words(text) if word.isalpha() and not is_place(word)]
    if len(telling) >= ENOUGH_WORDS:
        return _by_detector(" ".join(telling), fallback, undecided=undecided)
    if undecided and telling:
        return Identified(language=_by_dictionary(telling) or fallback)
    return Identified(language=fallback)


def asked_for(text: str) -> Language | None:
    """The language a message asks to go on in, or None; one not spoken asks for the other."""
    normal = normalise(text)
    named = [name for name, pattern in _NAMED.items() if pattern.search(normal)]
    if len(named) != 1 or _ASIDE.search(normal):
        return None
    if _NOT_SPOKEN.search(normal):
        return "fi" if named[0] == "sv" else "sv"
    return named[0]


def _by_detector(text: str, fallback: Language, *, undecided: bool) -> Identified:
    scores = _scores(text)
    native: Language = "fi" if scores["fi"] >= scores["sv"] else "sv"
    if _foreign(text, scores, looks_native=scores[native]):
        return Identified(language=fallback, other=True)
    if undecided or scores[native] / (scores["fi"] + scores["sv"]) >= SURE:
        return Identified(language=native)
    return Identified(language=fallback)


def _foreign(text: str, scores: dict[str, float], *, looks_native: float) -> bool:
    """Whether enough words are in another language: by the detector, our dictionaries, letters."""
    count = len(text.split())
    known = sum(bool(known_in(word)) for word in text.split()) / count
    sure = FOREIGN if known <= HALF_KNOWN or count >= MANY_WORDS else LOOKS_LIKE
    return (
        max(scores[code] for code in OTHERS) >= sure
        or (known == 0 and count > ENOUGH_WORDS)
        or (known <= FEW_KNOWN and count >= SEVERAL_WORDS and looks_native < LOOKS_LIKE)
        or (known <= HALF_KNOWN and bool(_FOREIGN_LETTER.search(text)))
    )


def _by_dictionary(telling: list[str]) -> Language | None:
    """The one language whose dictionary holds the words, else the one they look most like."""
    found = {language for word in telling for language in known_in(word)}
    if len(found) == 1:
        return found.pop()
    scores = _scores(" ".join(telling))
    native: Language = "fi" if scores["fi"] >= scores["sv"] else "sv"
    return native if scores[native] / (scores["fi"] + scores["sv"]) >= LOOKS_LIKE else None


def _scores(text: str) -> dict[str, float]:
    """The detector's confidence in each language it knows."""
    values = _detector().compute_language_confidence_values(text)
    return {value.language.iso_code_639_1.name.lower(): value.value for value in values}


def _foreign_script(text: str) -> bool:
    """Whether most letters are not Latin."""
    letters = [sign for sign in text if sign.isalpha()]
    latin = sum("LATIN" in unicodedata.name(sign, "") for sign in letters)
    return bool(letters) and latin * 2 < len(letters)


@lru_cache(maxsize=1)
def _detector() -> lingua.LanguageDetector:
    codes = (getattr(lingua.IsoCode639_1, code.upper()) for code in ("fi", "sv", *OTHERS))
    return lingua.LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()
