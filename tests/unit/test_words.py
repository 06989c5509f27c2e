"""Hours and moments as residents read them."""

from datetime import datetime, time

import pytest

from bot.catalogue import Language, OpeningHours, Period, Text
from bot.saying.words import Words
from tests.factories import ALWAYS, OFFICE_HOURS, TUESDAY_NOON, catalogue, helsinki, text, weekly


def words(language: Language = "fi", **rest: dict[str, Text]) -> Words:
    """The messages of the small county on a Tuesday at noon."""
    return Words(catalogue(**rest), language, TUESDAY_NOON)


SATURDAY = weekly([5], "9.00", "14.30")


@pytest.mark.parametrize(
    ("hours", "fi", "sv"),
    [
        (OFFICE_HOURS, "ma–pe 8–16", "må–fr 8–16"),
        (ALWAYS, "ympäri vuorokauden", "dygnet runt"),
        (weekly([1], "8.00", "9.05"), "ti 8–9.05", "ti 8–9.05"),
        (weekly([0, 2, 3, 4], "8.00", "16.00"), "ma, ke–pe 8–16", "må, on–fr 8–16"),
        (
            OpeningHours(periods=OFFICE_HOURS.periods + SATURDAY.periods),
            "ma–pe 8–16, la 9–14.30",
            "må–fr 8–16, lö 9–14.30",
        ),
    ],
)
def test_hours(hours: OpeningHours, fi: str, sv: str) -> None:
    """Neighbouring days are joined, full hours are short."""
    assert (words("fi").hours(hours), words("sv").hours(hours)) == (fi, sv)


def test_hours_to_midnight() -> None:
    """The end of the day is 24."""
    evening = Period(weekday=0, opens=time(18), closes=time.max)
    assert words().hours(OpeningHours(periods=(evening,))) == "ma 18–24"


def test_unknown_hours() -> None:
    """What is not known is not said."""
    assert words().hours(None) is None


@pytest.mark.parametrize(
    ("moment", "fi", "sv"),
    [
        (helsinki(2026, 11, 24, 16), "tänään klo 16.00", "i dag kl. 16.00"),
        (helsinki(2026, 11, 25, 8), "huomenna klo 8.00", "i morgon kl. 8.00"),
        (helsinki(2026, 11, 30, 8, 30), "maanantaina klo 8.30", "på måndag kl. 8.30"),
        (helsinki(2026, 12, 1, 8), "tiistaina 1.12. klo 8.00", "på tisdag 1.12. kl. 8.00"),
    ],
)
def test_moments(moment: datetime, fi: str, sv: str) -> None:
    """Today and tomorrow by name, else the weekday; with the date from a week on."""
    assert (words("fi").moment(moment), words("sv").moment(moment)) == (fi, sv)


def test_a_message_that_is_missing() -> None:
    """A key that no content has is an error with its name."""
    with pytest.raises(KeyError, match="no_such"):
        words()("notice.no_such")


def test_a_fact_that_is_missing() -> None:
    """A placeholder that nobody fills is an error with its name."""
    with pytest.raises(KeyError, match="place"):
        words(messages={"handoff.place": text("{place}")})("handoff.place")


@pytest.mark.parametrize(("topic", "payload"), [("cough", "/need_cough"), ("fees", "/faq_fees")])
def test_topic_buttons(topic: str, payload: str) -> None:
    """A button shows the label and sends the intent."""
    button = words("sv").topic_button(topic)
    assert (button.title, button.payload) == (f"sv:{topic.title()}", payload)
