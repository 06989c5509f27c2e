"""Starts the action server, with the address by which it takes new content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy
from rasa_sdk import utils
from rasa_sdk.endpoint import run
from rasa_sdk.plugin import plugin_manager

from bot.content.current import catalogue
from bot.reloading import content_routes

if TYPE_CHECKING:
    from sanic import Sanic

hookimpl = pluggy.HookimplMarker("rasa_sdk")


class _Content:
    """What is added to rasa-sdk's server."""

    @hookimpl
    def attach_sanic_app_extensions(self, app: Sanic) -> None:
        """The address `/content/`."""
        app.blueprint(content_routes(), url_prefix="/content")


def serve(port: int) -> None:
    """Serve until stopped; SANIC_HOST says where."""
    utils.configure_colored_logging("INFO")
    utils.update_sanic_log_level()
    catalogue()  # content that cannot be read stops the start
    plugin_manager().register(_Content())
    run("actions", port, cors_origins=None)
