"""The seven municipalities are the right ones, and known by what residents call their places."""

import pytest

from bot.catalogue import Catalogue
from bot.language.places import Gazetteer


def test_codes_of_the_seven_municipalities(content: Catalogue) -> None:
    """Statistics Finland's codes."""
    codes = {area.id: area.code for area in content.municipalities.values()}
    assert codes == {
        "askola": "018", "lapinjarvi": "407", "loviisa": "434", "myrskyla": "504",
        "porvoo": "638", "pukkila": "616", "sipoo": "753",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "home"),
    [
        ("mikä mahtaa olla näsin terveysaseman puhelinnumero", "porvoo"),
        ("vem svarar på Näse hälsostation", "porvoo"),
        ("monesko kerros hyvinvointikeskus Onnissa", "pukkila"),
        ("jag har ont i näsan", None),
        ("onni on terve", None),
    ],
)
def test_a_health_station_by_its_own_name(content: Catalogue, asked: str, home: str | None) -> None:
    """A station named after something else than its municipality tells the municipality too."""
    assert Gazetteer(content).find(asked).municipality == home
