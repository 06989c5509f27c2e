"""Where the routes of our content lead: what a good switchboard operator would say."""

from datetime import datetime
from itertools import product
from typing import get_args

import pytest

from bot.catalogue import Catalogue, Faq, Need, Who
from bot.content.checks.services import named
from bot.navigation.decision import Guidance
from bot.navigation.guide import guide
from bot.navigation.situation import Situation
from tests.factories import helsinki

DAY, EVENING, NIGHT = (
    helsinki(2026, 11, 24, 10),
    helsinki(2026, 11, 24, 18),
    helsinki(2026, 12, 25, 3),
)
URGENT = ("child_fever", "small_wound", "urgent_care")


def ids(need: str, content: Catalogue, situation: Situation, moment: datetime = DAY) -> list[str]:
    """The services of a need for somebody, best first."""
    found = guide(need, situation, content, moment, reminder=False)
    assert isinstance(found, Guidance)
    return [service.id for service, _ in found.services]


def assessed(content: Catalogue) -> list[str]:
    """The needs for which Omaolo comes first by day."""
    grown = Situation(municipality="porvoo", age=40)
    asked = {need.id for need in content.needs.values() if need.routes[-1].assessment}
    return sorted(n for n in asked if ids(n, content, grown)[0] == "omaolo" and n != "health_check")


def test_every_service_of_a_route_says_why(need: Need) -> None:
    """A name alone does not help to choose."""
    assert [o.service for row in need.routes for o in row.offers if o.why is None] == []


def test_a_sick_child_at_night_is_told_who_answers(content: Catalogue) -> None:
    """116 117 first; the station's daytime number stays."""
    child = Situation(municipality="sipoo", who="child", age=4)
    told = {need: ids(need, content, child, NIGHT) for need in assessed(content) if need != "std"}
    assert len(told) == 15
    assert {tuple(found[:2]) for found in told.values()} == {
        ("medical_helpline", "health_station_sipoo")
    }


def test_omaolo_is_for_those_who_have_turned_15(need: Need, content: Catalogue) -> None:
    """No assessment is named to a child, by day or by night."""
    for who, moment in product(get_args(Who), (DAY, EVENING, NIGHT)):
        young = Situation(municipality="askola", who=who, age=13)
        found = guide(need.id, young, content, moment, reminder=False)
        assert isinstance(found, Guidance)
        assert found.route.assessment is None


@pytest.mark.parametrize("urgent", URGENT)
def test_urgent_matters_when_the_station_is_closed(urgent: str, content: Catalogue) -> None:
    """116 117 comes first in the evening, and nobody is asked where they live."""
    for moment in (EVENING, NIGHT):
        assert ids(urgent, content, Situation(), moment)[0] == "medical_helpline"


@pytest.mark.parametrize("urgent", URGENT)
def test_urgent_matters_by_day(urgent: str, content: Catalogue) -> None:
    """On weekdays one's own station comes first."""
    at_home = Situation(municipality="askola")
    assert ids(urgent, content, at_home)[0] == "health_station_askola"


def test_every_sure_service_is_named(content: Catalogue) -> None:
    """Facts of medium confidence and better can be reached by asking."""
    reached = named(content)
    sure = [
        service.id
        for service in content.services.values()
        if service.provenance.confidence != "low" and service.provenance.valid_until is None
    ]
    assert [s for s in sure if s not in reached and content.services[s].local not in reached] == []


def test_answers_point_at_few_services(faq: Faq) -> None:
    """Three doors at most."""
    assert len(faq.services) <= 3
