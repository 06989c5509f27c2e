"""Chat's own look at what residents write: an emergency is seen even when Rasa is away."""

import asyncio

from bot.content.current import guard


async def emergency_in(text: str) -> str:
    """The id of the emergency a text describes; empty when there is none."""
    verdict = await asyncio.to_thread(guard().judge, text)
    return (verdict.emergency or "") if verdict.state == "emergency" else ""
