"""What content owners are told to type that needs the trained model, and what they then see."""

import re
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.catalogue import LANGUAGES, Language
from bot.cli import app
from bot.content import current
from bot.release import current_release
from tests.guides.reader import GUIDES, Command, carry_out, copy_of_the_project, steps

pytestmark = pytest.mark.model


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the project with the release, and no part running."""
    shutil.copytree(current_release().folder, tmp_path / "models")
    monkeypatch.setenv("OPASTIN_CONTENT", str(tmp_path / "content"))
    monkeypatch.setenv("OPASTIN_RELEASE", str(tmp_path / "models"))
    for part in ("RASA", "ACTIONS", "CHAT"):
        monkeypatch.setenv(f"{part}_PORT", str(free_port()))
    current.forget()
    yield copy_of_the_project(tmp_path)
    current.forget()


def free_port() -> int:
    """One at which nothing answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_number_is_published(language: Language, project: Path) -> None:
    """Without training, for no example has changed; practice residents are left out."""

    def run(command: Command) -> None:
        if command.words[0] in ("publish", "status"):
            hurry = ["--without-practice"] if command.words == ["publish"] else []
            result = CliRunner().invoke(app, [*command.words, *hurry])
            command.check(result.output)

    carry_out(GUIDES / language / "phone-number.md", project, run)
    released = project / "models" / "content" / "services" / "health_station_sipoo.yml"
    assert '"019 5600 111"' in released.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_bot_makes_of_a_text_is_explained(language: Language, project: Path) -> None:
    """In the lines that the page points out."""
    [command] = [
        step
        for step in steps(GUIDES / language / "way-of-asking.md")
        if isinstance(step, Command) and step.words[0] == "explain"
    ]
    result = CliRunner().invoke(app, command.words)
    command.check(result.output)
    assert re.search(r"^intent        \w+ \(", result.output, re.MULTILINE)
