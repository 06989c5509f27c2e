"""What residents are told about a topic, before and after; the words, and what they come from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bot.catalogue import LANGUAGES
from bot.content.changes.cases import cases, described, merged, moment_of, universe
from bot.content.changes.change import told
from bot.navigation.decision import Answer, AskFact, Guidance, OutOfDate
from bot.navigation.guide import guide
from bot.navigation.situation import Situation
from bot.saying.say import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.catalogue import Catalogue, Language, Service
    from bot.content.changes.cases import Case

WHY: Final = "why "
Decided = Guidance | Answer | AskFact | OutOfDate
View = tuple[tuple[str, str], ...]
"""A decision in words, part by part."""


@dataclass
class Replies:
    """Goes through what everybody is told, and counts what changes."""

    before: Catalogue
    after: Catalogue
    now: datetime
    number: int = 0
    """Replies compared."""

    other: int = 0
    """Replies that read otherwise."""

    showing: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Topics in whose changed replies a service is shown."""

    def of_topic(self, topic: str) -> Iterator[str]:
        """What changes in what is told about a topic that was there and still is."""
        parts = universe(
            [c.needs.get(topic) or c.faqs[topic] for c in (self.before, self.after)],
            self.after.municipalities,
        )
        found: dict[Language, dict[tuple[View, View], list[Case]]] = {}
        for language in LANGUAGES:
            found[language] = defaultdict(list)
            for case in cases(parts):
                change = self._compared(topic, case, language)
                if change:
                    found[language][change].append(case)
        who = dict.fromkeys(tuple(some) for changes in found.values() for some in changes.values())
        for some in who:
            for box in merged(some, parts):
                yield described(box, parts, self.after)
            for language, changes in found.items():
                for (old, new), same in changes.items():
                    if tuple(same) == some:
                        yield from (f"  {line}" for line in _difference(language, old, new))

    def leads(self, topic: str) -> Iterator[str]:
        """Where a new topic leads somebody of whom nothing is known yet."""
        moment = self.now
        for language in LANGUAGES:
            situation = Situation(language=language)
            decision = guide(topic, situation, self.after, moment, reminder=False)
            yield from _difference(language, (), self._view(decision, language))

    def _compared(self, topic: str, case: Case, language: Language) -> tuple[View, View] | None:
        """What was and is told, when it comes from another decision."""
        moment = moment_of(case, self.now)
        situation = Situation(
            language=language, municipality=case.municipality, who=case.who, age=case.age
        )
        both = (self.before, self.after)
        old, new = (guide(topic, situation, one, moment, reminder=False) for one in both)
        said, says = (
            say(decision, language, moment, one)
            for decision, one in zip((old, new), both, strict=True)
        )
        self.number += 1
        if (said.text, said.card) == (says.text, says.card):
            return None
        self.other += 1
        for service in {*_services(old), *_services(new)}:
            if topic not in self.showing[service]:
                self.showing[service].append(topic)
        views = self._view(old, language), self._view(new, language)
        return views if views[0] != views[1] else None

    def _view(self, decision: Decided, language: Language) -> View:
        """The decision apart from the contacts, which are told of once for all topics."""
        if isinstance(decision, AskFact):
            return (("asks for", decision.fact),)
        if isinstance(decision, Answer):
            named = tuple((service, "") for service in decision.services)
            return (("answers", decision.faq.answer.into(language)), *self._order(named, language))
        if isinstance(decision, Guidance):
            offers = tuple(
                (service, offer.why.into(language) if offer.why else "")
                for service, offer in decision.services
            )
            route = decision.route
            rows = "; ".join(row.value.into(language) for row in decision.shown)
            return (
                *self._order(offers, language),
                ("says", route.says.into(language)),
                ("assessment", route.assessment or ""),
                ("alert", route.alert.into(language) if route.alert else ""),
                ("shows", rows),
            )
        return (("says", "(nothing that holds today is known)"),)

    def _order(
        self, offers: tuple[tuple[Service, str], ...], language: Language
    ) -> Iterator[tuple[str, str]]:
        names = [(self._name(service, language), why) for service, why in offers]
        yield "guides to", ", then ".join(name for name, _ in names)
        yield from ((f"{WHY}{name}", why) for name, why in names)

    def _name(self, service: Service, language: Language) -> str:
        """Its name now, so that a new name alone is no other guidance; the kind of a local one."""
        if service.local:
            return f"own {service.local}"
        return self.after.services.get(service.id, service).name.into(language)


def _services(decision: Decided) -> list[str]:
    if isinstance(decision, Guidance):
        return [service.id for service, _ in decision.services]
    return [service.id for service in decision.services] if isinstance(decision, Answer) else []


def _difference(language: Language, old: View, new: View) -> Iterator[str]:
    before, after = dict(old), dict(new)
    for part in dict.fromkeys((*before, *after)):
        if part.startswith(WHY) and part not in after:
            continue  # why one went to what is gone
        yield from told(f"{language} {part}", before.get(part, ""), after.get(part, ""))
