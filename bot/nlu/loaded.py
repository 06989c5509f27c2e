"""The trained model's understanding, in process, for explanations and measurements."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import structlog
from rasa.core.agent import Agent, load_agent

from bot.release import current_release

if TYPE_CHECKING:
    from pathlib import Path


class Interpreter:
    """Reads single messages with the trained model."""

    def __init__(self, model: Path | None = None) -> None:
        quiet = structlog.make_filtering_bound_logger(logging.WARNING)  # Rasa's debug holds words
        structlog.configure(wrapper_class=quiet)
        self._agent: Agent = asyncio.run(load_agent(str(model or current_release().model)))

    def read(self, text: str) -> dict[str, Any]:
        """What the components make of a text, as Rasa hands it to the actions."""
        return asyncio.run(self._agent.parse_message(text))
