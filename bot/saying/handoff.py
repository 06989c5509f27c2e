"""What is said when a resident asks for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.saying.reply import Reply, card
from bot.saying.services import LONGEST, service_card, service_lines, sources

if TYPE_CHECKING:
    from bot.navigation.decision import HandOff
    from bot.saying.words import Words


def say_handoff(decision: HandOff, words: Words) -> Reply:
    """The truth about the queue, and the other ways."""
    closed = decision.state == "unavailable" and decision.opens is not None
    lines = [words("handoff.closed" if closed else f"handoff.{decision.state}")]
    if decision.place is not None:
        lines.append(words("handoff.place", place=str(decision.place)))
    if decision.wait_minutes is not None:
        lines.append(words("handoff.wait", minutes=str(decision.wait_minutes)))
    if decision.opens is not None:
        lines.append(words("handoff.opens", when=words.moment(decision.opens)))
    if decision.services:
        lines.append(words("handoff.other_ways"))
        room = LONGEST - sum(map(len, lines)) - len(lines)
        lines += service_lines([(service, None) for service in decision.services], words, room)
    told = card(
        "handoff",
        words.language,
        queue=decision.queue,
        state=decision.state,
        place=decision.place,
        wait_minutes=decision.wait_minutes,
        opens=decision.opens.isoformat() if decision.opens else None,
        services=[service_card(service, words) for service in decision.services],
        sources=sources(service.provenance for service in decision.services),
    )
    return Reply(text="\n".join(lines), card=told)
