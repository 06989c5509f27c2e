"""The first net of the emergency guard: what rules find in a resident's words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from bot.language import excuses
from bot.language.patterns import Pattern, Span, negates
from bot.language.rulebook import Rulebook
from bot.language.tokens import Token, tokenise

State = Literal["none", "mention", "unsure", "emergency"]

_AT_THEIR_WORD: Final = frozenset(
    {
        "suicide_imminent",
        "suicidal_thoughts",
        "sexual_violence",
        "domestic_violence",
        "child_welfare",
    }
)
"""Emergencies that are taken at their word, also when it may be a joke."""


class Rules(Protocol):
    """What the guard needs of an Emergency."""

    @property
    def id(self) -> str:
        """Its name in content."""

    @property
    def order(self) -> int:
        """The lower one wins when several fit."""

    @property
    def rules(self) -> Mapping[str, Sequence[str]]:
        """Language to patterns."""


@dataclass(frozen=True)
class Verdict:
    """What the guard thinks of a message."""

    state: State
    emergency: str | None = None
    why: str = ""
    """The rule that fitted and what spoke against it; for the content owner, never for logs."""


NOTHING: Final = Verdict("none")


class Guard:
    """Judges messages by the rules of all emergencies, both languages at once."""

    def __init__(self, emergencies: Iterable[Rules]) -> None:
        self._rules = [
            (emergency.id, language, Pattern.parse(rule))
            for emergency in sorted(emergencies, key=lambda each: each.order)
            for language, patterns in emergency.rules.items()
            for rule in patterns
        ]
        self._book = Rulebook([pattern for _, _, pattern in self._rules])

    def judge(self, text: str) -> Verdict:
        """The gravest emergency the message describes, or that it only mentions one."""
        tokens = tokenise(text)
        mention = NOTHING
        for number, span in self._book.find(tokens):
            emergency, language, pattern = self._rules[number]
            excuse = _excuse(emergency, language, tokens, span)
            if excuse is None:
                return Verdict("emergency", emergency, f"'{pattern.text}' fits")
            if mention is NOTHING:
                mention = Verdict("mention", emergency, f"'{pattern.text}' fits, but {excuse}")
        return mention


def _excuse(
    emergency: str, language: str, tokens: Sequence[Token], span: Span
) -> excuses.Excuse | None:
    """What speaks against the phrase being what happens now."""
    denies = any(negates(tokens[index].text) for index in span.words)
    if not denies and excuses.negated(tokens, span, language):
        return "negated"
    if excuses.past(tokens, span):
        return "past"
    if excuses.mentioned(tokens, span):
        return "mention"
    if emergency in _AT_THEIR_WORD:
        return None
    if excuses.hypothetical(tokens, span):
        return "hypothetical"
    return "figurative" if excuses.figurative(tokens, span) else None
