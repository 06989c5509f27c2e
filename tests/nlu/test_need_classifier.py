"""The classifier on a handful of examples, without an encoder."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.current import keywords
from bot.nlu.choose import UNSURE, Choice
from bot.nlu.need_classifier import NeedClassifier
from bot.nlu.tokenizer import SpacyTokenizer
from bot.nlu.topic_model import Sample, TopicModel, scarcity
from bot.nlu.weighing import PLAIN, cautious, outweighs
from tests.nlu.conftest import message

Make = Callable[[type], Any]
SUSPECTED = {"state": "unsure", "emergency": "x", "danger": 0.5}
EXAMPLES = {
    "need_cough": ["mua yskittää", "yskä ei lopu", "hostar hela natten", "jag har hosta"],
    "need_teeth": ["hammas särkee", "hampaat kipeät", "ont i tanden", "tandvärk i natt"],
    "greet": ["moikka", "hei hei", "hejsan", "god dag"],
}


@pytest.fixture(autouse=True)
def no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters and base forms are enough for a dozen examples."""
    monkeypatch.setenv("OPASTIN_ENCODER", "none")


@pytest.fixture
def data(create: Make) -> TrainingData:
    """The examples, with tokens."""
    found = TrainingData(
        [
            message(text, intent=intent, language="fi")
            for intent, texts in EXAMPLES.items()
            for text in texts
        ]
    )
    create(SpacyTokenizer).process_training_data(found)
    return found


@pytest.fixture
def trained(create: Make, data: TrainingData) -> NeedClassifier:
    """A classifier that has learnt the examples."""
    component: NeedClassifier = create(NeedClassifier)
    component.train(data)
    return component


def read(component: NeedClassifier, create: Make, text: str, **properties: object) -> Message:
    """A message that the tokeniser and the classifier have read."""
    [found] = create(SpacyTokenizer).process([message(text, **properties)])
    component.process([found])
    return found


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("yskittää koko ajan", "need_cough"),
        ("jag hostar", "need_cough"),
        ("hammasta särkee", "need_teeth"),
        ("moikka", "greet"),
    ],
)
def test_needs(trained: NeedClassifier, create: Make, text: str, intent: str) -> None:
    """Either language, other words than the examples'."""
    assert read(trained, create, text).get("intent")["name"] == intent


def test_a_trained_model_is_loaded(trained: NeedClassifier, create: Make, load: Make) -> None:
    """What was learnt is what is used."""
    again = read(load(NeedClassifier), create, "hammasta särkee")
    before = read(trained, create, "hammasta särkee")
    assert again.get("intent_ranking") == before.get("intent_ranking")


def test_the_ranking_begins_with_the_intent(trained: NeedClassifier, create: Make) -> None:
    """Rasa takes the first of the ranking for the intent."""
    found = read(trained, create, "hammasta särkee")
    assert found.get("intent_ranking")[0] == found.get("intent")


def test_keywords_are_heard(trained: NeedClassifier, create: Make) -> None:
    """A keyword of the content owner outweighs what the letters say."""
    text = "särkee hampaita kun yskin"
    ranking = trained.ranking(read(trained, create, text), keywords().find(text))
    without = trained.ranking(read(trained, create, "särkee hampaita kun"), ())
    assert ranking["need_cough"] > 3 * without["need_cough"]


def test_probabilities_sum_to_one(trained: NeedClassifier, create: Make) -> None:
    """They are what the thresholds rest on."""
    ranking = trained.ranking(read(trained, create, "yskä"), keywords().find("yskä"))
    assert sum(ranking.values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("properties", "text", "intent"),
    [
        ({"guard": {"state": "emergency", "emergency": "x"}}, "hammas särkee", "emergency"),
        ({"guard": {"state": "mention", "emergency": "x"}}, "hammas särkee", "need_teeth"),
        ({"guard": SUSPECTED}, "hammas särkee", "need_teeth"),
        ({"guard": SUSPECTED}, "moikka", "unsure"),
        ({"only_place": True}, "Sipoossa", "inform"),
        ({"asked_language": True}, "på svenska", "change_language"),
        (
            {"asked_language": True},
            "hammas särkee kovasti, saanko palvelua ruotsiksi",
            "need_teeth",
        ),
        ({"other_language": True}, "good day hei hei", "unsure"),
    ],
    ids=[
        "emergency",
        "mention",
        "unsure",
        "unsure small talk",
        "place",
        "language",
        "language and a need",
        "another language",
    ],
)
def test_what_others_settled(
    trained: NeedClassifier, create: Make, properties: dict[str, object], text: str, intent: str
) -> None:
    """Guard, place and language leave nothing to choose."""
    assert read(trained, create, text, **properties).get("intent")["name"] == intent


def test_candidates_when_unsure(trained: NeedClassifier, create: Make) -> None:
    """Two needs at once become a choice."""
    found = read(trained, create, "tandvärk och hosta särkee yskä hammas hampaat kipeät yskittää")
    if found.get("intent")["name"] == "unsure":
        assert {c["topic"] for c in found.get("candidates")} == {"need_cough", "need_teeth"}


def test_payloads_are_passed_over(trained: NeedClassifier) -> None:
    """Rasa has read the intent of a button already."""
    [found] = trained.process([message("/need_teeth", intent={"name": "need_teeth"})])
    assert found.data == {"text": "/need_teeth", "intent": {"name": "need_teeth"}}


class TwoMeanings:
    """An encoder that knows two meanings: teeth, and all the rest."""

    def encode(self, texts: list[str]) -> Any:
        """One row a text."""
        return np.array([[1.0, 0.0] if "t" in text[:1] else [0.0, 1.0] for text in texts])


@pytest.mark.parametrize(
    ("danger", "confidence", "outweighed"),
    [(0.2, 0.9, True), (0.2, 0.6, False), (0.5, 0.9, False)],
    ids=["weak suspicion, clear topic", "unclear topic", "strong suspicion"],
)
def test_a_clear_topic_outweighs_a_weak_suspicion(
    danger: float, confidence: float, outweighed: bool
) -> None:
    """Then nothing is asked; small talk, however clear, outweighs nothing."""
    said = message("hammas", guard={"state": "unsure", "emergency": "x", "danger": danger})
    assert outweighs(said, Choice(intent="need_teeth", confidence=confidence)) is outweighed
    assert not outweighs(said, Choice(intent="greet", confidence=confidence))


def test_asking_for_a_person_outweighs_a_weak_suspicion() -> None:
    """A person can judge it; where the wish is unclear, the emergency is asked about."""
    said = message("en levande själ", guard={"state": "unsure", "emergency": "x", "danger": 0.2})
    clear = Choice(intent="human", confidence=0.8)
    assert outweighs(said, clear)
    assert cautious(said, clear) == clear
    assert cautious(said, Choice(intent="human", confidence=0.5)).intent == UNSURE


def test_an_outweighed_suspicion_is_a_mention(trained: NeedClassifier, create: Make) -> None:
    """The guidance ends with a line on 112."""
    suspected = {"state": "unsure", "emergency": "x", "danger": 0.2}
    found = read(trained, create, "hammas särkee hammassärky tandvärk i natt", guard=suspected)
    assert found.get("intent")["confidence"] >= PLAIN
    assert found.get("guard") == {**suspected, "state": "mention"}


def test_letters_tell_more_from_more_examples() -> None:
    """What stands in for examples falls from few of a label to many, and not beyond."""
    found = [scarcity(examples) for examples in (3, 10, 100, 300, 900)]
    assert found == sorted(found, reverse=True)
    assert found[0] == found[1] == 1
    assert found[3] == found[4] == pytest.approx(0)


@pytest.mark.parametrize("texts", [("tand", "tand ont", "host", "host natt"), ("tand", "host")])
def test_meaning_is_heard(texts: tuple[str, ...]) -> None:
    """A word that shares no letters with the examples, even one of each, has its meaning."""
    model = TopicModel()
    samples = [Sample(text, text, text) for text in texts]
    labels = ["need_teeth" if text.startswith("tand") else "need_cough" for text in texts]
    model.fit(samples, labels, TwoMeanings())
    said = Sample("txyz", "txyz", "txyz")
    by_meaning = model.by_all(model.by_form(said), said, TwoMeanings())
    assert dict(zip(model.labels, by_meaning, strict=True))["need_teeth"] > 0.5
