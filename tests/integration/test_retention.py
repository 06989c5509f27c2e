"""Conversations go RETENTION_DAYS after their last message, as the privacy page says."""

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from chat.conversations import erasing, retention
from chat.conversations.keeping import start
from chat.conversations.models import Conversation, Message
from chat.conversations.retention import Retention, erase_expired
from chat.databases import sqlite_path
from tests.integration.fake_rasa import FakeRasa
from tests.integration.resident import Resident, eventually
from tests.integration.test_erasing import senders, stored, tracker

MONTH = 30


def last_wrote(days: float, conversations: Iterable[object]) -> None:
    """The last message came so many days ago."""
    then = timezone.now() - timedelta(days=days)
    Conversation.objects.filter(id__in=list(conversations)).update(touched=then)


def begun(number: int) -> list[object]:
    """Conversations with nothing but a greeting."""
    return [start("fi", "/")[0].id for _ in range(number)]


def test_the_sweep_erases_what_is_too_old(
    resident: Resident, svensk: Resident, rasa: FakeRasa, settings: Settings
) -> None:
    """Everywhere, in Rasa's tracker store too; what is younger stays."""
    resident.answer_to("salaisuuteni on tämä")
    svensk.answer_to("jag har feber")
    old, young = (request["sender"] for request in rasa.heard)
    path = Path(sqlite_path(settings.OPASTIN.rasa_tracker_db))
    tracker(path, old, young)
    last_wrote(MONTH + 0.01, [resident.id])
    last_wrote(MONTH - 0.01, [svensk.id])
    settings.EXPIRE_EVERY = 0.0
    eventually(lambda: resident.get("messages").status_code == 404)
    eventually(lambda: senders(path) == [young])
    assert b"salaisuuteni" not in stored()
    assert len(svensk.sees()) == 3


def test_an_open_stream_ends(resident: Resident, settings: Settings) -> None:
    """The bubble is told, and begins anew."""
    stream = resident.stream()
    found = [next(stream) for _ in range(3)]
    last_wrote(MONTH + 1, [resident.id])
    settings.EXPIRE_EVERY = 0.0
    found += list(stream)
    assert found[-1]["data"] == {"owner": "ended", "language": None, "told": ""}


def test_only_messages_count(resident: Resident) -> None:
    """Leaving and coming back to read is no message: the promise holds."""
    last_wrote(MONTH + 1, [resident.id])
    resident.post("leave")
    resident.post("feedback", {"rating": 5})
    resident.get("transcript")
    erase_expired()
    assert not Conversation.objects.exists()


def test_a_message_at_the_last_moment_counts(
    resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may come between finding and erasing."""
    last_wrote(MONTH + 1, [resident.id])
    real = erasing.locked

    def late(conversation_id: object) -> Conversation:
        last_wrote(0, [resident.id])
        return real(resident.id)

    monkeypatch.setattr(erasing, "locked", late)
    erase_expired()
    assert len(resident.sees()) == 1


@pytest.mark.django_db(transaction=True)
def test_it_goes_in_small_batches_oldest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A county's first round does not hold up residents."""
    monkeypatch.setattr(retention, "BATCH", 2)
    one, two, three = begun(3)
    last_wrote(MONTH + 1, [one])
    last_wrote(MONTH + 3, [two])
    last_wrote(MONTH + 2, [three])
    assert erase_expired()
    assert list(Conversation.objects.values_list("id", flat=True)) == [one]
    assert not erase_expired()
    assert not Conversation.objects.exists()


async def _rounds(settings: Settings) -> list[int]:
    """How often was looked, sweep by sweep: two batches, then rest."""
    looks: list[int] = []
    batches = iter([True, False, False])

    def look() -> bool:
        looks.append(1)
        return next(batches)

    rounds, counted = Retention(look), []
    for _ in range(4):
        await rounds.go_on()
        counted.append(len(looks))
    settings.EXPIRE_EVERY = 0.0
    await rounds.go_on()
    return [*counted, len(looks)]


def test_it_looks_once_an_hour(settings: Settings) -> None:
    """And goes on with the next sweep only while there is more."""
    assert asyncio.run(_rounds(settings)) == [1, 2, 2, 2, 3]


@pytest.mark.django_db(transaction=True)
def test_two_processes_do_not_disturb_each_other() -> None:
    """Each finds what the other has not erased yet, and nothing goes wrong."""
    last_wrote(MONTH + 1, begun(20))

    def one() -> bool:
        try:
            return erase_expired()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as two:
        assert [round_.result() for round_ in [two.submit(one), two.submit(one)]] == [False, False]
    assert not Conversation.objects.exists()
    assert not Message.objects.exists()
