"""The language of a message."""

import pytest

from bot.catalogue import Language
from bot.language.identify import asked_for, identify
from bot.language.places import Gazetteer
from tests.factories import catalogue

GAZETTEER = Gazetteer(catalogue())


def language(text: str, current: Language | None = None, page: Language | None = None) -> Language:
    """The language found."""
    found = identify(text, current=current, page=page, is_place=GAZETTEER.is_place)
    return found.language


@pytest.mark.parametrize(
    "message",
    [
        "lapsella on korkea kuume ja yskä",
        "Miten varaan ajan hammaslääkärille?",
        "mul on kurkku tosi kipee",
        "mistä saan apua äidille",
        "tarttisin lääkärin ajan",
    ],
)
def test_finnish(message: str) -> None:
    """Standard and spoken Finnish, on a Swedish page too."""
    assert language(message, page="sv") == "fi"


@pytest.mark.parametrize(
    "message",
    [
        "barnet har hög feber och hosta",
        "Hur bokar jag tid till tandläkaren?",
        "ja ha så ont i halsn",
        "var får jag hjälp för min mamma",
        "int orkar jag vänta mera",
    ],
)
def test_swedish(message: str) -> None:
    """Standard and spoken Finland Swedish, on a Finnish page too."""
    assert language(message, page="fi") == "sv"


@pytest.mark.parametrize(
    ("word", "expected"),
    [("hammassärky", "fi"), ("tandvärk", "sv"), ("kuume", "fi"), ("feber", "sv")],
)
def test_one_word_at_the_start(word: str, expected: str) -> None:
    """A word that belongs to one language decides, whatever the page."""
    assert language(word, page="sv" if expected == "fi" else "fi") == expected


@pytest.mark.parametrize("message", ["ok", "Sipoo", "12345", "?", "👍", "Omaolo"])
@pytest.mark.parametrize("page", ["fi", "sv"])
def test_words_that_say_nothing_of_a_language(message: str, page: Language) -> None:
    """The page's language holds."""
    assert language(message, page=page) == page


def test_finnish_when_nothing_is_known() -> None:
    """Neither message, conversation nor page says."""
    assert language("ok") == "fi"


@pytest.mark.parametrize(
    "message", ["feber", "ja tack", "Borgå", "i Sibbo", "Södra Paipis Nickby Box"]
)
def test_short_messages_keep_the_conversation(message: str) -> None:
    """One or two words, and place names, do not change the language."""
    assert language(message, current="fi") == "fi"


def test_clear_evidence_changes_the_language() -> None:
    """A whole sentence in the other language is answered in it."""
    assert language("kan jag få en tid till läkaren i morgon", current="fi") == "sv"


@pytest.mark.parametrize(
    ("message", "wanted"),
    [
        ("på svenska tack", "sv"),
        ("Kan du svenska?", "sv"),
        ("voiko tätä ruotsiksi", "sv"),
        ("svenska", "sv"),
        ("in Swedish please", "sv"),
        ("suomeksi", "fi"),
        ("suomi", "fi"),
        ("på finska", "fi"),
        ("onko lomake ruotsiksi", None),
        ("finns blanketten på svenska", None),
        ("hoitoa ruotsiksi", None),
        ("missä lomakkeet ovat ruotsiksi", None),
        ("suomeksi vai på svenska", None),
        ("kurkku on kipeä", None),
    ],
)
def test_asked_for(message: str, wanted: str | None) -> None:
    """A language asked for by name; a form or a nurse in Swedish is another matter."""
    assert asked_for(message) == wanted


def test_asking_is_noted() -> None:
    """A request for a language is told apart from writing in it."""
    found = identify("på svenska", current="fi", page="fi")
    assert (found.language, found.asked) == ("sv", "sv")


@pytest.mark.parametrize(
    "message",
    [
        "I need to see a doctor as soon as possible please",
        "Мне нужен врач",
        "أحتاج إلى طبيب",
        "我需要医生",
        "Guten Tag, ich suche einen Zahnarzt für meine Tochter",
        "Dobry wieczór, syn ma gorączkę i szukam pediatry",
        "Bonjour, ma femme est enceinte, où faut-il aller",
        "Merhaba, annem için randevu almak istiyorum",
    ],
)
def test_other_languages(message: str) -> None:
    """Neither Finnish nor Swedish is told apart; the conversation keeps its language."""
    found = identify(message, current="sv", page="fi")
    assert (found.other, found.language) == (True, "sv")


@pytest.mark.parametrize(
    "message",
    [
        *("mulla on covid ja stress", "booking av tid", "email toimii"),
        *("näärännäppy ei parane", "no en tiiä", "nåjo, de kan man säga"),
    ],
)
def test_loan_words_are_not_another_language(message: str) -> None:
    """An English word or two does not make a message English, nor doubled vowels Somali."""
    assert not identify(message, current=None, page="fi").other
