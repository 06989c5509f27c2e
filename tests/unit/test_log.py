"""Logs hold events, never words."""

import logging
import logging.config

import pytest

from bot.log import EventFormatter, Events, configuration

WORDS = "äitini on sairas"


def test_an_event_is_one_line(caplog: pytest.LogCaptureFixture) -> None:
    """Its name, and the ids and counts that go with it."""
    caplog.set_level(logging.INFO)
    Events("chat").info("message_received", conversation="7f3a", seq=3, late=False)
    assert caplog.messages == ["message_received conversation=7f3a seq=3 late=False"]


def test_what_could_be_words_is_hidden(caplog: pytest.LogCaptureFixture) -> None:
    """A slip of ours does not print a resident."""
    Events("chat").warning("bot_away", reason=WORDS)
    assert caplog.messages == ["bot_away reason=(hidden)"]


def test_a_traceback_tells_where_but_not_what(caplog: pytest.LogCaptureFixture) -> None:
    """The text of an exception may hold what a resident wrote."""
    try:
        try:
            int(WORDS)
        except ValueError as cause:
            raise KeyError(WORDS) from cause
    except KeyError as failure:
        Events("chat").failure("call_failed", failure)
    [record] = caplog.records
    record.exc_text = None
    printed = EventFormatter().format(record)
    assert WORDS not in printed
    assert "ValueError" in printed
    assert "KeyError" in printed
    assert "test_log.py" in printed


def test_the_configuration_is_one_that_python_takes() -> None:
    """Web addresses with what was asked for stay out of the log."""
    logging.config.DictConfigurator(configuration())
    assert configuration()["loggers"]["uvicorn.access"]["level"] == "WARNING"
