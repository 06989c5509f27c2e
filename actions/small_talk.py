"""Answers greetings, thanks and other small talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rasa_sdk import Action

from actions.telling import tell
from actions.tracking import events_of, informed, situation_of
from bot.clock import now
from bot.content import current
from bot.navigation.decision import Tell
from bot.saying.say import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from rasa_sdk import Tracker
    from rasa_sdk.executor import CollectingDispatcher
    from rasa_sdk.types import DomainDict

    from bot.catalogue import Catalogue

WITH_MENU: Final = frozenset({"greet", "what_can_you_do"})
"""Small talk that is answered with the frequent needs as buttons."""


class ActionSmallTalk(Action):
    """Tells the message that bears the name of the intent."""

    def __init__(self, catalogue: Callable[[], Catalogue] = current.catalogue) -> None:
        self._catalogue = catalogue

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_small_talk"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Answer; facts are kept, and a question that was open is dropped."""
        catalogue = self._catalogue()
        before, after = situation_of(tracker), informed(tracker, catalogue).settled()
        intent = tracker.latest_message["intent"]["name"]
        menu = intent in WITH_MENU
        decision = Tell(key=f"small_talk.{intent}", menu=menu, person=not menu)
        tell(say(decision, before.language, now(), catalogue), dispatcher)
        return events_of(before, after)
