"""A release is made from the content, and nothing is trained that has not changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.catalogue import Text
from bot.content import current
from bot.nlu import training
from bot.nlu.training import learnt_from, make_draft
from bot.release import Release
from tests.factories import CHEST_PAIN, COUGH, keyed

if TYPE_CHECKING:
    from pathlib import Path

    from bot.catalogue import Catalogue

CHANGES = {
    "an answer": lambda c: {"messages": {**c.messages, "errors.empty": Text(fi="x", sv="y")}},
    "a service": lambda c: {"services": dict(list(c.services.items())[1:])},
    "keywords": lambda c: {"needs": {**c.needs, "cough": replace(COUGH, keywords={"fi": ("x",)})}},
    "an example": lambda c: {
        "needs": {**c.needs, "cough": replace(COUGH, examples={"fi": ("x",)})}
    },
    "a place": lambda c: {"municipalities": dict(list(c.municipalities.items())[1:])},
    "a description": lambda _: {
        "emergencies": keyed([replace(CHEST_PAIN, descriptions={"fi": ("x",)})])
    },
}


@pytest.mark.parametrize(
    ("change", "stale"),
    [
        ("an answer", set()),
        ("a service", set()),
        ("keywords", set()),
        ("an example", {"model", "guard"}),
        ("a place", {"model"}),
        ("a description", {"guard"}),
    ],
)
def test_what_has_to_be_trained_again(
    county: Catalogue, monkeypatch: pytest.MonkeyPatch, change: str, stale: set[str]
) -> None:
    """What residents are told is nothing that is learnt."""
    monkeypatch.setenv("OPASTIN_ENCODER", "e5")
    before, after = learnt_from(county), learnt_from(replace(county, **CHANGES[change](county)))
    assert {part for part in before if before[part] != after[part]} == stale


def test_without_an_encoder_there_is_no_second_net(
    county: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is missing then."""
    monkeypatch.setenv("OPASTIN_ENCODER", "none")
    assert set(learnt_from(county)) == {"model"}


@pytest.fixture
def release(county: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    """An empty release, and content to make it from."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "menu.yml").write_text("[]", encoding="utf-8")
    monkeypatch.setenv("OPASTIN_CONTENT", str(tmp_path / "content"))
    monkeypatch.setenv("OPASTIN_ENCODER", "e5")
    return Release(tmp_path / "models")


def test_what_has_not_changed_is_taken_from_the_release(
    release: Release, monkeypatch: pytest.MonkeyPatch, county: Catalogue
) -> None:
    """The content comes along, and the running release is untouched until the draft is whole."""
    trained: list[set[str]] = []

    def learn(stale: set[str], draft: Release) -> None:
        trained.append(stale)
        for part in stale:
            getattr(draft, part).write_text(part, encoding="utf-8")

    monkeypatch.setattr(training, "_learn", learn)
    draft = make_draft(release)
    assert (trained, draft.content.is_dir(), release.model.exists()) == (
        [{"model", "guard"}],
        True,
        False,
    )
    release.take(draft)
    monkeypatch.setenv("OPASTIN_CONTENT", str(release.content))
    again = make_draft(release)
    assert trained[1:] == [set()]
    assert again.model.read_text(encoding="utf-8") == "model"
    assert again.made_from() == release.made_from() == learnt_from(county)
    current.forget()
