"""The seven municipalities are the right ones."""

from bot.catalogue import Catalogue


def test_codes_of_the_seven_municipalities(content: Catalogue) -> None:
    """Statistics Finland's codes."""
    codes = {area.id: area.code for area in content.municipalities.values()}
    assert codes == {
        "askola": "018", "lapinjarvi": "407", "loviisa": "434", "myrskyla": "504",
        "porvoo": "638", "pukkila": "616", "sipoo": "753",
    }  # fmt: skip
