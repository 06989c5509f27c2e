"""Which row of a need fits."""

from datetime import datetime
from typing import Any

import pytest

from bot.catalogue import Condition
from bot.navigation.route import choose_route
from bot.navigation.situation import Situation
from tests.factories import TUESDAY_NIGHT, TUESDAY_NOON, catalogue, need, route

LAST = route("omaolo", says="last")


def chosen(
    when: Condition, *, asks: tuple[str, ...] = (), now: datetime = TUESDAY_NOON, **facts: Any
) -> str:
    """`first`, `last` or the name of the fact that is missing."""
    table = need("n", route("omaolo", says="first", when=when), LAST, asks=asks)
    found = choose_route(table, Situation(**facts), catalogue(), now)
    return found if isinstance(found, str) else found.says.fi


def test_the_first_row_that_fits() -> None:
    """A table is read from the top."""
    first, second = route("omaolo", says="one"), route("omaolo", says="two")
    found = choose_route(need("n", first, second), Situation(), catalogue(), TUESDAY_NOON)
    assert found is first


@pytest.mark.parametrize(
    ("when", "facts", "row"),
    [
        (Condition(who=("child",)), {"who": "child"}, "first"),
        (Condition(who=("child",)), {"who": "self"}, "last"),
        (Condition(who=("child",)), {}, "last"),
        (Condition(municipality=("sipoo", "porvoo")), {"municipality": "porvoo"}, "first"),
        (Condition(municipality=("sipoo",)), {"municipality": "porvoo"}, "last"),
        (Condition(municipality=("sipoo",)), {}, "last"),
        (Condition(language="sv"), {"language": "sv"}, "first"),
        (Condition(language="sv"), {"language": "fi"}, "last"),
        (Condition(age_from=65), {"age": 65}, "first"),
        (Condition(age_from=65), {"age": 64}, "last"),
        (Condition(age_from=65), {}, "last"),
        (Condition(age_under=18), {"age": 17}, "first"),
        (Condition(age_under=18), {"age": 18}, "last"),
        (Condition(age_under=18), {"age": 0}, "first"),
        (Condition(age_from=13, age_under=22), {"age": 21}, "first"),
        (Condition(age_from=13, age_under=22), {"age": 12}, "last"),
        (Condition(who=("child",), age_from=15), {"who": "child", "age": 14}, "last"),
    ],
)
def test_conditions(when: Condition, facts: dict[str, Any], row: str) -> None:
    """A row fits when all its conditions are known to hold; an unknown fact does not fit."""
    assert chosen(when, **facts) == row


@pytest.mark.parametrize(
    ("when", "asks", "missing"),
    [
        (Condition(who=("child",)), ("who",), "who"),
        (Condition(municipality=("sipoo",)), ("municipality",), "municipality"),
        (
            Condition(who=("child",), municipality=("sipoo",)),
            ("municipality", "who"),
            "municipality",
        ),
        (Condition(who=("child",), municipality=("sipoo",)), ("who", "municipality"), "who"),
    ],
)
def test_a_fact_that_is_missing(when: Condition, asks: tuple[str, ...], missing: str) -> None:
    """The bot asks for what the row turns on, in the order of `asks`."""
    assert chosen(when, asks=asks) == missing


def test_only_facts_the_row_turns_on_are_asked() -> None:
    """A need may ask for the municipality, but a row on age does not make it do so."""
    assert chosen(Condition(age_from=65), asks=("municipality",)) == "last"


def test_rows_further_down_do_not_ask() -> None:
    """A row that fits ends the search before a later one can ask."""
    later = route("omaolo", says="later", when=Condition(who=("child",)))
    table = need("n", route("omaolo", says="first"), later, asks=("who",))
    assert choose_route(table, Situation(), catalogue(), TUESDAY_NOON) is table.routes[0]


@pytest.mark.parametrize(
    ("wanted", "now", "row"),
    [
        (True, TUESDAY_NOON, "first"),
        (True, TUESDAY_NIGHT, "last"),
        (False, TUESDAY_NOON, "last"),
        (False, TUESDAY_NIGHT, "first"),
    ],
)
def test_hours_of_a_service(wanted: bool, now: datetime, row: str) -> None:
    """A row may hold only while a service is open, or only while it is closed."""
    assert chosen(Condition(service_open=("hyva_digi", wanted)), now=now) == row


@pytest.mark.parametrize("name", ["omaolo", "no_such"])
def test_unknown_hours_count_as_closed(name: str) -> None:
    """Nobody is sent to a door of which nothing says that it is open."""
    assert chosen(Condition(service_open=(name, True))) == "last"


def test_hours_of_ones_own_station() -> None:
    """A local kind means the service of the resident's municipality."""
    when = Condition(service_open=("health_station", True))
    assert chosen(when, municipality="sipoo") == "first"


def test_the_last_row_stands_in_for_all() -> None:
    """Content that breaks the rule is refused when read; the code still answers."""
    table = need("n", route("omaolo", says="only", when=Condition(language="sv")))
    assert choose_route(table, Situation(), catalogue(), TUESDAY_NOON) is table.routes[0]
