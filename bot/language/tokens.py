"""A message as the patterns see it: every word analysed once, with its place in the sentence."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from bot.language.everyday import EVERYDAY
from bot.language.lemmas import is_known, is_name, lemmas, restored
from bot.language.normalise import fold, normalise, words_of

_MARKS: Final = re.compile(r"\d+[.,:]\d+|[.!?;]+|,|[^\s.!?;,]+")
_LAUGHTER: Final = re.compile(r"[:;x]-?d+(?=\s|[.!?,]|$)|\U0001f602|\U0001f923")
"""Typed laughter becomes a word, so that tables can name it."""
_MARKED: Final = frozenset("åäö")
_FEW: Final = 5
"""Words of a message so short that missing dots and rings tell nothing of its writer."""
_CLAUSE_WORDS: Final = frozenset({"mutta", "mut", "men"})
_COMMA: Final = 2
"""How many words a comma counts for when words must be near each other."""
_FULL_STOP: Final = 3
"""How many words the end of a sentence counts for."""


@dataclass(frozen=True)
class Token:
    """One word of a message."""

    text: str
    folded: str
    lemmas: frozenset[str]
    known: bool = True
    """Whether a dictionary holds the word, or the name, so that it is no typing error."""
    bare: bool = False
    """Whether it may stand for a word with dots and rings; a known word does only in a message
    that is typed without them."""
    place: int = 0
    """Place counted in words; punctuation widens the distance to the word before."""
    clause: int = 0
    """Number of the clause; a full stop, a semicolon, a line end and "mutta", "men" begin one."""
    part: int = 0
    """Number of the part between two commas, counted through the message."""
    forms: frozenset[str] = field(default=frozenset(), compare=False)
    """The word and its base forms."""


@lru_cache(maxsize=65536)
def _analysed(word: str) -> tuple[str, frozenset[str], bool, frozenset[str]]:
    bases = lemmas(word)
    return fold(word), bases, is_known(word) or is_name(word), bases | {word}


def tokenise(text: str) -> tuple[Token, ...]:
    """The words of a message with their base forms and places."""
    tokens: list[Token] = []
    place = clause = part = 0
    whole = _LAUGHTER.sub(" haha ", normalise(re.sub(r"[\r\n]+", " ; ", text)))
    typed = words_of(whole)
    dotless = _MARKED.isdisjoint(whole) and (len(typed) <= _FEW or any(map(restored, typed)))
    for mark in _MARKS.findall(whole):
        if mark == ",":
            place, part = place + _COMMA, part + 1
            continue
        if mark[0] in ".!?;":
            place, clause, part = place + _FULL_STOP, clause + 1, part + 1
            continue
        for word in words_of(mark):
            if word in _CLAUSE_WORDS:
                clause, part = clause + 1, part + 1
            folded, bases, known, forms = _analysed(word)
            bare = word == folded and word not in EVERYDAY and (dotless or not known)
            tokens.append(Token(word, folded, bases, known, bare, place, clause, part, forms))
            place += 1
    return tuple(tokens)
