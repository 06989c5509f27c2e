"""Patterns: the words of keywords and rules."""

from __future__ import annotations

import pytest

from bot.language.atoms import one_slip
from bot.language.patterns import Pattern, PatternError
from bot.language.rulebook import Rulebook
from bot.language.tokens import tokenise


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("rinta sattua", "Rintaan sattuu kovasti"),
        ("rinta sattua", "sattuu nyt ihan hirveästi rintaan"),
        ("urinvägsinfekt*", "har urinvägsinfektion"),
        ("kirvel* piss*|virtsa*", "kirvelee kun pissaa"),
        ("sydänkohtaus", "isän sydankohtaus"),
        ("sydänkohtaus", "sydänkohtuas"),
        ("bröst ont", "ont i brostet"),
        ("ei herää*", "ei millään herää"),
        ("vaknar inte", "vaknar hon int"),
        ("=hyväksi", "käytti hyväksi"),
        ("svår värk", "svar vark i armen sedan i natt"),
        ("ont mensen", "har ont under mens"),
    ],
)
def test_a_pattern_fits(pattern: str, text: str) -> None:
    """In any order, inflected, mistyped or without dots."""
    assert Pattern.parse(pattern).find(tokenise(text)) is not None
    assert list(Rulebook([Pattern.parse(pattern)]).find(tokenise(text)))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("rinta sattua", "rinta on tärkeä osa kehoa ja joskus sattuu"),
        ("rinta sattua", "rintaan. Vettä juodessa sattuu"),
        ("rinta rinta", "rinta"),
        ("nilkka !murtu*", "nilkka on ehkä murtunut"),
        ("tukehtu*", "sormi on tulehtunu"),
        ("ei herää*", "herää yöllä ei nuku"),
        ("vaknar inte", "vaknar på natten, inte på dagen"),
        ("=hyväksi", "hyvä asia"),
        ("sota", "sata"),
        ("mens ont", "har ont men klarar mig"),
        ("hår tappar", "vi har barnen hemma och det tappar vi aldrig"),
        ("öm*", "frågar om tid i Kervo"),
        ("skolan", "jag ska ringa i morgon"),
        ("borta", "finns den i Borgå"),
    ],
)
def test_a_pattern_does_not_fit(pattern: str, text: str) -> None:
    """Too far apart, excluded, another word, or a negation elsewhere."""
    assert Pattern.parse(pattern).find(tokenise(text)) is None
    assert not list(Rulebook([Pattern.parse(pattern)]).find(tokenise(text)))


def test_a_span_tells_which_words_fitted() -> None:
    """The numbers of the words, in the order of the message."""
    span = Pattern.parse("sattua rinta").find(tokenise("nyt rintaan sattuu"))
    assert span is not None
    assert span.words == (1, 2)
    assert (span.first, span.last) == (1, 2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "asks for no word"),
        ("!a", "asks for no word"),
        ("a !b c", "stand at the end"),
        ("a||b", "has an empty word"),
        ("Rinta", "lower case"),
        ("ri*nta", "wrong place"),
        ("a*", "too short"),
    ],
)
def test_a_broken_pattern_is_explained(text: str, says: str) -> None:
    """The content owner is told what is wrong."""
    with pytest.raises(PatternError, match=says):
        Pattern.parse(text)


def test_an_unforgiving_book_overlooks_no_slip() -> None:
    """Typing errors count only where they may."""
    patterns = [Pattern.parse("sydänkohtaus")]
    assert not list(Rulebook(patterns, forgiving=False).find(tokenise("sydänkohtuas")))


@pytest.mark.parametrize(
    ("right", "typed", "same"),
    [
        ("kurkku", "kurkku", True),
        ("kurkku", "kukku", True),
        ("kurkku", "kurrkku", True),
        ("kurkku", "kurkka", True),
        ("kurkku", "kukrku", True),
        ("kurkku", "urkku", False),
        ("kurkku", "kukkuu", False),
        ("kurkku", "kurkkuja", False),
        ("kurkku", "", False),
    ],
)
def test_one_slip_is_one_letter_or_two_swapped(right: str, typed: str, *, same: bool) -> None:
    """Damerau's distance of one, the first letter being right."""
    assert one_slip(right, typed) is same
