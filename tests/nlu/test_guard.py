"""The first net of the emergency guard, judged by phrases, look-alikes and everyday lines."""

from __future__ import annotations

import random
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

from bot.language.normalise import fold
from bot.navigation.emergency import Guard

HERE: Final = Path(__file__).parent
CONTENT: Final = HERE.parents[1] / "content" / "emergencies"

LIFE: Final = frozenset(
    """
    unconscious choking anaphylaxis breathing suicide_imminent poisoning_severe pregnancy_danger
    chest_pain stroke seizure bleeding child_severe immediate_threat trauma severe_headache
    acute_confusion
    """.split()
)
SUPPORT: Final[dict[str, frozenset[str]]] = {
    "suicidal_thoughts": frozenset({"suicide_imminent"}),
    "domestic_violence": frozenset({"immediate_threat", "child_welfare", "breathing"}),
    "child_welfare": frozenset({"domestic_violence", "immediate_threat"}),
    "infant_fever": frozenset({"child_severe"}),
    "poisoning_suspected": frozenset({"poisoning_severe"}),
    "adult_social_emergency": frozenset({"acute_confusion"}),
}
"""Beside itself, the graver kinds that a phrase of this one may raise."""


def read(path: Path) -> Any:
    """A YAML file of the tests or of content."""
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def guard() -> Guard:
    """The guard over the content of the repository."""
    return Guard(
        SimpleNamespace(id=path.stem, order=file["order"], level=file["level"], rules=file["rules"])
        for path in sorted(CONTENT.glob("*.yml"))
        for file in [read(path)]
    )


PHRASES: Final = read(HERE / "emergency_phrases.yml")
SAID: Final = [
    (emergency, phrase)
    for emergency, kinds in PHRASES.items()
    for kind in ("fi", "sv", "colloquial")
    for phrase in kinds.get(kind, [])
]
LOOK_ALIKES: Final = [line for kinds in PHRASES.values() for line in kinds.get("look_alikes", [])]


def acceptable(emergency: str) -> frozenset[str]:
    """The kinds that are right or graver; every life-threatening one leads to 112 alike."""
    graver = LIFE if emergency in LIFE else SUPPORT.get(emergency, frozenset())
    return graver | {emergency}


@pytest.mark.parametrize(("emergency", "phrase"), SAID)
def test_every_phrase_raises_the_emergency_or_a_graver_one(emergency: str, phrase: str) -> None:
    """What the facts list is caught in both languages and as it is spoken."""
    verdict = guard().judge(phrase)
    assert verdict.state == "emergency", verdict
    assert verdict.emergency in acceptable(emergency), verdict


@pytest.mark.parametrize("line", LOOK_ALIKES)
def test_a_look_alike_raises_nothing(line: str) -> None:
    """Words of illness alone are no emergency."""
    assert guard().judge(line).state != "emergency"


def test_missing_dots_and_rings_are_forgiven() -> None:
    """Nineteen phrases in twenty are caught when typed without å, ä and ö."""
    marked = [phrase for _, phrase in SAID if phrase != fold(phrase)]
    missed = [line for line in map(fold, marked) if guard().judge(line).state != "emergency"]
    assert len(missed) <= len(marked) * 0.05, missed


def test_one_slip_of_the_finger_is_forgiven_in_long_words() -> None:
    """Four fifths of the phrases survive two swapped letters inside their longest word."""
    chosen = random.Random(112)  # noqa: S311 - a fixed sample, no secret
    slipped = [slip(phrase, chosen) for _, phrase in SAID if len(max(phrase.split(), key=len)) > 7]
    missed = [line for line in slipped if guard().judge(line).state != "emergency"]
    assert len(missed) <= len(slipped) * 0.2, missed


def slip(phrase: str, chosen: random.Random) -> str:
    """The phrase with two neighbouring letters of its longest word swapped."""
    word = max(phrase.split(), key=len)
    spot = chosen.randrange(2, len(word) - 2)
    return phrase.replace(word, word[:spot] + word[spot + 1] + word[spot] + word[spot + 2 :])


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_everyday_lines_hardly_ever_alarm(language: str) -> None:
    """At most one everyday question in a hundred raises an emergency."""
    lines = read(HERE / "ordinary_lines.yml")[language]
    alarming = [line for line in lines if guard().judge(line).state == "emergency"]
    assert len(lines) >= 150
    assert len(alarming) <= len(lines) * 0.01, alarming


@pytest.mark.parametrize(
    "line",
    [
        "ei ole rintakipua mutta väsyttää",
        "ei rintakipua eikä hengenahdistusta",
        "kuumetta ilman hengenahdistusta",
        "hän ei enää kouristele",
        "har inte ont i bröstet",
        "ingen andnöd, bara hosta",
        "hon krampar inte längre",
        "isällä oli aivohalvaus 2012",
        "viime vuonna oli sydäninfarkti",
        "aivoinfarkti kaksi vuotta sitten, kuntoutusta haen",
        "sydäninfarktin jälkeen kuntoutukseen",
        "för tio år sedan hade han en hjärtinfarkt",
        "pappa fick en stroke 2015 och behöver rehabilitering",
        "hon hade hjärtinfarkt förra året",
        "tukehdun näihin lomakkeisiin",
        "luin kirjan jossa mies sai sydänkohtauksen",
        "mistä saa tietoa aivohalvauksesta",
        "ilmoittaudun elvytyskurssille",
        "i filmen fick han en hjärtattack",
        "vi övar en bilkrock med brandkåren",
        "var finns information om stroke",
        "mitä teen jos lapsi saisi kuumekouristuksen",
        "sydäninfarktista on kolme vuotta, saako jo hiihtää",
        "isoisä oli tajuttomana maaliskuussa, nyt hän on kunnossa",
        "kouristuksia ei ole ollut vuosiin",
        "miten porkkana pilkotaan ettei taapero tukehdu",
        "tajuttoman kallis käynti",
        "i höstas låg han medvetslös men nu är han frisk",
        "som femåring fick hon feberkramp",
        "vårt lärdomsprov handlar om stroke",
        "jag har inte haft bröstsmärta eller andnöd",
        "stroken var 2019, var får jag ett nytt recept",
        "vi lär oss första hjälp vid epileptiska anfall",
    ],
)
def test_denied_past_or_merely_mentioned_is_no_alarm(line: str) -> None:
    """The phrase is seen, but nothing is happening."""
    assert guard().judge(line).state == "mention"


@pytest.mark.parametrize(
    "line",
    [
        "ei hengitä",
        "hän vaknar inte",
        "viime vuonna oli rintakipu ja nyt taas",
        "oli aivohalvaus 2012 ja nyt puhe puuroutuu",
        "hade hjärtinfarkt 2012, nu har jag ont i bröstet igen",
        "en tiedä mitä tehdä, rintaan sattuu",
        "eilen ei ollut mitään. Nyt rintakipu",
        "kotona ollaan harjoituksissa, yksi ei herää",
        "haha vitsi vitsi, tapan itseni",
        "bara skämt, jag tänker ta livet av mig haha",
        "ei auta lääke, rintaan sattuu kovasti",
        "mummi sano et rintaan sattuu",
        "självmordstankar sedan en månad",
        "toipui infarktista hyvin, nyt rintaa puristaa taas",
        "för tre år sedan en hjärtinfarkt och nu ont i bröstet",
        "jag har lärt mig första hjälp men han har ett epileptiskt anfall, hjälp",
        "vesi valuu suupielestä kun isä juo",
    ],
)
def test_what_happens_now_is_never_talked_away(line: str) -> None:
    """A negation that is part of the rule, a new attack or a joke about death silences nothing."""
    assert guard().judge(line).state == "emergency"


def test_the_gravest_wins() -> None:
    """When several rules fit, the one with the lowest order is shown."""
    verdict = guard().judge("mies löi minua ja nyt lapsi ei hengitä")
    assert verdict.emergency == "breathing"


@pytest.mark.parametrize("line", ["han ska döda mig", "se aikoo tappaa mut"])
def test_a_threat_to_kill_is_no_wish_to_die(line: str) -> None:
    """Who is going to be killed by another is in danger now."""
    assert guard().judge(line).emergency == "immediate_threat"


def test_nothing_is_nothing() -> None:
    """An empty message and a greeting are no emergency."""
    assert {guard().judge(line).state for line in ("", "   ", "moi", "hej", "👍")} == {"none"}
