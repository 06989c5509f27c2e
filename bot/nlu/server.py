"""Starts Rasa with logs that hold no resident's words."""

from __future__ import annotations

import sys
import warnings
from typing import Any

import pluggy
import rasa.__main__
import structlog
from rasa.plugin import plugin_manager
from rasa.utils.common import configure_logging_and_warnings

hookimpl = pluggy.HookimplMarker("rasa")


class _Hidden:
    """Rasa's anonymiser: it is handed what is logged, and every event for an event broker."""

    def log_run(self, value: object) -> str:
        """What is printed instead."""
        return "(hidden)"

    def run(self, event: dict[str, Any]) -> None:
        """Nothing: there is no event broker."""


class _HideWords:
    """The hook by which Rasa finds an anonymiser."""

    @hookimpl
    def get_anonymization_pipeline(self) -> _Hidden:
        """The anonymiser of every log line."""
        return _Hidden()


def rasa_main(*arguments: str) -> None:
    """Run one `rasa` command in this process."""
    _hide_words()
    rasa.__main__.configure_logging_and_warnings = _quietly
    sys.argv = ["rasa", *arguments]
    rasa.__main__.main()


def _quietly(*arguments: Any, **settings: Any) -> None:
    """Rasa's own logging, without the deprecation warnings of the old libraries it stands on."""
    configure_logging_and_warnings(*arguments, **settings)
    warnings.simplefilter("ignore", DeprecationWarning)


def _hide_words() -> None:
    """Tracebacks without local variables, and log lines without words (DESIGN §6.7)."""
    formatter: Any = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    structlog.processors.dict_tracebacks = structlog.processors.ExceptionRenderer(formatter)
    plugin_manager().register(_HideWords())
