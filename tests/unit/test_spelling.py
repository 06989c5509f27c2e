"""What is mistyped is put right by the words of the examples, and fillers are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from bot.language.spelling import Spelling

if TYPE_CHECKING:
    from bot.catalogue.text import Language

TAUGHT: Final[dict[Language, list[str]]] = {
    "fi": [
        "missä on hammaslääkäri",
        "tarvitsen ajan, hammaslääkäri",
        "sääri on kipeä",
        "sääri turpoaa",
        "sääreen ja sääri sattuu, särky",
        "kova särky",
        "missä on saari",
        "saari ja silta",
        "lapset ja lapsen testikit",
        "lapset, lapsen testikit, testikiz",
        "kuume nousi",
        "kuume laski",
        "resepti vanheni",
        "resepti uusiksi",
        "diagnoosi puuttuu",
    ],
    "sv": [
        "var finns tandläkare",
        "jag behöver en tandläkare",
        "jag får feber",
        "barnet får feber",
        "får jag komma",
        "far är sjuk",
        "min far har ont",
        "mitt recept gick ut",
        "nytt recept tack",
        "barnet och barnen",
        "barnen, barnet och testkitz",
        "ett testkit hem",
        "två testkit",
        "min diagnos saknas",
    ],
}
PLACES: Final = frozenset({"resepto", "recepto"})
"""Two villages that are one slip away from words of the examples."""


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    """What a handful of examples teach."""
    return Spelling(TAUGHT, PLACES.__contains__)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Moi, siis missä on sääri", "missä on sääri"),
        ("Hei! Anteeksi, tuota missä on sääri", "missä on sääri"),
        ("sääri on kipeä, kiitos etukäteen!", "sääri on kipeä"),
        ("sääri on kipeä niinku. Kiitti", "sääri on kipeä"),
        ("hejsan alltså, jag får feber", "jag får feber"),
        ("Hej! Ursäkta, jag får feber", "jag får feber"),
        ("jag får feber, tack så mycket!", "jag får feber"),
        ("jag får feber liksom. Tackar", "jag får feber"),
    ],
)
def test_fillers_at_both_ends_are_left_out(spelling: Spelling, typed: str, told: str) -> None:
    """Greetings, thanks and fillers say nothing about the need."""
    assert spelling.put_right(typed) == told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Moi",
        "hei moi",
        "kiitos paljon",
        "moi uusi resepti",
        "missä siis on sääri",
        "Hej",
        "hejsan hej",
        "tack så mycket",
        "hej nytt recept",
        "var är alltså tandläkare",
    ],
)
def test_fillers_that_are_the_message_or_inside_it_stay(spelling: Spelling, text: str) -> None:
    """A greeting is answered as one, and a short message keeps its beginning."""
    assert spelling.put_right(text) == text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Tarkea asia: Hammaslaakari!", "Tarkea asia: hammaslääkäri!"),
        ("Vem behover en Tandlakare?", "Vem behover en tandläkare?"),
    ],
)
def test_dots_and_rings_come_from_the_examples(spelling: Spelling, typed: str, told: str) -> None:
    """Words that stand in two examples get them back, others and all signs stay as they are."""
    assert spelling.put_right(typed) == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("saari sarkyy", "sääri sarkyy"),
        ("jag far brostet", "jag får brostet"),
    ],
)
def test_the_commonest_form_is_meant(spelling: Spelling, typed: str, told: str) -> None:
    """Where the bare letters spell two words of the examples, the more frequent one is taken."""
    assert spelling.put_right(typed) == told


@pytest.mark.parametrize(
    "text",
    [
        "saari on kaukana",
        "saari sarkyy yöllä",
        "sarky yöllä",
        "min far arbetar",
        "far har ont i brostet på natten",
        "en tandlakare på lördag",
    ],
)
def test_who_has_the_letters_means_what_is_typed(spelling: Spelling, text: str) -> None:
    """Nothing is restored where nothing is missing, or where the keyboard has å, ä and ö."""
    assert spelling.put_right(text) == text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("missä on hammaslääkri", "missä on hammaslääkäri"),
        ("hammaslääkräi on missä", "hammaslääkäri on missä"),
        ("Reseptti on vanhentunut!", "resepti on vanhentunut!"),
        ("minulla on kyume", "minulla on kuume"),
        ("jag behöver en tandläkre", "jag behöver en tandläkare"),
        ("jag behöver en tandläkaer", "jag behöver en tandläkare"),
        ("Recpt har gått ut!", "recept har gått ut!"),
        ("barnet har hög febet", "barnet har hög feber"),
    ],
)
def test_one_slip_is_put_right(spelling: Spelling, typed: str, told: str) -> None:
    """A letter left out, added, changed or swapped becomes the only word that is so near."""
    assert spelling.put_right(typed) == told


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("kuuma kesä", "it is in a dictionary"),
        ("barnens tider", "it is in a dictionary"),
        ("resepto on missä", "it is a place"),
        ("jag bor i recepto", "it is a place"),
        ("missä on testikiz", "it stands in an example"),
        ("var finns testkitz", "it stands in an example"),
        ("missä lapsex on", "two words are equally near"),
        ("jag och barnex", "two words are equally near"),
        ("diagnoosz on missä", "the word near it stands in one example only"),
        ("jag saknar diagnoz", "the word near it stands in one example only"),
        ("missä on xyzzyq", "no word is near it"),
        ("jag har xyzzyq", "no word is near it"),
        ("minulla on kume", "it is short"),
        ("jag har febr", "it is short"),
        ("missä on testikin", "it is a known word with a particle"),
    ],
)
def test_what_may_be_meant_stays(spelling: Spelling, text: str, why: str) -> None:
    """A message is left alone where nothing is surely wrong, or nothing surely right."""
    assert spelling.put_right(text) == text, why
