"""Whom a message is about, and how old they are."""

import pytest

from bot.language.people import age_in, who_in


@pytest.mark.parametrize(
    ("message", "who"),
    [
        ("lapsella on kuumetta", "child"),
        ("mun pojal särkee korvaa", "child"),
        ("kaksosilla ripulia", "child"),
        ("Barnet har feber", "child"),
        ("min dotter har ont i örat", "child"),
        ("äidillä on huimausta", "other"),
        ("mieheni juo liikaa", "other"),
        ("mormor klarar sig inte", "other"),
        ("min man har ramlat", "other"),
        ("äiti kysyy: lapsella kuume", "child"),
        ("minulla on kurkku kipeä", None),
        ("jag har ont i halsen", None),
        ("barnläkare", None),
        ("", None),
    ],
)
def test_who(message: str, who: str | None) -> None:
    """A child comes before the parent who writes; nobody named is nobody."""
    assert who_in(message) == who


@pytest.mark.parametrize(
    ("message", "age"),
    [
        ("poika 4 v", 4),
        ("4-vuotiaalla kuume", 4),
        ("tyttö on 12 vuotta", 12),
        ("oon 28v nainen", 28),
        ("äiti 81 v", 81),
        ("vauva 7kk", 0),
        ("barnet är 3 mån", 0),
        ("9 år", 9),
        ("en 5-åring", 5),
        ("jag är 45", 45),
        ("iältäni 67", 67),
        ("kvinna 72", 72),
        ("103-vuotias", 103),
        ("kipu kesti 3 kk", None),
        ("kuume 38,5", None),
        ("38.5 v", None),
        ("oon 20 euroa velkaa", None),
        ("numero 019 5600 111", None),
        ("", None),
    ],
)
def test_age(message: str, age: int | None) -> None:
    """Years in figures; months and weeks of a child are no year yet."""
    assert age_in(message) == age
