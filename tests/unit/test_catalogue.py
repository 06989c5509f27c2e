"""The catalogue finds services, and facts know when they hold."""

from datetime import date

import pytest

from bot.catalogue import EmergencyContact
from tests.factories import (
    OFFICE_HOURS,
    STATION_PORVOO,
    STATION_SIPOO,
    TUESDAY_NIGHT,
    TUESDAY_NOON,
    catalogue,
    emergency,
    provenance,
)


def test_a_service_by_its_id() -> None:
    """A service is found by name, wherever the resident lives."""
    found = catalogue().service("health_station_sipoo", "porvoo")
    assert found is STATION_SIPOO


def test_a_local_service_by_its_kind() -> None:
    """The kind leads to the service of the resident's municipality."""
    assert catalogue().service("health_station", "porvoo") is STATION_PORVOO


@pytest.mark.parametrize(("name", "home"), [("health_station", None), ("no_such", "porvoo")])
def test_no_service(name: str, home: str | None) -> None:
    """Without a municipality, or under a wrong name, there is none."""
    assert catalogue().service(name, home) is None


@pytest.mark.parametrize(("topic", "label"), [("cough", "Cough"), ("fees", "Fees")])
def test_labels(topic: str, label: str) -> None:
    """Needs and FAQs share one way to their labels."""
    assert catalogue().label(topic).fi == label


def test_no_label() -> None:
    """A topic that does not exist is an error, not an empty button."""
    with pytest.raises(KeyError):
        catalogue().label("no_such")


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 1, 9), False),
        (date(2026, 1, 10), True),
        (date(2026, 3, 31), True),
        (date(2026, 4, 1), False),
    ],
)
def test_validity(day: date, holds: bool) -> None:
    """Both days of the span belong to it."""
    facts = provenance(valid_from=date(2026, 1, 10), valid_until=date(2026, 3, 31))
    assert facts.holds_on(day) is holds


def test_numbers_that_answer_now() -> None:
    """A number that is closed, or speaks another language, is passed over."""
    crisis = emergency(
        "crisis",
        EmergencyContact(number="1", languages=("sv",)),
        EmergencyContact(number="2", hours=OFFICE_HOURS),
        EmergencyContact(number="112"),
    )
    assert [c.number for c in crisis.numbers("fi", TUESDAY_NOON)] == ["2", "112"]
    assert [c.number for c in crisis.numbers("sv", TUESDAY_NIGHT)] == ["1", "112"]


def test_a_number_even_when_none_answers() -> None:
    """An emergency never comes without a number."""
    crisis = emergency("crisis", EmergencyContact(number="2", hours=OFFICE_HOURS))
    assert [c.number for c in crisis.numbers("fi", TUESDAY_NIGHT)] == ["2"]
