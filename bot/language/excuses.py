"""Why a phrase that fits is not what is happening: denied, long past, or only talked about."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, Literal

from bot.language import negation
from bot.language.patterns import Pattern, Span
from bot.language.rulebook import Rulebook
from bot.language.tokens import Token

Excuse = Literal["negated", "past", "mention", "figurative", "hypothetical"]

_YEAR: Final = re.compile(r"(?:19|20)\d\d|(?:19|20)?\d0-(?:luvu|lukua|tale)\w*")
_REACH: Final = 3
"""Words of the transparent kind that may stand between a negation and the phrase."""
_ASIDE: Final = 6
"""Places within which a word makes the phrase a manner of speaking."""
_JUST_AFTER: Final = 2
"""Places within which "jälkeen" or "efter" belongs to the phrase."""
_VERB: Final = re.compile(r"(?:r|s|de|te)$")


def negated(tokens: Sequence[Token], span: Span, language: str) -> bool:
    """Whether a word of negation that is no part of the phrase turns it round."""
    words = negation.FINNISH_NEGATIONS if language == "fi" else negation.SWEDISH_NEGATIONS
    return any(_denied(tokens, span, index, words) for index in span.words)


def _denied(tokens: Sequence[Token], span: Span, index: int, words: frozenset[str]) -> bool:
    word = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if (
        after is not None
        and index + 1 not in span.words
        and after.text in negation.NEGATIONS_AFTER
        and after.place - word.place == 1
        and _VERB.search(word.text)
    ):
        return True
    steps = 0
    joined = False
    for before in reversed(range(index)):
        token = tokens[before]
        if token.clause != word.clause or before in span.words:
            return False
        if token.text in words:
            return word.place - token.place <= _REACH + 1 or joined
        if token.text in negation.JOINING and not joined:
            joined, steps = True, -2
            continue
        steps += 1
        if steps > (0 if joined else _REACH):
            return False
        if not joined and token.text not in negation.TRANSPARENT:
            return False
    return False


def past(tokens: Sequence[Token], span: Span) -> bool:
    """Whether the same clause sets the phrase in the past and nothing brings it to the present."""
    if _afterwards(tokens, span):
        return True
    here = tokens[span.first]
    clause = [token for token in tokens if token.clause == here.clause]
    if any(token.text in negation.AGAIN for token in clause):
        return False
    marked = [clause[span_.first] for _, span_ in _rules("PAST").find(clause)]
    marked += [token for token in clause if _YEAR.fullmatch(token.text)]
    if not marked:
        return False
    same_part = any(token.part == here.part for token in marked)
    return not any(
        token.text in negation.NOW and (token.part == here.part or not same_part)
        for token in clause
    )


def _afterwards(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a phrase of one word is what something comes after: "infarktin jälkeen"."""
    if len(span.words) > 1:
        return False
    word = tokens[span.first]
    for _, mark in _rules("AFTERWARDS").find(tokens):
        token = tokens[mark.first]
        ahead = token.place - word.place
        if token.text == "jälkeen":
            if 0 < ahead <= _JUST_AFTER:
                return True
        elif token.clause == word.clause and abs(ahead) <= _ASIDE:
            return True
    return any(
        token.text == "efter" and 0 < word.place - token.place <= _JUST_AFTER + 1
        for token in tokens
    )


def mentioned(tokens: Sequence[Token], span: Span) -> bool:
    """Whether the phrase belongs to a book, a film, a course, a dream or a question for facts."""
    return _only_talk(tokens, span, "MENTION")


def hypothetical(tokens: Sequence[Token], span: Span) -> bool:
    """Whether the phrase is about what might happen one day."""
    return _only_talk(tokens, span, "HYPOTHETICAL")


def _only_talk(tokens: Sequence[Token], span: Span, table: str) -> bool:
    clause = _same(tokens, span)
    if any(token.text in negation.APPEALS for token in clause):
        return False
    return any(True for _ in _rules(table).find(clause))


def figurative(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a word beside the phrase shows it to be a manner of speaking."""
    low, high = tokens[span.first].place - _ASIDE, tokens[span.last].place + _ASIDE
    beside = [
        token
        for token in _same(tokens, span)
        if low <= token.place <= high or token.text in negation.LAUGHTER
    ]
    return any(True for _ in _rules("FIGURATIVE").find(beside))


def _same(tokens: Sequence[Token], span: Span) -> list[Token]:
    clauses = {tokens[index].clause for index in span.words}
    return [token for token in tokens if token.clause in clauses]


@cache
def _rules(table: str) -> Rulebook:
    return Rulebook([Pattern.parse(text) for text in getattr(negation, table)], forgiving=False)
