"""From probabilities to an intent, or to a choice."""

import pytest

from bot.nlu.choose import UNSURE, choose, weigh


def test_keywords_make_a_topic_likelier() -> None:
    """The content owner's word outweighs a classifier that is not quite sure."""
    weighed = weigh({"need_a": 0.2, "need_b": 0.8}, {"need_a"})
    assert max(weighed, key=weighed.__getitem__) == "need_a"


def test_weighed_probabilities_sum_to_one() -> None:
    """They remain probabilities."""
    weighed = weigh({"need_a": 0.1, "need_b": 0.9}, {"need_a"})
    assert sum(weighed.values()) == pytest.approx(1.0)


def test_no_probability_at_all() -> None:
    """A message with nothing known in it divides by nothing."""
    assert weigh({"need_a": 0.0, "need_b": 0.0}, ()) == {"need_a": 0.0, "need_b": 0.0}


@pytest.mark.parametrize(
    ("second", "named", "intent"),
    [
        (0.42, ["need_b", "need_a"], "need_b"),
        (0.42, ["need_a", "need_b"], "need_a"),
        (0.42, ["need_b"], "need_a"),
        (0.42, ["need_c", "need_b", "need_a"], "need_b"),
        (0.20, ["need_b", "need_a"], "need_a"),
    ],
    ids=["first named", "in order", "one named", "another before", "far apart"],
)
def test_of_two_needs_the_first_named(second: float, named: list[str], intent: str) -> None:
    """Two needs in one message: the first is answered, the other offered beside it."""
    choice = choose({"need_a": 0.55, "need_b": second, "need_c": 0.01}, named)
    assert choice.intent == intent
    assert {name for name, _ in choice.candidates} == {"need_a", "need_b"} - {intent}


@pytest.mark.parametrize(
    ("weighed", "intent"),
    [
        ({"need_a": 0.5, "need_b": 0.4}, "need_a"),
        ({"need_a": 0.3, "need_b": 0.1}, "need_a"),
        ({"greet": 0.9, "need_a": 0.1}, "greet"),
        ({"joke": 0.3, "need_a": 0.02}, UNSURE),
        ({"need_a": 0.3, "need_b": 0.25}, UNSURE),
        ({"need_a": 0.1, "need_b": 0.02}, UNSURE),
    ],
    ids=["sure", "well ahead", "small talk", "nonsense", "close", "unlikely"],
)
def test_the_intent(weighed: dict[str, float], intent: str) -> None:
    """Taken when it is likely, or well ahead of the next; never when it is unlikely."""
    assert choose(weighed, ()).intent == intent


def test_two_needs_in_one_message() -> None:
    """Named both and sure together: the first named is answered, the other offered beside it."""
    weighed = {"need_a": 0.48, "need_b": 0.47, "need_c": 0.05}
    taken = choose(weighed, ["need_a", "need_b"])
    assert (taken.intent, taken.candidates) == ("need_a", (("need_b", 0.47),))
    assert choose(weighed, ["need_a"]).intent == UNSURE


def test_the_next_likely_topics_stand_beside_the_one_taken() -> None:
    """Two needs in one message, or one that may be another: at most two, likeliest first."""
    weighed = {"need_a": 0.5, "need_b": 0.15, "faq_c": 0.2, "need_d": 0.13, "need_e": 0.02}
    assert [name for name, _ in choose(weighed, ()).candidates] == ["faq_c", "need_b"]
    assert choose({"need_a": 0.95, "need_b": 0.05}, ()).candidates == ()


def test_nothing_stands_beside_small_talk() -> None:
    """A greeting is answered with a greeting."""
    assert choose({"greet": 0.6, "need_a": 0.3}, ()).candidates == ()


def test_candidates_come_best_first() -> None:
    """The likeliest topic is the first button."""
    found = choose({"need_a": 0.25, "faq_b": 0.3, "greet": 0.2}, ()).candidates
    assert [name for name, _ in found] == ["faq_b", "need_a"]


def test_three_candidates_at_most() -> None:
    """A longer list is no help."""
    weighed = dict.fromkeys(("need_a", "need_b", "need_c", "need_d", "need_e"), 0.2)
    assert len(choose(weighed, ()).candidates) == 3


def test_unlikely_topics_are_no_candidates() -> None:
    """Nothing is offered only because something must be."""
    weighed = {f"need_{number}": 0.01 for number in range(100)}
    assert choose(weighed, ()).candidates == ()


def test_one_unlikely_candidate_alone() -> None:
    """A single topic is what the resident is guided to: an unlikely one is left out."""
    weighed = {"need_a": 0.14, **{f"need_{number}": 0.01 for number in range(86)}}
    assert choose(weighed, ()).candidates == ()


def test_one_topic_beside_small_talk() -> None:
    """Who greets and says what they need is guided to it."""
    weighed = {"greet": 0.35, "need_a": 0.3, "need_b": 0.01}
    assert choose(weighed, ()).candidates == (("need_a", 0.3),)


def test_topics_that_are_hardly_likely_are_no_choice() -> None:
    """What means nothing is asked to be put in other words, not to be chosen from."""
    assert choose({"joke": 0.2, "abuse": 0.2, "need_a": 0.04, "need_b": 0.04}, ()).candidates == ()
