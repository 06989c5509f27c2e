"""What is said before, while and after content is published; no part of the product runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot import publishing
from bot.language.built import BUILT
from bot.parts import PartRefused
from bot.previewing import beside, borrow, copy_learnt
from bot.publishing import NotPublished, below, publish
from bot.release import Release
from bot.settings import ROOT, Settings, read_settings
from bot.status import Status, status

if TYPE_CHECKING:
    from pathlib import Path

GOOD = {"fi": (90, 100), "sv": (85, 100), "emergency": (17, 20), "nearmiss": (95, 100)}
A, B = "a" * 64, "b" * 64


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Of a product of which no part runs."""
    ports = {"RASA_PORT": "1", "ACTIONS_PORT": "2", "CHAT_PORT": "3"}
    return read_settings({"OPASTIN_VAR": str(tmp_path / "var"), **ports})


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    """A release with a model, and its next one as training leaves it."""
    found = Release(tmp_path / "models")
    monkeypatch.setenv("OPASTIN_RELEASE", str(found.folder))
    for each, word in ((found, "old"), (found.draft, "new")):
        each.content.mkdir(parents=True)
        each.model.write_text(word, encoding="utf-8")
    return found


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The modules that were run; none of them really is."""
    run: list[str] = []

    def fake(_part: str, module: str, *_arguments: str, **_settings: str) -> str:
        run.append(module)
        return "done"

    monkeypatch.setattr(publishing, "_run", fake)
    monkeypatch.setattr(publishing, "check", lambda *_: (None, [], []))
    return run


def test_parts_that_do_not_run_are_no_error(
    settings: Settings, release: Release, steps: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """They take the release when they start."""
    publish(settings, practise=False)
    assert steps == ["bot.cli"]
    assert release.model.read_text(encoding="utf-8") == "new"
    assert capsys.readouterr().out.count("is not running") == 3


def test_wrong_content_is_not_trained(
    settings: Settings, release: Release, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The problems are told, and the release stays."""
    monkeypatch.setattr(publishing, "check", lambda *_: (None, ["content/a.yml:1: wrong."], []))
    with pytest.raises(NotPublished, match=r"content/a.yml:1: wrong.\n1 problems"):
        publish(settings)
    assert (steps, release.model.read_text(encoding="utf-8")) == ([], "old")


def test_a_part_that_refuses_brings_the_old_release_back(
    settings: Settings, release: Release, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other parts are told to go back too."""
    seen: list[str] = []

    def take(part: str, _settings: Settings) -> str:
        word = release.model.read_text(encoding="utf-8")
        seen.append(f"{part} {word}")
        if (part, word) == ("actions", "new"):
            raise PartRefused("actions answers 500")
        return A

    monkeypatch.setattr(publishing, "take_release", take)
    with pytest.raises(NotPublished):
        publish(settings, practise=False)
    assert seen == ["rasa new", "actions new", "rasa old", "actions old", "chat old"]
    assert steps == ["bot.cli"]


@pytest.mark.parametrize(
    ("change", "missed"),
    [
        ({}, []),
        ({"sv": (84, 100)}, ["sv: 84.0 % of 100, at least 85 % are needed"]),
        ({"nearmiss": (18, 20)}, ["nearmiss: 90.0 % of 20, at least 95 % are needed"]),
        ({"emergency": (0, 0)}, ["emergency: 0.0 % of 0, at least 85 % are needed"]),
    ],
)
def test_the_bars_of_practice(change: dict[str, tuple[int, int]], missed: list[str]) -> None:
    """Below one of them nothing is published."""
    assert list(below({**GOOD, **change})) == missed


def told(**facts: object) -> list[str]:
    """The lines of a status."""
    known = {"edited": A, "released": A, "parts": {"rasa": A, "actions": A, "chat": ""}}
    return list(Status(**{**known, **facts}).lines())  # type: ignore[arg-type]


def test_all_alike() -> None:
    """A part that does not run differs from nothing."""
    assert told() == [
        f"content/  {A[:12]}",
        f"release   {A[:12]}",
        f"rasa      {A[:12]}",
        f"actions   {A[:12]}",
        "chat      not running",
        "All alike.",
    ]


@pytest.mark.parametrize(
    ("facts", "advice"),
    [
        ({"edited": B}, "content/ has changes that residents do not see. Fix: opastin publish"),
        ({"released": ""}, "Nothing is released yet. Fix: make train"),
        (
            {"parts": {"rasa": B, "actions": A}},
            "rasa: other content than the release. Fix: opastin publish, or restart",
        ),
        ({"troubles": ("chat answers 401: no",)}, "chat answers 401: no"),
    ],
)
def test_what_differs_is_said_with_the_remedy(facts: dict[str, object], advice: str) -> None:
    """In plain words."""
    assert told(**facts)[-1] == advice


def test_a_part_that_is_away_has_no_hash(settings: Settings, tmp_path: Path) -> None:
    """And what is not released has none either."""
    found = status(ROOT / "content", Release(tmp_path / "nothing"), settings)
    assert (found.released, set(found.parts.values())) == ("", {""})
    assert (len(found.edited), found.alike) == (64, False)


def test_a_preview_has_ports_and_folders_of_its_own(tmp_path: Path) -> None:
    """Beside those of the product that serves."""
    urls = {"RASA": "http://127.0.0.1:5005", "CHAT": "http://127.0.0.1:9000"}
    found = beside(urls, tmp_path, Release(tmp_path / "release"))
    assert found["RASA_PORT"] == "6005"
    assert found["CHAT_PORT"] == "10000"
    assert found["OPASTIN_RELEASE"] == str(tmp_path / "release")


def test_a_preview_learns_only_what_differs(tmp_path: Path, release: Release) -> None:
    """It begins with what the release has learnt, and with what has been embedded."""
    var = tmp_path / "var"
    for built in BUILT:
        (var / built).mkdir(parents=True)
    (var / "embeddings.npz").write_text("rows", encoding="utf-8")
    borrow(var, var / "preview")
    borrow(var, var / "preview")
    copy_learnt(release, Release(var / "preview" / "release"))
    found = {each.relative_to(var / "preview").as_posix() for each in var.glob("preview/**/*")}
    assert found == {
        *(*BUILT, "embeddings.npz"),
        *("release", "release/opastin.tar.gz"),
    }
