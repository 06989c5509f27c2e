"""The content owner's keywords: words that settle which topic is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.catalogue import LANGUAGES
from bot.language.patterns import Pattern
from bot.language.rulebook import Rulebook
from bot.language.tokens import tokenise

if TYPE_CHECKING:
    from bot.catalogue import Catalogue


class Keywords:
    """Finds topics by the keywords of both languages at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        owned = [
            (topic.intent, keyword)
            for topic in catalogue.topics
            for language in LANGUAGES
            for keyword in topic.keywords.get(language, ())
        ]
        self._intents = [intent for intent, _ in owned]
        self._rulebook = Rulebook([Pattern.parse(keyword) for _, keyword in owned])

    def find(self, text: str) -> dict[str, str]:
        """The intents whose keywords are in a text, each with the keyword found first."""
        found: dict[str, str] = {}
        for number, _ in self._rulebook.find(tokenise(text)):
            pattern = self._rulebook.patterns[number]
            found.setdefault(self._intents[number], pattern.text)
        return found
