"""The emergency guard: what rules find in a resident's words, and what a second net adds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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


CARD: Final = 0.50
"""Probability of any emergency from which the card is shown; benchmarks.labelled tells what it
gives: chosen with ASK on the tuning half of tests/understanding. With .55 two in a hundred more
emergencies are asked about first, and not one look-alike is spared the card; with .45 one in a
hundred ordinary lines more would get it."""

ASK: Final = 0.12
"""Probability from which it is asked whether it is an emergency; below WEAK only where the message
has no clear topic (bot.nlu.need_classifier)."""

WEAK: Final = 0.40
"""Probability below which a clear topic outweighs it: of the tuning lines that are asked about, 5
of 72 emergencies then get guidance that ends with 112 instead of the question, and 50 of 131
ordinary lines are spared it."""

ALIKE: Final = 0.06
"""Probability that some one kind must have: a few words are a little like many kinds. On the tuning
half it costs one in three hundred emergencies and spares one in two hundred ordinary lines the
question; .08 costs one in two hundred more, and spares one in a hundred."""

EXCUSED_CARD: Final = 0.95
"""Probability from which the card is shown although a rule found the phrase excused."""

SPLIT: Final = 0.25
"""Share of the probability of any emergency that makes a kind of a graver level the one to show."""

NAMES: Final = 0.30
"""Share of the probability of any emergency from which the likeliest kind names what a rule has
found, unless it is a milder one."""

LEVELS: Final = ("life", "urgent", "support")
"""From the gravest."""


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

    danger: float = 0.0
    """Where it is unsure, the second net's probability of any emergency."""


NOTHING: Final = Verdict("none")


class Guard:
    """Judges messages by the rules of all emergencies, both languages at once.

    The second net, where there is one, adds what the rules overlook and takes nothing away.
    """

    def __init__(
        self,
        emergencies: Iterable[Rules],
        second_net: SecondNet | None = None,
        put_right: Callable[[str], str] = str,
    ) -> None:
        by_order = sorted(emergencies, key=lambda each: each.order)
        self._levels = {emergency.id: emergency.level for emergency in by_order}
        self._rules = [
            (emergency.id, language, Pattern.parse(rule))
            for emergency in by_order
            for language, patterns in emergency.rules.items()
            for rule in patterns
        ]
        self._book = Rulebook([pattern for _, _, pattern in self._rules])
        excuses.prepare()
        self._second_net = second_net
        self._put_right = put_right

    def judge(self, text: str) -> Verdict:
        """The gravest emergency the message describes, or that it may, or only mentions one."""
        text = self._put_right(text)
        ruled = self.judge_by_rules(text)
        if self._second_net is None:
            return ruled
        likely = self._second_net.likely(text)
        if ruled.state == "emergency":
            return self.named(ruled, likely)
        return self.weigh(ruled, likely)

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

    def named(self, ruled: Verdict, likely: Mapping[str, float]) -> Verdict:
        """The rules' emergency, of the kind that the second net is sure of where it is as grave.

        A rule sees a few words ("does not answer"), the net the whole message.
        """
        danger = sum(likely.values())
        kind = max(likely, key=lambda each: likely[each], default=None)
        if kind is None or danger < ASK or likely[kind] < NAMES * danger:
            return ruled
        if self._level(kind) > self._level(ruled.emergency or ""):
            return ruled
        return replace(ruled, emergency=kind)

    def weigh(self, ruled: Verdict, likely: Mapping[str, float]) -> Verdict:
        """The rules' verdict, or a graver one when the second net is sure enough."""
        danger = sum(likely.values())
        kind = self._gravest(likely, SPLIT * danger)
        if danger < (ASK if kind else CARD) or max(likely.values(), default=0.0) < ALIKE:
            return ruled
        card = EXCUSED_CARD if ruled.state == "mention" else CARD
        why = f"described like it ({danger:.2f})"
        if kind and danger >= card:
            return Verdict("emergency", kind, why)
        # Like many emergencies and like none of them: ask, rather than show any one's card.
        kind = kind or max(likely, key=lambda each: likely[each])
        return Verdict("unsure", kind, why, danger)

    def _gravest(self, likely: Mapping[str, float], least: float) -> str | None:
        """Of the kinds that are at least so likely, the likeliest of the gravest level."""
        held = [kind for kind, p in likely.items() if p >= least]
        return min(held, key=lambda kind: (self._level(kind), -likely[kind]), default=None)

    def _level(self, kind: str) -> int:
        return LEVELS.index(self._levels[kind])
