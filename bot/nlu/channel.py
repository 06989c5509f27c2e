"""Rasa's own word on which content its model runs on; a new release is taken here."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint

from bot.release import current_release
from bot.reloading import content_routes


class ContentChannel(InputChannel):
    """No channel of residents: `/webhooks/content/`."""

    @classmethod
    def name(cls) -> str:
        """What stands in its address."""
        return "content"

    def blueprint(self, on_new_message: Any) -> Blueprint:
        """Its addresses."""
        return content_routes(take_model)


def take_model(app: Any) -> None:
    """Load the release's model, its components over the current content; else the old one stays."""
    app.ctx.agent.load_model(str(current_release().model))
