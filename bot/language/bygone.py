"""Whether a phrase tells of what is over, in the same sentence or by what follows it."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, zip_longest
from typing import Final

from bot.language import bygone_marks as marks
from bot.language.patterns import Pattern, Span
from bot.language.rulebook import Rulebook
from bot.language.tokens import Token

_YEAR: Final = re.compile(r"(?:19|20)\d\d|(?:19|20)?\d0-(?:luvu|lukua|tale)\w*")
_AGED: Final = re.compile(r".*(?:vuotiaana|kuisena)")
_OF_AGE: Final = re.compile(r".+åring")
_IMPERFECT: Final = re.compile(
    r"(?:oli|olin|tuli|meni|sai|kävi|joutui|löytyi|kaatui|putosi|pyörtyi|sairasti|iski)"
    r"|.{2,}(?:ttiin|[aeouyäödlnrst]in)"  # leikattiin; kaaduin, putosin, but no kotiin
    r"|.{2,}(?:ade|ades|des|dde)"  # hittade, opererades
)
_FROM: Final = re.compile(r".{4,}st[aä]")
_ASIDE: Final = 6
"""Places within which a word of recovery belongs to the phrase."""
_JUST_AFTER: Final = 2
"""Places within which "jälkeen" or "efter" belongs to the phrase."""
_LATER: Final = 3
"""Clauses after the phrase within which it is told how it went."""


def past(tokens: Sequence[Token], span: Span) -> bool:
    """Whether the message sets the phrase in the past and nothing brings it to the present."""
    here = tokens[span.first]
    clause = [token for token in tokens if token.clause == here.clause]
    if any(token.text in marks.AGAIN for token in clause):
        return False
    parts = _parts(clause)
    marked = _marked(clause)
    if not marked:
        return _told(tokens, span)
    same_part = any(parts[token] == parts[here] for token in marked)
    return not any(
        token.text in marks.NOW and (parts[token] == parts[here] or not same_part)
        for token in clause
    )


def _parts(clause: Sequence[Token]) -> dict[Token, tuple[int, int]]:
    """Which part of the clause each word is in; "ja nyt" and "och nu" begin one like a comma."""
    parts: dict[Token, tuple[int, int]] = {}
    turned = 0
    for token, after in zip_longest(clause, clause[1:]):
        turned += token.text in marks.AND and after is not None and after.text in marks.NOW
        parts[token] = (token.part, turned)
    return parts


def afterwards(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a phrase of one word is what something comes after: "infarktin jälkeen"."""
    if len(span.words) > 1:
        return False
    word = tokens[span.first]
    for _, mark in _rules(marks.AFTERWARDS).find(tokens):
        token = tokens[mark.first]
        ahead = token.place - word.place
        if token.text == "jälkeen":
            if 0 < ahead <= _JUST_AFTER:
                return True
        elif token.clause == word.clause and abs(ahead) <= _ASIDE:
            return True
    return _counted_from(tokens, span) or any(
        token.text == "efter" and 0 < word.place - token.place <= _JUST_AFTER + 1
        for token in tokens
    )


def _counted_from(tokens: Sequence[Token], span: Span) -> bool:
    """Whether the years since are counted: "infarktista kaksi vuotta"."""
    word = tokens[span.first]
    return _FROM.fullmatch(word.text) is not None and any(
        0 < token.place - word.place <= _ASIDE and not marks.LONG.isdisjoint(token.forms)
        for token in tokens
    )


def _told(tokens: Sequence[Token], span: Span) -> bool:
    """Whether it is told afterwards that it went well, or that it was long ago."""
    here = tokens[span.last]
    part = [token for token in tokens if token.part == here.part]
    if any(token.text in marks.NOW for token in part):
        return False
    after = [t for t in tokens[span.last + 1 :] if t.clause <= here.clause + _LATER]
    if any(token.text in marks.AGAIN for token in after):
        return False
    if any(True for _ in _rules(marks.OVER).find(after)):
        return True
    return bool(_marked(tokens)) and any(True for _ in _rules(marks.WELL).find(after))


def _marked(tokens: Sequence[Token]) -> list[Token]:
    """The words that say when it was."""
    found = [tokens[span.first] for _, span in _rules(marks.PAST).find(tokens)]
    found += [token for token in tokens if _YEAR.fullmatch(token.text) or _AGED.match(token.text)]
    if any(_IMPERFECT.fullmatch(t.text) or t.text in marks.SWEDISH_PASTS for t in tokens):
        found += [token for token in tokens if token.text in marks.SEASONS]
    for before, token in pairwise(tokens):
        if token.place - before.place != 1:
            continue
        ago = token.text in marks.AGO and not marks.LONG.isdisjoint(before.forms)
        child = before.text == "som" and (
            token.text in marks.CHILD or _OF_AGE.fullmatch(token.text) is not None
        )
        if ago or child:
            found.append(token)
    return found


@cache
def _rules(table: tuple[str, ...]) -> Rulebook:
    return Rulebook([Pattern.parse(text) for text in table], forgiving=False)
