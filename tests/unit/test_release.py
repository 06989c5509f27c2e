"""A release is one folder, and changes as a whole."""

from pathlib import Path

import pytest

from bot.release import Release, content_folder, current_release


def made(release: Release, word: str, *, guard: bool = True) -> Release:
    """A release whose parts hold a word."""
    release.content.mkdir(parents=True)
    (release.content / "menu.yml").write_text(word, encoding="utf-8")
    for file in (release.model, release.note, *([release.guard] if guard else [])):
        file.write_text(f'{{"model": "{word}"}}', encoding="utf-8")
    return release


def words(release: Release) -> set[str]:
    """What the parts hold."""
    files = [file for file in (release.model, release.note, release.guard) if file.exists()]
    kept = {file.read_text(encoding="utf-8").split('"')[3] for file in files}
    return kept | {(release.content / "menu.yml").read_text(encoding="utf-8")}


def test_a_draft_takes_the_place_of_the_release(tmp_path: Path) -> None:
    """All of it, and what was there before is kept once."""
    release = made(Release(tmp_path), "first")
    release.take(made(release.draft, "second"))
    release.take(made(release.draft, "third"))
    assert (words(release), words(release.previous)) == ({"third"}, {"second"})
    assert not release.draft.folder.exists()
    assert release.made_from() == {"model": "third"}


def test_the_first_release_has_nothing_before_it(tmp_path: Path) -> None:
    """And says that it was made from nothing yet."""
    release = Release(tmp_path / "models")
    assert release.made_from() == {}
    release.take(made(release.draft, "first"))
    assert words(release) == {"first"}


def test_a_second_net_that_is_gone_is_gone(tmp_path: Path) -> None:
    """The guard never runs on the net of another release."""
    release = made(Release(tmp_path), "first")
    release.take(made(release.draft, "second", guard=False))
    assert not release.guard.exists()


def test_a_release_is_put_back(tmp_path: Path) -> None:
    """When the bot refuses the new one; that becomes the previous one."""
    release = made(Release(tmp_path), "first")
    release.take(made(release.draft, "second"))
    release.put_back()
    assert (words(release), words(release.previous)) == ({"first"}, {"second"})


def test_settings_name_other_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Else models/ and content/ of the repository."""
    for name in ("OPASTIN_RELEASE", "OPASTIN_CONTENT"):
        monkeypatch.delenv(name, raising=False)
    assert (current_release().folder.name, content_folder().name) == ("models", "content")
    monkeypatch.setenv("OPASTIN_RELEASE", str(tmp_path / "a"))
    monkeypatch.setenv("OPASTIN_CONTENT", str(tmp_path / "b"))
    assert (current_release().folder, content_folder()) == (tmp_path / "a", tmp_path / "b")
