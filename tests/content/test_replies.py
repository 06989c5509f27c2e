"""Every reply the content can lead to, for everybody, in both languages, by day and by night."""

from collections.abc import Iterator
from datetime import datetime
from itertools import product
from typing import get_args

import pytest

from bot.catalogue import LANGUAGES, Catalogue, Emergency, Faq, Language, Need, Who
from bot.navigation.decision import (
    AskEmergency,
    AskFact,
    AskTopic,
    Guidance,
    HandOff,
    OutOfArea,
    OutOfDate,
    ShowEmergency,
    Tell,
)
from bot.navigation.guide import guide
from bot.navigation.handoff import OTHER_WAYS, other_ways
from bot.navigation.situation import Situation
from bot.saying.reply import Reply
from bot.saying.say import say
from tests.factories import helsinki
from tests.replies import faults

MOMENTS = {
    "Tuesday at ten": helsinki(2026, 11, 24, 10),
    "Christmas night": helsinki(2026, 12, 25, 3),
}


@pytest.fixture(params=list(MOMENTS.values()), ids=list(MOMENTS))
def moment(request: pytest.FixtureRequest) -> datetime:
    """A time when nearly everything is open, and when all but the helplines sleep."""
    found: datetime = request.param
    return found


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Either language."""
    found: Language = request.param
    return found


def everybody(topic: Need | Faq, content: Catalogue, language: Language) -> Iterator[Situation]:
    """Each municipality and none; for oneself, a child or somebody close; each age that matters."""
    rows = topic.routes if isinstance(topic, Need) else ()
    ages = {age for row in rows for age in (row.when.age_from, row.when.age_under)} | {None}
    people = (None, *get_args(Who)) if any(row.when.who for row in rows) else (None,)
    for home, who, age in product((None, *content.municipalities), people, ages):
        yield Situation(language=language, municipality=home, who=who, age=age)


def replies(
    topic: Need | Faq, content: Catalogue, language: Language, moment: datetime
) -> Iterator[tuple[Situation, Reply]]:
    """What everybody is told about a topic, with the reminder, which makes it longest."""
    for situation in everybody(topic, content, language):
        decision = guide(topic.id, situation, content, moment, reminder=True)
        yield situation, say(decision, language, moment, content)


def test_topics(
    topic: Need | Faq, content: Catalogue, language: Language, moment: datetime
) -> None:
    """Card, length, three services, single lines; and whoever is guided is given a contact."""
    wrong = {}
    for situation, reply in replies(topic, content, language, moment):
        found = faults(reply)
        contacts = [c for service in reply.card.get("services", ()) for c in service["contacts"]]
        if reply.card["card"] == "guidance" and not contacts:
            found.append("no contact")
        if found:
            wrong[f"{situation.municipality}/{situation.who}/{situation.age}"] = found
    assert wrong == {}


def test_history_is_never_told(need: Need, content: Catalogue, language: Language) -> None:
    """Rows of the matrix that are over, or not sure, are in no reply."""
    moment, told, kept_back = MOMENTS["Tuesday at ten"], set(), set()
    for row in content.matrix.rows:
        label = content.matrix.functions[row.function].into(language)
        line = f"{label}: {row.value.into(language)}"
        (told if row.provenance.may_be_shown_on(moment.date()) else kept_back).add(line)
    for _, reply in replies(need, content, language, moment):
        assert [line for line in kept_back - told if line in reply.text] == []


def test_a_known_municipality_is_not_asked_for(need: Need, content: Catalogue) -> None:
    """Two questions at most, and each leads on."""
    for home, who in product(content.municipalities, get_args(Who)):
        situation = Situation(municipality=home, who=who)
        found = guide(need.id, situation, content, MOMENTS["Tuesday at ten"], reminder=False)
        assert isinstance(found, Guidance)


def test_emergencies(
    emergency: Emergency, content: Catalogue, language: Language, moment: datetime
) -> None:
    """The number is in the text, 112 is named, the contract is kept."""
    reply = say(ShowEmergency(emergency=emergency), language, moment, content)
    assert faults(reply) == []
    assert "112" in reply.text
    assert reply.card["number"] in reply.text


def test_the_question_about_an_emergency(
    emergency: Emergency, content: Catalogue, language: Language
) -> None:
    """Whatever the emergency, the question names 112."""
    moment = MOMENTS["Tuesday at ten"]
    reply = say(AskEmergency(emergency=emergency), language, moment, content)
    assert faults(reply) == []
    assert "112" in reply.text


def test_questions(content: Catalogue, language: Language) -> None:
    """Facts and topics, first and again."""
    moment, need = MOMENTS["Tuesday at ten"], next(iter(content.needs.values()))
    facts = [
        AskFact(fact=fact, need=need, again=again)
        for fact in ("municipality", "who")
        for again in (False, True)
    ]
    decisions = [*facts, AskTopic(topics=content.menu[:3])]
    assert [faults(say(decision, language, moment, content)) for decision in decisions] == [[]] * 5


def test_neighbours(content: Catalogue, language: Language) -> None:
    """Every neighbour is told who serves them."""
    moment = MOMENTS["Tuesday at ten"]
    for neighbour in content.neighbours.values():
        assert faults(say(OutOfArea(neighbour=neighbour), language, moment, content)) == []


def test_what_is_out_of_date(topic: Need | Faq, content: Catalogue, language: Language) -> None:
    """Whatever ends, residents are told so, with numbers."""
    moment = MOMENTS["Tuesday at ten"]
    services = other_ways(Situation(municipality="sipoo"), content)
    reply = say(OutOfDate(label=topic.label, services=services), language, moment, content)
    assert faults(reply) == []


def test_handoffs(content: Catalogue, language: Language, moment: datetime) -> None:
    """With every way the bot may name, in every municipality."""
    for home in content.municipalities:
        ways = [content.service(way, home) for way in OTHER_WAYS]
        decision = HandOff(
            state="unavailable",
            queue="county",
            place=12,
            wait_minutes=45,
            opens=helsinki(2026, 12, 29, 8),
            services=tuple(way for way in ways if way)[:3],
        )
        assert faults(say(decision, language, moment, content)) == []


def test_notices(content: Catalogue, language: Language) -> None:
    """Every sentence of small talk and every notice."""
    moment = MOMENTS["Tuesday at ten"]
    keys = [key for key in content.messages if key.startswith(("small_talk.", "notice."))]
    for key in set(keys) - {"notice.out_of_area", "notice.out_of_date"}:
        assert faults(say(Tell(key=key, menu=True, person=True), language, moment, content)) == []
