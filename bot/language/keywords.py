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
        """The intents whose keywords are in a text, in their order there, each with its first."""
        found: dict[str, tuple[int, str]] = {}
        for number, span in self._rulebook.find(tokenise(text)):
            hit = (span.first, self._rulebook.patterns[number].text)
            intent = self._intents[number]
            found[intent] = min(hit, found.get(intent, hit), key=lambda each: each[0])
        in_order = sorted(found.items(), key=lambda pair: pair[1][0])
        return {intent: keyword for intent, (_, keyword) in in_order}
