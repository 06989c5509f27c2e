"""The emergency guard: what rules find in a resident's words, and what a second net adds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, Protocol

from bot.language import excuses
from bot.language.patterns import Pattern
from bot.language.rulebook import Rulebook
from bot.language.tokens import tokenise

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


LIFE_CARD: Final = 0.70
"""Probability of any emergency from which the card of one that threatens life is shown.

Chosen when there were half as many descriptions and other rules; benchmarks.labelled tells what
it gives now. Then, held out in five folds (bot.nlu.guard_figures), Finnish / Swedish, both nets:
a card for 50 / 49 % of descriptions (the rules alone: 28 / 22 %), 4.8 / 4.3 % of harmless
neighbours (4.2 / 3.2 %) and 0.66 / 0.70 % of the topics' examples (0.27 / 0.31 %)."""

SUPPORT_CARD: Final = 0.60
"""The same where the kind is of level support: its card is gentle."""

ASK: Final = 0.42
"""Probability from which it is asked whether it is an emergency.

On the same folds, then: a card or a question for 68 / 72 % of descriptions, 6.5 / 6.5 % of harmless
neighbours, 2.6 / 2.1 % of the topics' examples."""

EXCUSED_CARD: Final = 0.95
"""Probability from which the card is shown although a rule found the phrase excused;
of 54 held-out harmless lines with an excuse none reached it, of 7 descriptions none either."""

SPLIT: Final = 0.25
"""Share of the probability of any emergency that makes a graver kind the one to show."""


class SecondNet(Protocol):
    """What the guard needs of the second net."""

    def likely(self, text: str) -> Mapping[str, float]:
        """The probability of each emergency; none when there is nothing to judge."""


class Rules(Protocol):
    """What the guard needs of an Emergency."""

    @property
    def id(self) -> str:
        """Its name in content."""

    @property
    def order(self) -> int:
        """The lower one wins when several fit."""

    @property
    def level(self) -> str:
        """`life`, `urgent` or `support`."""

    @property
    def rules(self) -> Mapping[Any, Sequence[str]]:
        """Language to patterns."""


@dataclass(frozen=True)
class Verdict:
    """What the guard thinks of a message."""

    state: State
    emergency: str | None = None
    why: str = ""
    """What spoke for and against it; for the content owner, never for logs."""


NOTHING: Final = Verdict("none")


class Guard:
    """Judges messages by the rules of all emergencies, both languages at once.

    The second net, where there is one, adds what the rules overlook and takes nothing away.
    """

    def __init__(self, emergencies: Iterable[Rules], second_net: SecondNet | None = None) -> None:
        by_order = sorted(emergencies, key=lambda each: each.order)
        self._levels = {emergency.id: emergency.level for emergency in by_order}
        self._rules = [
            (emergency.id, language, Pattern.parse(rule))
            for emergency in by_order
            for language, patterns in emergency.rules.items()
            for rule in patterns
        ]
        self._book = Rulebook([pattern for _, _, pattern in self._rules])
        self._second_net = second_net

    def judge(self, text: str) -> Verdict:
        """The gravest emergency the message describes, or that it may, or only mentions one."""
        ruled = self.judge_by_rules(text)
        if ruled.state == "emergency" or self._second_net is None:
            return ruled
        return self.weigh(ruled, self._second_net.likely(text))

    def judge_by_rules(self, text: str) -> Verdict:
        """What the rules alone say: an emergency, a mention or nothing."""
        tokens = tokenise(text)
        mention = NOTHING
        for number, span in self._book.find(tokens):
            emergency, language, pattern = self._rules[number]
            at_its_word = emergency in _AT_THEIR_WORD
            excuse = excuses.excuse(tokens, span, language, at_its_word=at_its_word)
            if excuse is None:
                return Verdict("emergency", emergency, f"'{pattern.text}' fits")
            if mention is NOTHING:
                mention = Verdict("mention", emergency, f"'{pattern.text}' fits, but {excuse}")
        return mention

    def weigh(self, ruled: Verdict, likely: Mapping[str, float]) -> Verdict:
        """The rules' verdict, or a graver one when the second net is sure enough."""
        danger = sum(likely.values())
        held = SPLIT * danger
        kind = next((kind for kind in self._levels if likely.get(kind, 0.0) >= held), None)
        if danger < (ASK if kind else LIFE_CARD):
            return ruled
        card = SUPPORT_CARD if self._levels.get(kind or "") == "support" else LIFE_CARD
        if ruled.state == "mention":
            card = EXCUSED_CARD
        why = f"described like it ({danger:.2f})"
        if kind and danger >= card:
            return Verdict("emergency", kind, why)
        # Like many emergencies and like none of them: ask, rather than show any one's card.
        return Verdict("unsure", kind or max(likely, key=lambda each: likely[each]), why)
