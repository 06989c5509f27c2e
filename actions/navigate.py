"""Guides a resident with a need or question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rasa_sdk import Action

from actions.telling import tell
from actions.tracking import events_of, situation_of, understood_of
from bot.clock import now
from bot.content import current
from bot.navigation.navigate import navigate
from bot.saying.say import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from rasa_sdk import Tracker
    from rasa_sdk.executor import CollectingDispatcher
    from rasa_sdk.types import DomainDict

    from bot.catalogue import Catalogue


class ActionNavigate(Action):
    """One message in, one decision out."""

    def __init__(self, catalogue: Callable[[], Catalogue] = current.catalogue) -> None:
        self._catalogue = catalogue

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_navigate"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Navigate, and remember the situation."""
        catalogue, moment = self._catalogue(), now()
        before = situation_of(tracker)
        after, decision = navigate(before, understood_of(tracker, catalogue), catalogue, moment)
        tell(say(decision, after.language, moment, catalogue), dispatcher)
        return events_of(before, after)
