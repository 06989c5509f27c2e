"""`opastin diff`: what the edited content changes, against what runs or was last committed."""

import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import comparing
from bot.cli import app
from tests.content.test_broken_content import BASE, BROKEN, overlay


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sound content in which a number was changed; nothing was published."""
    monkeypatch.setenv("OPASTIN_RELEASE", str(tmp_path / "models"))
    content = overlay(BASE, tmp_path / "edited")
    file = content / "services" / "general_advice.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("5600 111", "5600 222"), "utf-8")
    return content


def before(edited: Path, folder: Path) -> Path:
    """The same content with the old number."""
    shutil.copytree(edited, folder)
    file = folder / "services" / "general_advice.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("5600 222", "5600 111"), "utf-8")
    return folder


def told(*arguments: Path | str) -> str:
    """What the command prints."""
    result = CliRunner().invoke(app, ["diff", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_against_a_folder(edited: Path, tmp_path: Path) -> None:
    """Whichever is named."""
    old = before(edited, tmp_path / "old")
    lines = told(edited, "--against", old).splitlines()
    assert lines[0] == f"Compared with {old}."
    assert "  fi phone Puhelin:" in lines
    assert any("019 5600 222" in line for line in lines)
    assert "  shown in: Yskä / Hosta, Maksut / Avgifter, a request for a person" in lines
    assert lines[-1].endswith("replies that were compared read otherwise.")


def test_against_what_runs(edited: Path, tmp_path: Path) -> None:
    """The content of the release, once there is one."""
    before(edited, tmp_path / "models" / "content")
    lines = told(edited).splitlines()
    assert lines[0] == "Compared with the content that was published."
    assert any("019 5600 222" in line for line in lines)


def test_against_the_last_commit(
    edited: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything was published."""
    root = tmp_path / "root"
    before(edited, root / "content")
    name = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], [*name, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", *command], cwd=root, check=True)  # noqa: S603, S607 - its own folder
    monkeypatch.setattr(comparing, "ROOT", root)
    lines = told(edited).splitlines()
    assert lines[0] == "Compared with the last commit."
    assert any("019 5600 222" in line for line in lines)


def test_nothing_to_compare_with(
    edited: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The owner is told what to do."""
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setattr(comparing, "ROOT", empty)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for arguments in ([str(edited)], [str(edited), "--against", str(empty)]):
        result = CliRunner().invoke(app, ["diff", *arguments])
        assert result.exit_code == 1
        assert "Fix: name" in result.stderr
        assert "--against" in result.stderr


def test_wrong_content_is_not_compared(tmp_path: Path) -> None:
    """First it is put right."""
    content = overlay(BROKEN / "unknown_names", tmp_path)
    result = CliRunner().invoke(app, ["diff", str(content), "--against", str(content)])
    assert result.exit_code == 1
    assert "there is no service" in result.stderr
