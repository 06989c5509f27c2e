"""Rasa's own files, data/ and domain.yml, held against the content; read without Rasa."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from bot.catalogue import LANGUAGES
from bot.content.checks.examples import owners, sense
from bot.content.checks.spot import Spot
from bot.content.checks.things import topics

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue
    from bot.content.problem import Problem

SMALL_TALK: Final = "action_small_talk"
RASAS_OWN: Final = frozenset({"action_listen", "action_restart", "action_default_fallback"})
FOLDERS: Final = {language: f"nlu/{language}" for language in LANGUAGES}


@dataclass(frozen=True)
class Part:
    """An intent with its examples in one language, or a step of a rule or story."""

    name: str
    spot: Spot
    value: Any = None


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Names that Rasa would not know, and small talk that is never told."""
    data = root.parent / "data"
    if not data.exists():
        return
    domain = Spot(root.parent, "domain.yml")
    content = {intent for intent, _, _ in topics(catalogue, root)}
    intents = {*_names(domain.at("intents")), *content}
    actions = {*_names(domain.at("actions")), *RASAS_OWN}
    examples, steps = list(_examples(data)), list(_steps(data))
    for part in (*examples, *(step for step in steps if "intent" in step.spot.steps)):
        if part.name not in intents:
            fix = "correct the name, or add it to 'intents' in domain.yml."
            yield part.spot.problem(f"there is no intent '{part.name}'.", fix)
    for step in steps:
        if "action" in step.spot.steps and step.name not in actions:
            fix = "correct the name, or add it to 'actions' in domain.yml."
            yield step.spot.problem(f"there is no action '{step.name}'.", fix)
    known = [part for part in examples if part.name in intents]
    yield from _small_talk(known, steps, catalogue)
    yield from _shared(examples, catalogue, root)


def _small_talk(examples: list[Part], steps: list[Part], catalogue: Catalogue) -> Iterator[Problem]:
    """Each intent in both languages, with a rule, and a message where it is only told."""
    told = {step.name: step.value for step in steps if "intent" in step.spot.steps}
    taught = {language: _taught(examples, folder) for language, folder in FOLDERS.items()}
    for part in examples:
        for language, folder in FOLDERS.items():
            if part.name not in taught[language]:
                says = f"'{part.name}' has no examples in data/{folder}."
                yield part.spot.problem(says, f"write examples in data/{folder}/{part.name}.yml.")
        if part.name not in told and part.spot.name.startswith(FOLDERS["fi"]):
            says = f"no rule tells what follows '{part.name}'."
            yield part.spot.problem(says, "add a rule in data/stories/small_talk.yml.")
    for step in steps:
        lacks = f"small_talk.{step.name}" not in catalogue.messages
        if "intent" in step.spot.steps and step.value == SMALL_TALK and lacks:
            says = f"nothing is said to '{step.name}'."
            fix = f"add '{step.name}: {{fi: …, sv: …}}' to content/messages/small_talk.yml."
            yield step.spot.problem(says, fix)


def _taught(examples: list[Part], folder: str) -> frozenset[str]:
    return frozenset(part.name for part in examples if part.spot.name.startswith(f"{folder}/"))


def _shared(examples: list[Part], catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Examples of small talk that stand under another intent too."""
    first = {found: (intent, spot) for found, intent, _, _, spot in owners(catalogue, root)}
    for part in examples:
        for line, example in _lines(part):
            if not (found := sense(example)):
                continue
            intent, where = first.setdefault(found, (part.name, line))
            if intent != part.name:
                says = f"'{example}' is also an example of '{intent}' ({where})."
                yield line.problem(says, "keep it where it belongs and remove the other.")


def _examples(data: Path) -> Iterator[Part]:
    for file in sorted((data / "nlu").rglob("*.yml")):
        spot = Spot(data, file.relative_to(data).as_posix()).at("nlu")
        for number, _ in enumerate(spot.value or ()):
            place = spot.at(number, "intent")
            if isinstance(place.value, str):
                yield Part(place.value, place, spot.at(number, "examples").value)


def _lines(part: Part) -> Iterator[tuple[Line, str]]:
    """The examples of an intent, each with its own line in the block of text."""
    spot = Spot(part.spot.root, part.spot.name, (*part.spot.steps[:-1], "examples"))
    for number, line in enumerate(str(part.value or "").splitlines(), 1):
        if line.startswith("- "):
            yield Line(spot.root, spot.name, spot.steps, number), line[2:].strip()


@dataclass(frozen=True)
class Line(Spot):
    """A line of a block of text."""

    below: int = 0

    @property
    def line(self) -> int:
        """The line of the key and how far below it this one stands."""
        return super().line + self.below


def _steps(data: Path) -> Iterator[Part]:
    """Every intent and action of the rules and stories; with an intent, the action after it."""
    for file in sorted((data / "stories").rglob("*.yml")):
        whole = Spot(data, file.relative_to(data).as_posix())
        for kind in ("rules", "stories"):
            for number, _ in enumerate(whole.at(kind).value or ()):
                yield from _of_story(whole.at(kind, number, "steps"))


def _of_story(steps: Spot) -> Iterator[Part]:
    for number, _ in enumerate(steps.value or ()):
        following = steps.at(number + 1, "action").value
        for spot in (steps.at(number), *(_alternatives(steps.at(number, "or")))):
            for key in ("intent", "action"):
                name = spot.at(key).value
                if isinstance(name, str):
                    yield Part(name, spot.at(key), following)


def _alternatives(spot: Spot) -> Iterator[Spot]:
    for number, _ in enumerate(spot.value or ()):
        yield spot.at(number)


def _names(spot: Spot) -> Iterator[str]:
    """Names of a list, where a name may have settings of its own under it."""
    for item in spot.value or ():
        yield next(iter(item)) if isinstance(item, dict) else str(item)
