"""What holds for every reply of the bot, whoever asked for it."""

import json
from typing import Any, Final

import jsonschema

from bot.saying.reply import Reply
from bot.settings import ROOT

SCHEMA: Final = json.loads((ROOT / "bot/saying/card.schema.json").read_text(encoding="utf-8"))
_JUDGE: Final = jsonschema.Draft7Validator(SCHEMA)
LONGEST: Final = 900


def faults_of(text: str, card: dict[str, Any], titles: list[str]) -> list[str]:
    """Everything that breaks the contract of DESIGN §4; nothing when it is kept."""
    faults = [error.message for error in _JUDGE.iter_errors(json.loads(json.dumps(card)))]
    if len(text) > LONGEST:
        faults.append(f"{len(text)} characters")
    if "\n\n" in text:
        faults.append("a blank line, at which Rasa would cut the text")
    if not text.strip() or text != text.strip():
        faults.append("the text is empty or has spaces around it")
    if "{" in text or "None" in text:
        faults.append("a placeholder is left, or nothing has been printed")
    if any(not title.strip() for title in titles) or len(set(titles)) != len(titles):
        faults.append("a button without a title, or two with the same")
    return faults


def faults(reply: Reply) -> list[str]:
    """The same for a reply of `say`."""
    return faults_of(reply.text, reply.card, [button.title for button in reply.buttons])
