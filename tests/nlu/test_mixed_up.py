"""What content owners are told of topics that are taken for each other."""

from bot.nlu.folds import folds
from bot.nlu.mixed_up import Judged, pairs, report

NAMES = {
    "need_teeth": "Hampaat / Tänder",
    "need_cough": "Yskä / Hosta",
    "faq_fees": "Maksut / Avgifter",
}


def judged(text: str, topic: str, taken_for: str, *, language: str = "fi") -> Judged:
    """An example that leads straight to something."""
    return Judged(text=text, language=language, topic=topic, taken_for=taken_for, at_once=True)


FOUND = [
    judged("hammas", "need_teeth", "need_teeth"),
    judged("yskä ja hammas", "need_teeth", "need_cough"),
    judged("hosta och tand", "need_cough", "need_teeth", language="sv"),
    judged("mitä maksaa", "faq_fees", "need_teeth"),
    judged("hei", "greet", "need_teeth"),
    Judged(
        text="kiitos yskästä", language="fi", topic="need_cough", taken_for="thanks", at_once=False
    ),
]


def test_a_pair_gathers_both_directions() -> None:
    """The largest pair comes first."""
    (first, mine), *_ = pairs(FOUND)
    assert first == ("need_cough", "need_teeth")
    assert [each.text for each in mine] == ["yskä ja hammas", "hosta och tand"]


def test_the_report_names_topics_and_quotes_sentences() -> None:
    """In both languages, with what each was taken for."""
    told = list(report(FOUND, NAMES))
    assert told[0].startswith(
        "fi: of 4 sentences, each hidden while the others are learnt, 1 (25%)"
    )
    assert "2 sentences: need_cough (Yskä / Hosta) and need_teeth (Hampaat / Tänder)" in told
    assert "  written for need_teeth, taken for need_cough:" in told
    assert "    sv  hosta och tand" in told


def test_single_sentences_wait_until_their_topic_is_named() -> None:
    """What was written as small talk is not the content owner's."""
    assert list(report(FOUND, NAMES))[-1].startswith("2 more pairs have fewer sentences.")
    told = "\n".join(report(FOUND, NAMES, "need_cough"))
    assert "1 sentence: need_cough (Yskä / Hosta) and small talk 'thanks'" in told
    assert "    fi  kiitos yskästä  (the bot asks)" in told
    assert "faq_fees" not in told


def test_lines_nearly_alike_share_a_fold() -> None:
    """Or a line would be judged by its twin."""
    twins = [
        ("hammasta särkee kovasti", "hammasta särkee kovasti nyt"),
        ("jag hostar", "jag hostar!"),
    ]
    for fold, other in (folds([*pair, "något helt annat"], 50)[:2] for pair in twins):
        assert fold == other
