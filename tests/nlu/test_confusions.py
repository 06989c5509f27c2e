"""Examples judged by what the others teach, over the small county of the factories."""

import pytest

from bot.catalogue import Catalogue
from bot.language.encoder import NONE
from bot.nlu import confusions


@pytest.fixture(autouse=True)
def without_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters and base forms are enough here."""
    monkeypatch.setenv("OPASTIN_ENCODER", NONE)


def test_examples_and_small_talk_are_read_as_the_model_reads_them(county: Catalogue) -> None:
    """With their own language, and base forms."""
    found = {each.text: each for each in confusions.examples()}
    assert {each.topic for each in found.values()} >= {"greet", "thanks"}
    assert found["hyvää huomenta"].language == "fi"
    assert all(each.sample.text for each in found.values())


def test_what_is_held_out_is_judged_by_the_rest(county: Catalogue) -> None:
    """A greeting is nearest to greetings though it was hidden."""
    found = confusions.examples()
    hidden = [each.text == "hyvää huomenta" for each in found]
    [judged] = confusions.held_out((found, hidden))
    assert (judged.text, judged.topic) == ("hyvää huomenta", "greet")
    assert judged.taken_for in {each.topic for each in found}


def test_what_was_judged_is_kept(
    county: Catalogue, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    """A second look at another topic costs no second run."""
    monkeypatch.setenv("OPASTIN_VAR", str(tmp_path))
    told = confusions.Judged(
        text="moi", language="fi", topic="greet", taken_for="thanks", at_once=True
    )
    monkeypatch.setattr(confusions, "judged_anew", lambda: [told])
    assert confusions.judged() == [told]
    monkeypatch.setattr(confusions, "judged_anew", lambda: pytest.fail("judged again"))
    assert confusions.judged() == [told]
