"""Where a resident lives, as residents write it."""

import pytest

from bot.language.places import Gazetteer, Places
from tests.factories import catalogue

GAZETTEER = Gazetteer(catalogue())


def lives_in(message: str) -> str | None:
    """The home a message names, in the county or outside it."""
    found = GAZETTEER.find(message)
    return found.municipality or found.neighbour


@pytest.mark.parametrize(
    "message",
    [
        "Sipoo",
        "sibbo",
        "asun Sipoossa",
        "oon sipoost",
        "sipoos",
        "Sipooseen",
        "jag bor i Sibbo",
        "sibbobor",
        "SIPOO!!",
        "Nikkilässä",
        "Nickby",
        "nikkilalainen",
        "etelä paippisissa",
        "Södra Paipis",
        "04130",
        "asun postinumerolla 04130",
    ],
)
def test_forms_of_a_municipality(message: str) -> None:
    """Inflected, spoken, in either language, by village or by postal code."""
    assert GAZETTEER.find(message).municipality == "sipoo"


@pytest.mark.parametrize("message", ["Porvosssa", "Porvosa", "asun Prvoossa", "Porovossa"])
def test_one_typing_error(message: str) -> None:
    """A letter added, left out or swapped in a longer name is forgiven."""
    assert GAZETTEER.find(message).municipality == "porvoo"


@pytest.mark.parametrize("message", ["Borvoossa", "Prvsosa", "Sipoe"])
def test_more_than_a_typing_error(message: str) -> None:
    """Not a wrong first letter, not two errors, nothing in a short name."""
    assert GAZETTEER.find(message).municipality is None


@pytest.mark.parametrize(
    "message", ["", "kipeä kurkku", "sipuli", "041300", "0413", "boxi", "porvari"]
)
def test_words_that_are_no_places(message: str) -> None:
    """Neither a longer number nor a word that is near to a name."""
    assert GAZETTEER.find(message) == Places()


@pytest.mark.parametrize(
    ("message", "home"),
    [
        ("Box", "sipoo"),
        ("asun Boxissa", None),
        ("jag bor i Box", "sipoo"),
        ("en box med medicin", None),
    ],
)
def test_common_words_need_a_cue(message: str, home: str | None) -> None:
    """A village with an everyday name counts alone, or after words such as `bor i`."""
    assert GAZETTEER.find(message).municipality == home


@pytest.mark.parametrize(
    "message", ["asun Helsingissä", "Helsingistä", "bor i Helsingfors", "00100"]
)
def test_neighbours(message: str) -> None:
    """A home outside the county is found as well."""
    assert GAZETTEER.find(message).neighbour == "helsinki"


@pytest.mark.parametrize(
    "message", ["pitääkö minun mennä Helsinkiin", "måste jag åka till Helsingfors"]
)
def test_destinations_are_no_homes(message: str) -> None:
    """Who is sent to a hospital elsewhere does not live there."""
    assert GAZETTEER.find(message).neighbour is None


def test_the_county_wins_over_a_neighbour() -> None:
    """Work in Helsinki does not make a resident of Sipoo a stranger."""
    found = GAZETTEER.find("asun Sipoossa ja käyn töissä Helsingissä")
    assert (found.municipality, found.neighbour) == ("sipoo", None)


def test_a_cue_decides_between_places() -> None:
    """The place after `asun` is the home, not the one mentioned first."""
    assert GAZETTEER.find("Porvoossa kävin, mutta asun Sipoossa").municipality == "sipoo"


@pytest.mark.parametrize(
    ("message", "home"),
    [
        ("muutettiin Sipoosta Helsinkiin", "helsinki"),
        ("flyttade från Sibbo till Helsingfors", "helsinki"),
        ("muutin Helsingistä Sipooseen", "sipoo"),
        ("flytta ti Borgå från Helsingfors", "porvoo"),
        ("Nikkilästä lähdettiin Helsinkiin, muutto oli eilen", "helsinki"),
        ("flytten från Sibbo till Helsingfors är på lördag", "helsinki"),
    ],
)
def test_home_is_where_one_has_moved(message: str, home: str) -> None:
    """The place that somebody has left is home no more, in the county or outside it."""
    assert lives_in(message) == home


@pytest.mark.parametrize(
    ("message", "home"),
    [
        ("Helsingissä kämppä, töissä Sipoossa", "helsinki"),
        ("jobbar i Borgå men Sibbo är hemma", "sipoo"),
        ("en Porvoossa vaan Sipoossa", "sipoo"),
        ("töissä Sipoossa", "sipoo"),
        ("bor i Helsingfors, precis över gränsen från Sibbo", "helsinki"),
        ("Kotoisin Loviisasta, nyt asun Helsingissä", "helsinki"),
        ("postnummer 00100, alla tar oss för sibbobor", "helsinki"),
        ("kesät Sipoossa, kirjat Helsingissä", "helsinki"),
        ("sommarhus i Sibbo, folkbokförd i Helsingfors", "helsinki"),
    ],
)
def test_work_and_denial_are_no_homes(message: str, home: str) -> None:
    """Where one works, comes from or does not live counts when no home is named."""
    assert lives_in(message) == home


@pytest.mark.parametrize(
    ("message", "only"),
    [
        ("Sipoo", True),
        ("no Sipoossa asun", True),
        ("jag bor i Sibbo", True),
        ("no tuolla Nikkilän suunnalla asustelen", True),
        ("nå här i Nickby bor vi ju", True),
        ("Sipoossa hammaslääkäri", False),
        ("kurkku kipeä", False),
        ("", False),
    ],
)
def test_a_message_that_is_only_a_place(message: str, only: bool) -> None:
    """Small words beside the place do not make it more."""
    assert GAZETTEER.find(message).only is only


@pytest.mark.parametrize(("word", "place"), [("sipoossa", True), ("kurkku", False)])
def test_a_single_word(word: str, place: bool) -> None:
    """The language reader asks this of each word: names say nothing of a language."""
    assert GAZETTEER.is_place(word) is place
