"""The ways to write a line otherwise, each by itself."""

import pytest

from bot.catalogue import LANGUAGES
from bot.catalogue.text import Language
from tests.factories import catalogue
from tests.understanding import mutations
from tests.understanding.mutations import ALTERATIONS, altered, drawn, slip
from tests.understanding.place_mutations import PlaceNames

PLACES = PlaceNames(catalogue().municipalities.values())
NAMED = {**ALTERATIONS, **PLACES.alterations}


@pytest.mark.parametrize(
    ("way", "language", "text", "new"),
    [
        ("upper case", "sv", "Jag är i Borgå", "JAG ÄR I BORGÅ"),
        ("lower case", "fi", "Päätä särkee", "päätä särkee"),
        ("no dots or rings", "sv", "Ångest på ön", "Angest pa on"),
        ("clitic", "fi", "Onko teillä aikoja", "Onkohan teillä aikoja"),
        ("clitic", "fi", "korva särkee, mistä apua", "korva särkee, mistähän apua"),
        ("clitic", "fi", "eilen lapsella oli kuume", "eilen lapsellakin oli kuume"),
        ("spoken endings", "sv", "Jag är sjuk och orkar inte", "Ja e sjuk o orkar int"),
        ("place in the other language", "fi", "Asun Sipoossa", "Asun Sibbossa"),
        ("place in the other language", "fi", "sipoo", "sibbo"),
        ("place in the other language", "sv", "Jag bor i Borgå", "Jag bor i Porvoo"),
        ("place in the other language", "sv", "bor i Porvoo", "bor i Borgå"),
        ("place inflected", "sv", "jag bor i Borgå", "jag bor i Borgås"),
        ("place inflected", "sv", "borgåbo", "borgå"),
    ],
)
def test_each_way(way: str, language: Language, text: str, new: str) -> None:
    """It alters what it names, keeps the capitals, and leaves the rest."""
    assert NAMED[way](text, language) == new


@pytest.mark.parametrize(
    ("way", "language", "text"),
    [
        ("typing error", "fi", "mikä on"),
        ("clitic", "fi", "kirja jossa mistä luin"),
        ("clitic", "sv", "mulla on det"),
        ("spoken endings", "fi", "jag"),
        ("place inflected", "fi", "asun Oulussa"),
        ("place misspelt", "sv", "ont i magen"),
        ("place in the other language", "sv", "ont i magen"),
    ],
)
def test_a_way_that_does_not_apply(way: str, language: Language, text: str) -> None:
    """Nothing is altered at random."""
    assert NAMED[way](text, language) in (None, text)


@pytest.mark.parametrize("text", "abcdefghijklmnopqrstuvwxyz")
def test_a_slip_is_one_letter_inside_the_word(text: str) -> None:
    """Doubled, dropped or swapped, and the ends stand."""
    new = slip("hammas", drawn(text))
    assert new != "hammas"
    assert abs(len(new) - 6) <= 1
    assert (new[0], new[-1]) == ("h", "s")
    assert set(new) <= set("hammas")


def test_a_typing_error_is_in_one_long_word() -> None:
    """Short words and numbers stand, and the same text always errs alike."""
    text = "pää 040123456 on kipeä"
    new = mutations.typo(text, "fi")
    assert new is not None
    assert new.split()[:3] == text.split()[:3]
    assert new.split()[3] != "kipeä"
    assert new == mutations.typo(text, "fi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_fillers_stand_around_the_line(language: Language) -> None:
    """The line itself is whole between them."""
    text = "Apua 2 h"
    before, behind = ALTERATIONS["filler before"], ALTERATIONS["filler behind"]
    assert str(before(text, language)).endswith(" " + text)
    assert str(behind(text, language)).startswith(text + " ")


def test_a_place_takes_a_form_of_the_catalogue() -> None:
    """A Finnish place is where, from where or by what, never a form for its residents."""
    forms = {PLACES.inflected(f"{number} asun Sipoossa", "fi") for number in range(40)}
    found = {str(form).split()[-1] for form in forms}
    assert len(found) > 2
    assert found <= {"Sipoo", "Sipoosta", "Sipoolla", "Sipoolta"}


def test_a_misspelt_place_is_one_slip_away() -> None:
    """Only the place is touched."""
    new = str(PLACES.misspelt("asun Porvoossa vielä", "fi"))
    assert new.startswith("asun P")
    assert new.endswith("a vielä")
    assert "Porvoossa" not in new


def test_only_what_is_altered_is_given() -> None:
    """A line in small letters without a place has no such alterations, and names stand once."""
    names = [name for name, _ in altered("on nuha", "fi", PLACES)]
    assert names == ["upper case", "clitic", "filler before", "filler behind"]
