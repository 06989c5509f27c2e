"""What is erased is gone, and what must not be stored never was."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from bot.privacy import REMOVED
from chat.conversations.erasing import forget_tracker
from chat.conversations.models import Conversation, Erasure, Feedback, Message
from chat.databases import sqlite_path
from tests.integration.fake_rasa import FakeRasa
from tests.integration.resident import Resident, eventually

CODES = ["131052-308T", "131052a308t", "131052V308T", "131052+308T", "131052 308T"]


def stored() -> bytes:
    """Every byte of chat's database, the write-ahead log too; of PostgreSQL every row."""
    if connection.vendor == "sqlite":
        name = Path(connection.settings_dict["NAME"])
        with closing(sqlite3.connect(name)) as reader:
            # As long as somebody reads, the write-ahead log is not taken away.
            reader.execute("SELECT 1 FROM sqlite_master").fetchone()
            return b"".join(file.read_bytes() for file in name.parent.glob(name.name + "*"))
    rows = [list(model.objects.values_list()) for model in (Conversation, Message, Feedback)]
    return str(rows).encode()


def tracker(path: Path, *senders: str) -> None:
    """Rasa's tracker store as far as erasing goes."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as rasa, rasa:
        rasa.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id TEXT, data TEXT)")
        rows = [(sender, f"sanat-{sender}") for sender in senders]
        rasa.executemany("INSERT INTO events (sender_id, data) VALUES (?, ?)", rows)


def senders(path: Path) -> list[str]:
    """Whose rows are there."""
    with closing(sqlite3.connect(path)) as rasa:
        return [sender for (sender,) in rasa.execute("SELECT sender_id FROM events ORDER BY id")]


@pytest.mark.parametrize("code", CODES)
def test_a_personal_identity_code_is_stored_nowhere(
    resident: Resident, rasa: FakeRasa, caplog: pytest.LogCaptureFixture, code: str
) -> None:
    """Not in the database, not in a log, not in what Rasa gets."""
    caplog.set_level(logging.DEBUG)
    [answer] = resident.answer_to(f"hetuni on {code}, missä tulokset?")
    resident.post("feedback", {"rating": 1, "words": f"annoin jo: {code}"})
    resident.get("transcript")
    assert answer["author"] == "bot"
    kept = f"hetuni on {REMOVED}, missä tulokset?"
    assert rasa.said == [kept]
    assert resident.sees()[1]["text"] == kept
    found = stored() + b"".join(rasa.raw) + caplog.text.encode()
    assert REMOVED.encode() in found
    for digits in (b"131052", b"308T", b"308t"):
        assert digits not in found


def test_logs_hold_no_words(
    resident: Resident, rasa: FakeRasa, caplog: pytest.LogCaptureFixture
) -> None:
    """Not when all is well, not when Rasa fails."""
    caplog.set_level(logging.DEBUG)
    resident.answer_to("salaisuuteni numero yksi")
    rasa.status = 500
    resident.answer_to("salaisuuteni numero kaksi")
    assert "bot_away" in caplog.text
    assert "salaisuuteni" not in caplog.text
    assert resident.headers["Authorization"].removeprefix("Bearer ") not in caplog.text


def test_the_secret_is_stored_hashed(resident: Resident) -> None:
    """Who reads the database cannot open a conversation."""
    assert resident.headers["Authorization"].removeprefix("Bearer ").encode() not in stored()


def test_erasing_leaves_nothing(resident: Resident, rasa: FakeRasa, settings: Settings) -> None:
    """Not in chat's database, not in Rasa's tracker store; other conversations stay."""
    resident.answer_to("salaisuuteni on tämä")
    resident.post("feedback", {"rating": 5, "words": "salaisuuteni"})
    sender = rasa.heard[0]["sender"]
    path = Path(sqlite_path(settings.OPASTIN.rasa_tracker_db))
    tracker(path, sender, "somebody-else", sender)
    assert resident.erase().status_code == 204
    assert senders(path) == ["somebody-else"]
    assert f"sanat-{sender}".encode() not in path.read_bytes()
    assert b"salaisuuteni" not in stored()
    assert resident.get("messages").status_code == 404
    assert resident.erase().status_code == 404


def test_what_rasa_writes_after_erasing_goes_too(
    resident: Resident, rasa: FakeRasa, settings: Settings
) -> None:
    """A call that was on its way writes its tracker when it is done."""
    path = Path(sqlite_path(settings.OPASTIN.rasa_tracker_db))
    rasa.delay = 0.3
    resident.say("kuume")
    eventually(lambda: rasa.heard)
    resident.erase()
    tracker(path, rasa.heard[0]["sender"])
    settings.CALL_LEASE = 0.0
    eventually(lambda: not Erasure.objects.exists())
    assert senders(path) == []


def test_a_tracker_store_that_cannot_be_reached_is_tried_again(
    resident: Resident, settings: Settings
) -> None:
    """The resident's conversation is gone at once all the same."""
    path = Path(sqlite_path(settings.OPASTIN.rasa_tracker_db))
    path.write_bytes(b"not a database at all, but long enough to be taken for one" * 20)
    settings.CALL_LEASE = 0.0
    assert resident.erase().status_code == 204
    assert Erasure.objects.count() == 1
    tracker(path, "somebody-else")
    eventually(lambda: not Erasure.objects.exists())


def test_a_tracker_store_that_is_not_there_has_nothing_to_forget(tmp_path: Path) -> None:
    """Rasa makes it with its first conversation; we do not."""
    forget_tracker("x", f"sqlite:///{tmp_path / 'rasa.sqlite3'}")
    assert list(tmp_path.iterdir()) == []
