"""Whether a word of negation turns a phrase round: "ei rintakipua", "blöder inte"."""

import re
from collections.abc import Sequence
from typing import Final

from bot.language import negation
from bot.language.patterns import Span
from bot.language.tokens import Token

_REACH: Final = 4
"""Words of the transparent kind that may stand between a negation and the phrase."""
_JOINED: Final = 2
"""Other words that may stand there once "tai" or "eller" carries the negation on."""
_DOER: Final = 2
"""Places within which "ettei" stands before the phrase, its doer between."""
_VERB: Final = re.compile(r"(?:r|s|de|te)$")
_PARTITIVE: Final = re.compile(r"[aä]$")


def negated(tokens: Sequence[Token], span: Span, language: str) -> bool:
    """Whether a word of negation that is no part of the phrase turns it round."""
    words = negation.FINNISH_NEGATIONS if language == "fi" else negation.SWEDISH_NEGATIONS
    return _prevented(tokens, span) or any(
        _followed(tokens, span, index) or _preceded(tokens, span, index, words)
        for index in span.words
    )


def _prevented(tokens: Sequence[Token], span: Span) -> bool:
    """Whether it is what someone sees to does not happen: "ettei taapero tukehdu"."""
    first = tokens[span.first]
    return any(
        token.text in negation.PURPOSE and 0 < first.place - token.place <= _DOER
        for token in tokens
    )


def _followed(tokens: Sequence[Token], span: Span, index: int) -> bool:
    """Whether the negation comes after: "blöder inte", "kohtauksia ei ole ollut"."""
    word, after = tokens[index], tokens[index + 1 : index + 4]
    if not after or index + 1 in span.words or after[0].place - word.place != 1:
        return False
    if after[0].text in negation.NEGATIONS_AFTER:
        return _VERB.search(word.text) is not None
    said = [token.text for token in after]
    never_been = said[:1] == ["ei"] and said[1:2] in (["ole"], ["oo"])
    return never_been and said[-1] in negation.BEEN and _PARTITIVE.search(word.text) is not None


def _preceded(tokens: Sequence[Token], span: Span, index: int, words: frozenset[str]) -> bool:
    word = tokens[index]
    steps = 0
    joined = False
    for before in reversed(range(index)):
        token = tokens[before]
        if token.clause != word.clause or before in span.words:
            return False
        if token.text in words:
            return word.place - token.place <= _REACH + 1 or joined
        if token.text in negation.JOINING and not joined:
            joined, steps = True, 0
            continue
        transparent = token.text in negation.TRANSPARENT
        steps += not (joined and transparent)
        if steps > (_JOINED if joined else _REACH) or not (joined or transparent):
            return False
    return False
