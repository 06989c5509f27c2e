"""Every way to go wrong is a folder: its files stand over broken/_base, its words in expected.txt.

After a change of wording write them anew with `OPASTIN_WRITE_EXPECTED=1`, and read the difference.
"""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.content.checks.checklist import check
from bot.content.checks.note import Kind
from bot.settings import ROOT

BROKEN = Path(__file__).parent / "broken"
BASE = BROKEN / "_base"
CASES = sorted(case for case in BROKEN.iterdir() if case != BASE)
TODAY = date(2026, 11, 22)


def overlay(case: Path, folder: Path) -> Path:
    """The content folder of a case: the small sound content with the case's files over it."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    return folder / "content"


def report(content: Path) -> str:
    """What is told about a folder: the problems, then what is worth a look."""
    _, problems, notes = check(content, TODAY, thorough=True)
    return "\n".join([*map(str, problems), *(f"{note} [{note.kind}]" for note in notes)])


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_broken_content_is_explained(case: Path, tmp_path: Path) -> None:
    """The owner learns which file, which line, and what to do."""
    told, expected = report(overlay(case, tmp_path)), case / "expected.txt"
    if os.environ.get("OPASTIN_WRITE_EXPECTED"):
        expected.write_text(f"{told}\n", encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8").rstrip("\n")
    assert told


def test_the_base_is_sound(tmp_path: Path) -> None:
    """So that a case shows its own fault and no other."""
    assert report(overlay(BASE, tmp_path)) == ""


def test_every_kind_of_note_has_a_case() -> None:
    """What is counted on the command line is shown here."""
    told = "\n".join((case / "expected.txt").read_text(encoding="utf-8") for case in CASES)
    assert [kind for kind in get_args(Kind) if f"[{kind}]" not in told] == []


def test_the_content_as_it_is_has_no_problems() -> None:
    """Notes may stand."""
    _, problems, _ = check(ROOT / "content", TODAY)
    assert [str(problem) for problem in problems] == []


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands still."""
    monkeypatch.setenv("OPASTIN_NOW", f"{TODAY.isoformat()}T12:00")


def test_the_command_prints_problems_and_fails(tmp_path: Path, today: None) -> None:
    """Everything at once, where errors belong."""
    content = overlay(BROKEN / "unknown_names", tmp_path)
    result = CliRunner().invoke(app, ["check", str(content)])
    told = (BROKEN / "unknown_names" / "expected.txt").read_text(encoding="utf-8")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[:-1] == told.splitlines()
    assert result.stdout == ""


def test_the_command_counts_what_is_worth_a_look(tmp_path: Path, today: None) -> None:
    """And prints it when asked."""
    content = overlay(BROKEN / "unsure_facts", tmp_path)
    result = CliRunner().invoke(app, ["check", str(content)])
    assert result.exit_code == 0
    assert "1 unconfirmed files, 2 low facts. See them with --notes." in result.stdout
    assert "2 needs, 1 questions, 4 services, 1 emergencies: no problems." in result.stdout
    noted = CliRunner().invoke(app, ["check", "--notes", str(content)])
    told = (BROKEN / "unsure_facts" / "expected.txt").read_text(encoding="utf-8")
    assert noted.stdout.startswith(told)


def test_checking_loads_no_framework() -> None:
    """A content owner waits seconds, not minutes."""
    names = "{'rasa', 'rasa_sdk', 'tensorflow', 'spacy'}"
    code = f"import sys; import bot.content.checks.checklist; print({names} & sys.modules.keys())"
    found = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert found.stdout.strip() == "set()"
