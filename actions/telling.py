"""The only place where the bot's words leave for Rasa."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rasa_sdk.executor import CollectingDispatcher

    from bot.saying.reply import Reply


def tell(reply: Reply, dispatcher: CollectingDispatcher) -> None:
    """Send a reply as one message: text, buttons and card."""
    buttons = [{"title": button.title, "payload": button.payload} for button in reply.buttons]
    dispatcher.utter_message(text=reply.text, buttons=buttons, json_message=reply.card)
