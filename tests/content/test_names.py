"""Names of people are no emergencies, and no slips of other words."""

from __future__ import annotations

import pytest

from bot.content.current import guard, spelling

SURNAMES = """
    Aaltonen Ahonen Andersson Backman Blomqvist Eriksson Forsman Hakala Hakkarainen Halonen
    Harju Heikkinen Holmström Huttunen Hämäläinen Hänninen Häkkinen Järvinen Kallio Kettunen
    Koivisto Korhonen Koskela Koskinen Laaksonen Laine Lappalainen Lehtonen Lindholm Lindroos
    Mikkonen Mustonen Mäkelä Nieminen Nyman Palomäki Peltonen Pitkänen Rantala Räisänen Räsänen
    Saarinen Salminen Salonen Savolainen Sjöblom Suominen Söderholm Tapper Turunen Vaara Vainio
    Virtanen Väisänen Westerlund Öhman Österberg
""".split()
GIVEN_NAMES = """
    Anneli Antti Armi Birgitta Börje Christer Dagmar Eero Elo Göran Hannele Heikki Heli Ilkka
    Juhani Kristi Kristiina Lars Lauri Maj Margareta Nils Olavi Pentti Petri Päivi Raija Raili
    Raisa Sami Seppo Solveig Sten Stig Tarja Toivo Tuula Ulla Vera Vesa Viveka Åke
""".split()
"""Frequent ones in the region, and those that look like a word of a rule."""

NAMES = [*SURNAMES, *GIVEN_NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_shows_no_card(name: str) -> None:
    """The rules overlook it, alone and among others, whichever way it is written."""
    for text in (name, name.lower(), f"doktor {name} ringde mig", f"lääkärini {name} soitti"):
        assert guard().judge_by_rules(text).state == "none"


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_not_put_right(name: str) -> None:
    """Nobody is called by another word."""
    for text in (f"doktor {name} ringde mig", f"lääkärini {name} soitti"):
        assert name in spelling().put_right(text)
