"""The figures of the benchmark, on answers made by hand."""

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.nlu import figures, towns
from benchmarks.nlu.bars import bars
from benchmarks.nlu.compare import ratios
from benchmarks.nlu.lines import Line
from benchmarks.nlu.progress import START, Progress, Size, spoken
from benchmarks.nlu.read import answered, likeliest
from benchmarks.nlu.runs import apart, runs, share
from benchmarks.nlu.systems import SYSTEMS
from benchmarks.nlu.tasks import Task, sampled, tasks, work


def answer(label: str, found: str, confidence: float = 0.9, **more: Any) -> dict[str, Any]:
    """What a system made of a line."""
    told = {"language": "fi", "words": 3, "taken": True, **more}
    return {"label": label, "found": found, "confidence": confidence, **told}


def result(system: str, answers: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """A run as it is kept."""
    task = {"name": "massive", "language": "fi", "size": 10, "seed": 1, **more.pop("task", {})}
    told = {"training_seconds": 10.0, "embedding_ms": 0.0, "examples": 100}
    return {"system": system, "task": task, "answers": answers, **told, **more}


RIGHT, WRONG = answer("a", "a"), answer("a", "b")


def test_accuracy_is_the_share_that_is_right() -> None:
    """The likeliest label counts, taken or not."""
    assert figures.accuracy([RIGHT, RIGHT, RIGHT, WRONG]) == pytest.approx(0.75)


def test_no_answers_are_no_figure() -> None:
    """A length that no message has does not look like a failure."""
    assert math.isnan(figures.accuracy([]))
    assert figures.mean([math.nan]) is None


def test_macro_f1_counts_rare_labels_as_much() -> None:
    """A label that is never found weighs as a frequent one."""
    found = [answer("a", "a")] * 9 + [answer("b", "a")]
    assert figures.macro_f1(found) == pytest.approx((18 / 19 + 0) / 2)


def test_calibration_error_is_none_where_confidence_is_honest() -> None:
    """Three of four right at three quarters."""
    honest = [answer("a", "a", 0.75)] * 3 + [answer("a", "b", 0.75)]
    assert figures.calibration_error(honest) == pytest.approx(0.0)
    assert figures.calibration_error([answer("a", "b", 0.75)]) == pytest.approx(0.75)


def test_out_of_scope_is_told_apart_by_confidence() -> None:
    """A line that nothing answers should be the less sure one."""
    inside, outside = answer("a", "a", 0.9), answer("out_of_scope", "a", 0.2)
    assert figures.told_apart([inside, outside]) == 1.0
    assert math.isnan(figures.told_apart([inside]))


def test_small_talk_leads_nobody_astray() -> None:
    """Out of scope, only a topic misleads, and only when it is taken."""
    lost = [
        answer("out_of_scope", "need_teeth"),
        answer("out_of_scope", "need_teeth", taken=False),
        answer("out_of_scope", "thanks"),
        answer("need_teeth", "need_teeth"),
    ]
    assert figures.misled(lost) == pytest.approx(1 / 3)


def test_every_length_has_its_place() -> None:
    """From one word to a long story."""
    found = [answer("a", "a", words=words) for words in (1, 2, 3, 10, 11, 150)]
    assert [len(mine) for _, mine in figures.by_length(found)] == [2, 1, 1, 1, 1]


def test_a_model_of_both_languages_counts_in_each_by_its_lines() -> None:
    """Finnish lines are no part of the Swedish figure."""
    both = [answer("a", "a"), answer("a", "b", language="sv")]
    kept = [result("plain", both, task={"language": "both"})]
    assert runs(kept, "massive", "sv", 10, "plain").answers == ([both[1]],)


def test_folds_add_up_and_seeds_do_not() -> None:
    """Bounds rest on the number of different lines."""
    seeds = [result("plain", [RIGHT] * 5, task={"seed": seed}) for seed in (1, 2)]
    folds = [result("plain", [RIGHT] * 5, task={"seed": s, "name": "own"}) for s in (1, 2)]
    assert runs(seeds, "massive", "fi", 10, "plain").lines == 5
    assert runs(folds, "own", "fi", 10, "plain").lines == 10


def test_a_share_is_told_with_its_bounds() -> None:
    """And with how far the runs lie apart; what was not run is a dash."""
    found = figures.mean([0.7, 0.8])
    assert share(found, 100) == "0.750 (0.657–0.825)"
    assert apart(found) == "0.700–0.800"
    assert share(None, 0) == apart(None) == "–"


def test_a_bar_is_met_missed_or_not_run() -> None:
    """Training from nothing counts the embedding: 10 s and 100 examples of 50 ms."""
    kept = [
        result("opastin", [RIGHT] * 9 + [WRONG], embedding_ms=50.0),
        result("plain", [RIGHT] * 8 + [WRONG] * 2),
        result("diet", [RIGHT] * 8 + [WRONG] * 2, training_seconds=60.0),
    ]
    told = "\n".join(bars(kept))
    assert "| MASSIVE fi, 10 examples an intent: ahead of chars + lemmas | ≥ +0.08 | +0.100" in told
    assert "ahead of Rasa's default | ≥ +0.15 | +0.100 (0.900, 0.800) | no |" in told
    assert "≤ 0.33 | 0.25 (15 s, 60 s) | yes |" in told
    assert "| MASSIVE sv, all examples: ahead of chars + lemmas | ≥ +0.01 | – | not run |" in told


def test_times_are_compared_line_by_line() -> None:
    """Sure lines and embedded ones apart, against the same lines of the other system."""
    task = {"name": "speed", "size": 0}
    kept = [
        result("whole", [], task=task, ms=[5.0, 30.0], embedded=[False, True]),
        result("diet", [], task=task, ms=[10.0, 10.0], embedded=[False, False]),
    ]
    assert ratios(kept) == {
        "sure": 0.5,
        "encoder": 3.0,
        "average": 1.75,
        "lines_sure": 1,
        "lines": 2,
    }


def test_the_likeliest_label_is_one_of_those_to_choose_from() -> None:
    """`unsure` is no label, and an answer of another category is none either."""
    read = {
        "intent": {"name": "unsure", "confidence": 0.6},
        "intent_ranking": [
            {"name": "unsure", "confidence": 0.6},
            {"name": "b", "confidence": 0.3},
            {"name": "a", "confidence": 0.1},
        ],
    }
    assert likeliest(read, {"a", "b"}) == ("b", 0.3)
    assert likeliest(read, {"a"}) == ("a", 0.1)
    line = {"text": "yksi kaksi", "language": "fi", "label": "a", "also": ["b"], "among": []}
    told = answered(read, line, {"a", "b"})
    assert (told["found"], told["taken"], told["words"]) == ("a", False, 2)


def test_a_sample_has_so_many_of_each_label() -> None:
    """Fewer where there are fewer, and the same for the same seed."""
    found = [Line(text=str(n), language="fi", label="ab"[n % 2]) for n in range(10)]
    few = sampled(found, 3, np.random.default_rng(1))
    assert sorted(line.label for line in few) == list("aaabbb")
    assert few == sampled(found, 3, np.random.default_rng(1))
    assert len(sampled(found, 0, np.random.default_rng(1))) == 10


def test_a_trial_keeps_one_task_of_each_set_and_language() -> None:
    """Enough to run every part."""
    few = list(tasks(("massive", "own"), tiny=True))
    assert [(task.name, task.language) for task in few] == [
        ("massive", "fi"),
        ("massive", "sv"),
        ("own", "both"),
    ]


def test_the_time_left_learns_from_what_cells_took() -> None:
    """A machine half as fast takes twice as long."""
    size = Size(system="plain", examples=0, lines=0)
    progress = Progress()
    assert progress.left([size]) == START
    progress.finished(size, 2 * START)
    assert progress.left([size, size]) == 4 * START
    assert (spoken(20), spoken(600), spoken(5400)) == ("under a minute", "10 min", "1 h 30 min")


def test_a_typing_error_is_one_and_never_the_first_letter() -> None:
    """A letter lost, doubled or changed with the next."""
    for slip in towns.misspelt("porvoossa", np.random.default_rng(1)):
        assert slip[0] == "p"
        assert slip != "porvoossa"
        assert abs(len(slip) - len("porvoossa")) <= 1
    assert list(towns.misspelt("askola"[:5], np.random.default_rng(1))) == []


def test_every_system_names_the_seed_where_chance_matters() -> None:
    """DIET's weights are drawn by the seed, and its whole ranking is asked for."""
    diet = next(system for system in SYSTEMS if system.id == "diet")
    config = diet.config(Task("massive", "fi", 10, 3))
    parts = {part["name"]: part for part in config["pipeline"]}
    assert (parts["DIETClassifier"]["random_seed"], parts["DIETClassifier"]["epochs"]) == (3, 100)


def test_only_the_speed_of_a_model_that_hardly_learnt_is_asked() -> None:
    """DIET learns the project's own examples for one round, and then answers nothing."""
    diet = next(system for system in SYSTEMS if system.id == "diet")
    [brief] = tasks(("speed",))
    parts = {part["name"]: part for part in diet.config(brief)["pipeline"]}
    assert parts["DIETClassifier"]["epochs"] == 1
    assert not work(brief, Path("absent")).ask
