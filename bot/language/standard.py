"""A text as it is written by the book, for readers that know only the standard language."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from bot.language import spoken_swedish
from bot.language.lemmas import dictionaries, known_in
from bot.language.normalise import normalise, words
from bot.language.spoken_finnish import standard_forms

if TYPE_CHECKING:
    from bot.catalogue.text import Language

_WORD: Final = re.compile(r"[^\W\d_]+")


def standard(text: str, language: Language) -> str:
    """The text, normalised, with spoken words and missing dots and rings put right.

    Where a spoken word may stand for several, the first of the table is taken.
    """
    return _WORD.sub(lambda found: _standard(found[0], language), normalise(text))


def mostly(text: str) -> Language:
    """The language whose dictionary alone holds more of the words; Finnish when neither does.

    It needs no detector, so that both processes can read a text alike.
    """
    telling = [known for word in words(text) if len(known := known_in(word)) == 1]
    swedish = sum("sv" in known for known in telling)
    return "sv" if swedish * 2 > len(telling) else "fi"


@lru_cache(maxsize=65536)
def _standard(word: str, language: Language) -> str:
    book = dictionaries()
    if language == "fi":
        spoken = standard_forms(word, book.known_finnish)
    else:
        spoken = iter(spoken_swedish.standard_forms(word))
    restored = book.restored(word, lambda form: language in book.known_in(form))
    return next(chain(spoken, restored), word)
