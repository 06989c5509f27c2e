"""Why a phrase that fits is not what is happening: denied, long past, or only talked about."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, Literal

from bot.language import bygone, talk_marks
from bot.language.bygone_marks import NOW
from bot.language.denial import negated
from bot.language.patterns import Pattern, Span, negates
from bot.language.rulebook import Rulebook
from bot.language.tokens import Token

Excuse = Literal["negated", "past", "mention", "figurative", "hypothetical"]

_ASIDE: Final = 6
"""Places within which a word makes the phrase a manner of speaking."""
_SHORT: Final = 20
"""Words of a message that is about one thing only."""
_CAUSE: Final = 3
"""Places within which the cause follows."""
_CAUSE_ENDING: Final = re.compile(r"(?:st[aä]|(?:eihin|iin|een|oon|öön|aan|uun|yyn|ään))$")
_NEXT: Final = 2
"""Clauses after the phrase within which it is explained."""


def excuse(
    tokens: Sequence[Token], span: Span, language: str, *, at_its_word: bool
) -> Excuse | None:
    """What speaks against the phrase being what happens now; less counts `at_its_word`."""
    denies = any(negates(tokens[index].text) for index in span.words)
    if not denies and negated(tokens, span, language):
        return "negated"
    if bygone.past(tokens, span) or (not at_its_word and bygone.afterwards(tokens, span)):
        return "past"
    if _mentioned(tokens, span):
        return "mention"
    if at_its_word:
        return None
    if _practical(tokens, span) or _only_talk(tokens, span, "ANIMALS"):
        return "mention"
    if _only_talk(tokens, span, "HYPOTHETICAL"):
        return "hypothetical"
    return "figurative" if _figurative(tokens, span) else None


def _mentioned(tokens: Sequence[Token], span: Span) -> bool:
    """Whether the phrase belongs to a book, a film, a course, a dream or a question for facts."""
    if _only_talk(tokens, span, "MENTION"):
        return True
    here = tokens[span.last]
    if any(token.text in NOW for token in tokens if token.clause == here.clause):
        return False
    after = [token for token in tokens if 0 <= token.clause - here.clause <= _NEXT]
    return _fits("EXPLAINED", after)


def _practical(tokens: Sequence[Token], span: Span) -> bool:
    """Whether paper, or in a short message any errand, is asked for beside the phrase."""
    short = len(tokens) <= _SHORT
    return ((short or len(span.words) == 1) and _only_talk(tokens, span, "PRACTICAL")) or (
        short and _only_talk(tokens, span, "ERRANDS")
    )


def _only_talk(tokens: Sequence[Token], span: Span, table: str) -> bool:
    clause = _same(tokens, span)
    if any(token.text in talk_marks.APPEALS for token in clause):
        return False
    return _fits(table, clause)


def _figurative(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a word beside the phrase shows it to be a manner of speaking."""
    low, high = tokens[span.first].place - _ASIDE, tokens[span.last].place + _ASIDE
    beside = [
        token
        for token in _same(tokens, span)
        if low <= token.place <= high or token.text in talk_marks.LAUGHTER
    ]
    return _fits("FIGURATIVE", beside) or _caused(tokens, span)


def _caused(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a bill, a training or a queue is named as the cause."""
    for index, token in enumerate(tokens):
        near = 0 < token.place - tokens[span.last].place <= _CAUSE
        if near and index not in span.words and not talk_marks.CAUSES.isdisjoint(token.forms):
            before = tokens[index - 1].text in talk_marks.CAUSED
            if before or _CAUSE_ENDING.search(token.text):
                return True
    return False


def _same(tokens: Sequence[Token], span: Span) -> list[Token]:
    clauses = {tokens[index].clause for index in span.words}
    return [token for token in tokens if token.clause in clauses]


def _fits(table: str, tokens: Sequence[Token]) -> bool:
    return any(True for _ in _rules(table).find(tokens))


@cache
def _rules(table: str) -> Rulebook:
    patterns = [Pattern.parse(text) for text in getattr(talk_marks, table)]
    return Rulebook(patterns, forgiving=False)
