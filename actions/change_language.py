"""Goes on in the other language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from rasa_sdk import Action

from actions.telling import tell
from actions.tracking import Slot, events_of, informed, language_of, situation_of
from bot.catalogue import LANGUAGES
from bot.clock import now
from bot.content import current
from bot.navigation.decision import Tell
from bot.navigation.navigate import navigate
from bot.navigation.situation import Understood
from bot.saying.say import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from rasa_sdk import Tracker
    from rasa_sdk.executor import CollectingDispatcher
    from rasa_sdk.types import DomainDict

    from bot.catalogue import Catalogue, Language
    from bot.navigation.decision import Decision


class ActionChangeLanguage(Action):
    """Repeats where the resident was, in the language they asked for."""

    def __init__(self, catalogue: Callable[[], Catalogue] = current.catalogue) -> None:
        self._catalogue = catalogue

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_change_language"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Change the language, and say the last guidance or question again in it."""
        catalogue, moment = self._catalogue(), now()
        before = situation_of(tracker)
        language = wanted(tracker)
        after = replace(informed(tracker, catalogue), language=language)
        decision: Decision = Tell(key="language.changed", menu=True)
        if after.topic:
            again = Understood(topics=(after.topic,))
            after, decision = navigate(after, again, catalogue, moment)
        tell(say(decision, language, moment, catalogue), dispatcher)
        return events_of(before, after)


def wanted(tracker: Tracker) -> Language:
    """The language of the button or the words; naming none, a resident wants the other one."""
    named = next(tracker.get_latest_entity_values("language"), None)
    said = named or tracker.latest_message.get("asked_language")
    if said in LANGUAGES:
        return cast("Language", said)
    kept, written = tracker.get_slot(Slot.LANGUAGE.value), language_of(tracker)
    if kept and written != kept:
        return written
    return "fi" if written == "sv" else "sv"
