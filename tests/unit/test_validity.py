"""What has not begun, or is over, never reaches a resident; whoever asks for it is told so."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.catalogue import Catalogue, Language, Matrix, Row
from bot.navigation.decision import AskTopic, OutOfArea, OutOfDate, Tell
from bot.navigation.guide import guide
from bot.navigation.navigate import navigate
from bot.navigation.situation import Situation, Understood
from bot.saying.reply import Reply
from bot.saying.say import say
from tests.factories import (
    HELSINKI_CITY,
    TUESDAY_NOON,
    catalogue,
    emergency,
    expired,
    faq,
    need,
    provenance,
    route,
    service,
    text,
)
from tests.replies import faults

LAST = TUESDAY_NOON.date()
NEXT_DAY = TUESDAY_NOON + timedelta(days=1)
HIDDEN_WORDS = "words of yesterday"
MATRIX = Matrix(
    functions={"organiser": text("Organiser"), "booking": text("Booking")},
    rows=(
        Row(
            function="organiser",
            municipality=None,
            value=text("The old one"),
            provenance=provenance(valid_until=LAST),
        ),
        Row(
            function="organiser",
            municipality=None,
            value=text("The new one"),
            provenance=provenance(valid_from=NEXT_DAY.date()),
        ),
        Row(
            function="booking",
            municipality=None,
            value=text("By phone"),
            provenance=provenance("https://rows.example/"),
        ),
        Row(
            function="booking",
            municipality="sipoo",
            value=text("On the web"),
            provenance=provenance(),
        ),
        Row(
            function="booking",
            municipality="porvoo",
            value=text("A rumour"),
            provenance=provenance(confidence="low"),
        ),
    ),
)


def lines(home: str | None, now: datetime, language: Language = "fi") -> list[str]:
    """What a route that shows the matrix tells of it."""
    shown = route("omaolo", shows=("organiser", "booking"))
    content = catalogue(need("organisers", shown), matrix=MATRIX)
    decision = guide("organisers", Situation(municipality=home), content, now, reminder=False)
    reply = say(decision, language, now, content)
    assert faults(reply) == []
    return [line for line in reply.text.splitlines() if "guidance.today" in line]


def test_rows_change_with_the_day() -> None:
    """A row is told from its first day to its last."""
    assert lines(None, TUESDAY_NOON) == [
        "guidance.today Organiser The old one",
        "guidance.today Booking By phone",
    ]
    assert lines(None, NEXT_DAY, "sv") == [
        "sv:guidance.today sv:Organiser sv:The new one",
        "sv:guidance.today sv:Booking sv:By phone",
    ]


def test_a_municipality_hears_its_own_rows_first() -> None:
    """Then the county's; what is not sure is kept back."""
    assert lines("sipoo", TUESDAY_NOON)[1:] == [
        "guidance.today Booking On the web",
        "guidance.today Booking By phone",
    ]
    assert lines("porvoo", TUESDAY_NOON)[1:] == ["guidance.today Booking By phone"]


def test_rows_name_their_sources() -> None:
    """As every fact of a reply."""
    content = catalogue(need("n", route("omaolo", shows=("booking",))), matrix=MATRIX)
    decision = guide("n", Situation(), content, TUESDAY_NOON, reminder=False)
    sources = say(decision, "fi", TUESDAY_NOON, content).card["sources"]
    assert "https://rows.example/" in [source["url"] for source in sources]


def with_endings() -> Catalogue:
    """A need, a question, a service and a neighbour that hold until Tuesday."""
    over, named = expired(LAST), text(HIDDEN_WORDS)
    return catalogue(
        need("old_need", route("omaolo", says=HIDDEN_WORDS), provenance=over),
        faq("old_faq", answer=named, provenance=over),
        service("old_service", about=named, provenance=over),
        need("naming", route("old_service", "omaolo")),
        faq("asking", "old_service"),
        menu=("cough", "old_need", "old_faq"),
        neighbours={"helsinki": replace(HELSINKI_CITY, provenance=over, county=named)},
    )


def told(topic: str, now: datetime) -> Reply:
    """What is said about a topic."""
    content = with_endings()
    decision = guide(topic, Situation(municipality="sipoo"), content, now, reminder=True)
    return say(decision, "fi", now, content)


@pytest.mark.parametrize("topic", ["old_need", "old_faq", "naming", "asking"])
def test_neither_text_nor_card_shows_what_is_over(topic: str) -> None:
    """On the last day it is told, on the next it is not."""
    today, tomorrow = told(topic, TUESDAY_NOON), told(topic, NEXT_DAY)
    assert HIDDEN_WORDS in today.text
    assert HIDDEN_WORDS not in tomorrow.text + json.dumps(tomorrow.card)
    assert faults(tomorrow) == []


@pytest.mark.parametrize("topic", ["old_need", "old_faq"])
def test_who_asks_for_what_is_over_is_told_so(topic: str) -> None:
    """The truth, the topic's name, numbers of people who know, and 112 where it was mentioned."""
    reply = told(topic, NEXT_DAY)
    assert reply.card["notice"] == "out_of_date"
    assert reply.text.startswith(f"notice.out_of_date {topic.title()}")
    assert "019 5600 600" in reply.text
    assert reply.text.endswith("guidance.reminder")
    assert [button.title for button in reply.buttons] == ["button.person"]


def test_what_is_over_is_not_remembered() -> None:
    """The next message is not held against it."""
    understood = Understood(topics=("old_need",))
    after, decision = navigate(Situation(), understood, with_endings(), NEXT_DAY)
    assert isinstance(decision, OutOfDate)
    assert after.topic is None


def test_what_is_over_is_no_choice() -> None:
    """Neither among likely topics nor on the menu; alone it is answered for."""
    content, both = with_endings(), Understood(topics=("old_need", "cough"))
    _, decision = navigate(Situation(), both, content, NEXT_DAY)
    assert decision == AskTopic(topics=("cough",))
    none_left = Understood(topics=("old_need", "old_faq"))
    _, decision = navigate(Situation(), none_left, content, NEXT_DAY)
    assert isinstance(decision, OutOfDate)
    menu = say(Tell(key="notice.ask_need", menu=True), "fi", NEXT_DAY, content)
    assert [button.title for button in menu.buttons] == ["Cough"]


def test_a_neighbour_that_is_over_is_not_told() -> None:
    """Better nothing than the wrong county."""
    understood, content = Understood(neighbour="helsinki"), with_endings()
    _, today = navigate(Situation(), understood, content, TUESDAY_NOON)
    _, tomorrow = navigate(Situation(), understood, content, NEXT_DAY)
    assert isinstance(today, OutOfArea)
    assert isinstance(tomorrow, Tell)


def test_an_emergency_never_ends() -> None:
    """The check tells its date; nobody is left without a number."""
    content = catalogue(emergency("stroke", provenance=expired(date(2020, 1, 1))))
    assert "stroke" in content.on(LAST).emergencies


def test_a_day_on_which_all_holds() -> None:
    """The catalogue is then the same."""
    content = catalogue()
    assert content.on(LAST) is content
