"""Why a phrase that fits is not what is happening: denied, long past, or only talked about."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final, Literal

from bot.language import bygone, manner_marks, talk_marks
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
_TABLES: Final = (
    manner_marks.ANIMALS,
    manner_marks.FIGURATIVE,
    talk_marks.ERRANDS,
    talk_marks.EXPLAINED,
    talk_marks.HYPOTHETICAL,
    talk_marks.MENTION,
    talk_marks.PRACTICAL,
)


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
    return None if at_its_word else _lightly_said(tokens, span)


def _lightly_said(tokens: Sequence[Token], span: Span) -> Excuse | None:
    """What is said of paper, of an animal, of what might be or in a manner of speaking."""
    if _practical(tokens, span) or _only_talk(tokens, span, manner_marks.ANIMALS):
        return "mention"
    if _only_talk(tokens, span, talk_marks.HYPOTHETICAL):
        return "hypothetical"
    return "figurative" if _figurative(tokens, span) else None


def _mentioned(tokens: Sequence[Token], span: Span) -> bool:
    """Whether the phrase belongs to a book, a film, a course, a dream or a question for facts."""
    if _only_talk(tokens, span, talk_marks.MENTION):
        return True
    here = tokens[span.last]
    if any(token.text in NOW for token in tokens if token.clause == here.clause):
        return False
    after = [token for token in tokens if 0 <= token.clause - here.clause <= _NEXT]
    return _fits(talk_marks.EXPLAINED, after)


def _practical(tokens: Sequence[Token], span: Span) -> bool:
    """Whether paper, or in a short message any errand, is asked for beside the phrase."""
    short = len(tokens) <= _SHORT
    return ((short or len(span.words) == 1) and _only_talk(tokens, span, talk_marks.PRACTICAL)) or (
        short and _only_talk(tokens, span, talk_marks.ERRANDS)
    )


def _only_talk(tokens: Sequence[Token], span: Span, table: tuple[str, ...]) -> bool:
    clause = _same(tokens, span)
    return not _appeals(clause) and _fits(table, clause)


def _appeals(clause: Sequence[Token]) -> bool:
    """Whether somebody cries for help; "första hjälp" is what is learnt on a course."""
    words = ["", *(token.text for token in clause)]
    return any(
        word in talk_marks.APPEALS and before != "första" for before, word in pairwise(words)
    )


def _figurative(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a word beside the phrase shows it to be a manner of speaking."""
    low, high = tokens[span.first].place - _ASIDE, tokens[span.last].place + _ASIDE
    beside = [
        token
        for token in _same(tokens, span)
        if low <= token.place <= high or token.text in manner_marks.LAUGHTER
    ]
    return _fits(manner_marks.FIGURATIVE, beside) or _caused(tokens, span)


def _caused(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a bill, a training or a queue is named as the cause."""
    for index, token in enumerate(tokens):
        near = 0 < token.place - tokens[span.last].place <= _CAUSE
        if near and index not in span.words and not manner_marks.CAUSES.isdisjoint(token.forms):
            before = tokens[index - 1].text in manner_marks.CAUSED
            if before or _CAUSE_ENDING.search(token.text):
                return True
    return False


def _same(tokens: Sequence[Token], span: Span) -> list[Token]:
    clauses = {tokens[index].clause for index in span.words}
    return [token for token in tokens if token.clause in clauses]


def _fits(table: tuple[str, ...], tokens: Sequence[Token]) -> bool:
    return any(True for _ in _rules(table).find(tokens))


def prepare() -> None:
    """Read all the tables now: it takes half a second, which no resident should wait for."""
    for table in _TABLES:
        _rules(table)


@cache
def _rules(table: tuple[str, ...]) -> Rulebook:
    return Rulebook([Pattern.parse(text) for text in table], forgiving=False)
