"""When Rasa does not answer the resident is told so, and helped all the same."""

from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from django.utils import timezone
from pytest_django import Settings

from chat.conversations.models import Conversation, Message
from tests.integration.content import DANGER
from tests.integration.fake_rasa import FakeRasa, item
from tests.integration.resident import Resident, cards, eventually


def silent(rasa: FakeRasa, _settings: Settings) -> None:
    """The action server is down."""
    rasa.answer = []


def broken(rasa: FakeRasa, _settings: Settings) -> None:
    """An exception in Rasa."""
    rasa.status = 500


def slow(rasa: FakeRasa, _settings: Settings) -> None:
    """Longer than a resident waits."""
    rasa.delay = 1.0


def down(_rasa: FakeRasa, settings: Settings) -> None:
    """Nobody listens there."""
    object.__setattr__(settings.OPASTIN, "rasa_url", "http://127.0.0.1:9")


def no_json(rasa: FakeRasa, _settings: Settings) -> None:
    """A proxy's own page."""
    rasa.answer = b"<html>502</html>"


def no_list(rasa: FakeRasa, _settings: Settings) -> None:
    """Another service at that address."""
    rasa.answer = {"status": "ok"}


def odd_card(rasa: FakeRasa, _settings: Settings) -> None:
    """A card without a language."""
    rasa.answer = [{"text": "Hei"}, {"custom": {"card": "notice"}}]


def odd_button(rasa: FakeRasa, _settings: Settings) -> None:
    """A button that would be taken for the resident's words."""
    rasa.answer = item(buttons=[{"title": "Kyllä", "payload": "kyllä"}])


FAILURES = [silent, broken, slow, down, no_json, no_list, odd_card, odd_button]


@pytest.mark.parametrize("fails", FAILURES)
def test_the_resident_is_told(
    resident: Resident,
    rasa: FakeRasa,
    settings: Settings,
    fails: Callable[[FakeRasa, Settings], None],
) -> None:
    """One honest notice with a person and numbers, in the language of the conversation."""
    fails(rasa, settings)
    [told] = resident.answer_to("kuume")
    assert told["card"]["card"] == "notice"
    assert told["card"]["services"]
    assert "112" in told["text"]
    assert told["lang"] == told["card"]["language"] == "fi"
    assert told["buttons"]
    assert len(told["text"]) <= 900


def test_in_swedish_too(svensk: Resident, rasa: FakeRasa) -> None:
    """The same notice, said in Swedish."""
    rasa.answer = []
    [told] = svensk.answer_to("jag har feber")
    assert told["lang"] == told["card"]["language"] == "sv"
    assert told["text"].startswith("Boten svarar inte")


def test_the_own_municipality_is_remembered(resident: Resident, rasa: FakeRasa) -> None:
    """The own health station is offered once the bot has understood where home is."""
    rasa.answer = item("Soita terveysasemalle.", "guidance", municipality="sipoo")
    resident.answer_to("selkä kipeä, asun Sipoossa")
    rasa.answer = []
    [told] = resident.answer_to("kuume")
    assert told["card"]["services"][0]["id"] == "health_station_sipoo"


def test_a_person_can_be_asked_for_without_the_bot(
    resident: Resident, rasa: FakeRasa, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is there on a Tuesday at noon: chat says who answers instead, promises nothing."""
    monkeypatch.setenv("OPASTIN_NOW", "2026-11-24T12:00")
    rasa.answer = []
    [told] = resident.answer_to("kuume")
    pressed = resident.press(told["seq"], 0).json()["seq"]
    [answer] = resident.waits_for(bool, after=pressed)
    assert answer["card"]["card"] == "handoff"
    assert (answer["card"]["state"], answer["card"]["opens"]) == ("unavailable", None)
    assert all(way["why"] and way["contacts"] for way in answer["card"]["services"])
    numbers = [way["contacts"][0]["value"] for way in answer["card"]["services"]]
    assert any(number in answer["text"] for number in numbers)
    assert "avautuu" not in answer["text"]
    assert Conversation.objects.get(id=resident.id).owner == "bot"


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_an_emergency_is_seen_without_rasa(
    http: httpx.Client, rasa: FakeRasa, language: str
) -> None:
    """The number first, then that the bot is away."""
    resident = Resident(http, language=language)
    rasa.answer = []
    seq = resident.say(DANGER[language])
    told = resident.waits_for(lambda messages: len(messages) == 2, after=seq)
    assert cards(told) == ["emergency", "notice"]
    assert {message["lang"] for message in told} == {language}
    assert told[0]["card"]["number"] == "112"


def test_chat_adds_the_card_that_rasa_lacks(resident: Resident, rasa: FakeRasa) -> None:
    """Before what Rasa says."""
    rasa.answer = item("Selkävaivassa auttaa Omaolo.", "guidance")
    seq = resident.say(DANGER["fi"])
    told = resident.waits_for(lambda messages: len(messages) == 2, after=seq)
    assert cards(told) == ["emergency", "guidance"]


def test_chat_adds_nothing_to_rasas_card(resident: Resident, rasa: FakeRasa) -> None:
    """The resident never sees two."""
    rasa.answer = item("Soita 112.", "emergency", emergency="falling_sky", number="112")
    seq = resident.say(DANGER["fi"])
    eventually(lambda: Message.objects.get(conversation=resident.id, seq=seq).answered_at)
    assert cards(resident.sees(seq)) == ["emergency"]


def test_the_same_answer_is_told_once(resident: Resident, rasa: FakeRasa) -> None:
    """Two identical cards never."""
    rasa.answer = [*item("Soita 112.", "emergency"), *item("Soita 112.", "emergency")]
    seq = resident.say("apua")
    eventually(lambda: Message.objects.get(conversation=resident.id, seq=seq).answered_at)
    assert len(resident.sees(seq)) == 1


@pytest.mark.parametrize("owner", ["queue", "professional", "ended"])
def test_people_do_not_delay_an_emergency(resident: Resident, rasa: FakeRasa, owner: str) -> None:
    """Whoever owns the conversation, the card is there with the message, once."""
    Conversation.objects.filter(id=resident.id).update(owner=owner)
    seq = resident.say(DANGER["fi"])
    assert cards(resident.sees(seq)) == ["emergency"]
    resident.say(DANGER["fi"])
    assert cards(resident.sees(seq)) == ["emergency"]
    assert rasa.heard == []


def left_behind(resident: Resident, **changed: object) -> int:
    """A message whose process died before it was answered."""
    conversation = Conversation.objects.get(id=resident.id)
    conversation.last_seq += 1
    conversation.save()
    fields = {"author": "resident", "text": "kuume", "language": "fi", "for_bot": True, **changed}
    return Message.objects.create(
        conversation=conversation, seq=conversation.last_seq, **fields
    ).seq


def test_the_sweep_answers_what_was_left_behind(
    resident: Resident, rasa: FakeRasa, settings: Settings
) -> None:
    """Once, although it comes by again and again."""
    seq = left_behind(resident)
    settings.UNANSWERED_AFTER = 0.0
    assert len(resident.waits_for(bool, after=seq)) == 1
    resident.answer_to("yskä")
    assert rasa.said == ["kuume", "yskä"]


def test_the_sweep_leaves_what_another_process_is_at(
    resident: Resident, rasa: FakeRasa, settings: Settings
) -> None:
    """Until that process has had time enough and must be dead."""
    seq = left_behind(resident)
    soon = timezone.now() + timedelta(seconds=0.6)
    Conversation.objects.filter(id=resident.id).update(busy_until=soon)
    settings.UNANSWERED_AFTER = 0.0
    resident.waits_for(bool, after=seq)
    assert timezone.now() > soon
    assert rasa.said == ["kuume"]


def test_the_sweep_gives_up_asking(resident: Resident, rasa: FakeRasa, settings: Settings) -> None:
    """A message that kills the process that asks is answered without Rasa."""
    seq = left_behind(resident, tries=3)
    settings.UNANSWERED_AFTER = 0.0
    assert cards(resident.waits_for(bool, after=seq)) == ["notice"]
    assert rasa.heard == []
