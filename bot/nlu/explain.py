"""Shows each step from a text to the reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rasa_sdk import Tracker

from actions.tracking import ANSWERS, situation_of, understood_of
from bot.catalogue import TOPICS
from bot.clock import now
from bot.content.current import catalogue, guard, keywords, spelling
from bot.navigation.decision import Guidance
from bot.navigation.navigate import navigate
from bot.nlu.loaded import Interpreter
from bot.saying.say import say

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN = 5


def explain(text: str) -> Iterator[str]:
    """Lines on the language, the guard, the place, the candidates, the row and the reply."""
    read, right = Interpreter().read(text), spelling().put_right(text)
    if right != text:
        yield f"put right     {right}"
    yield f"language      {read.get('language')}" + (
        " (other)" if read.get("other_language") else ""
    )
    verdict = guard().judge(text)
    yield f"emergency     {verdict.state} {verdict.emergency or ''} {verdict.why}".rstrip()
    places = {e["entity"]: e["value"] for e in read["entities"]}
    yield f"place         {places or 'none'}"
    yield f"people        {read.get('people')}"
    yield f"keywords      {keywords().find(right) or 'none'}"
    yield "candidates    " + _ranked(read)
    yield f"intent        {read['intent']['name']} ({read['intent']['confidence']:.2f})"
    yield from _outcome(read)


def _ranked(read: dict[str, Any]) -> str:
    ranking = read.get("intent_ranking", [])[1 : SHOWN + 1]
    return ", ".join(f"{found['name']} {found['confidence']:.2f}" for found in ranking)


def _outcome(read: dict[str, Any]) -> Iterator[str]:
    """The decision of navigation and its words; small talk is told by data/stories."""
    name = read["intent"]["name"]
    routed = (*TOPICS, "inform", "unsure", "emergency", *ANSWERS)
    if not name.startswith(routed):
        yield f"reply         by the rule for '{name}' in data/stories"
        return
    tracker = Tracker(
        "explain",
        {},
        read,
        [],
        paused=False,
        followup_action=None,
        active_loop={},
        latest_action_name="action_listen",
    )
    content, moment = catalogue(), now()
    before = situation_of(tracker)
    after, decision = navigate(before, understood_of(tracker, content), content, moment)
    if isinstance(decision, Guidance):
        yield f"row           content/needs/{decision.need.id}.yml:{decision.route.line}"
    reply = say(decision, after.language, moment, content)
    yield f"reply         {reply.card['card']}"
    yield from (f"              {line}" for line in reply.text.splitlines())
    yield from (f"              [{button.title}]" for button in reply.buttons)
