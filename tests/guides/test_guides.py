"""The guides for content owners: what a page says is done, and does what it promises."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from typer.testing import CliRunner

from bot.catalogue import LANGUAGES, Catalogue, Language
from bot.cli import app
from bot.content.reader import fingerprint, read_catalogue
from bot.language.keywords import Keywords
from bot.navigation.decision import Tell
from bot.navigation.guide import guide
from bot.navigation.situation import Situation
from bot.saying.reply import Reply
from bot.saying.say import say
from bot.settings import ROOT
from tests.factories import TUESDAY_NOON, helsinki
from tests.guides.reader import (
    GUIDES,
    Command,
    Edit,
    StepDoesNotFit,
    carry_out,
    copy_of_the_project,
    edit,
    steps,
)

PAGES: Final = sorted(page for page in GUIDES.glob("*/*.md") if page.name != "README.md")
TODAY: Final = TUESDAY_NOON.date()
NEED_THE_MODEL: Final = {"explain", "publish", "status"}
"""Verbs that tests/journeys/test_guides.py runs."""

SOURCES: Final = ("bot/previewing.py", "bot/running.py")
"""What `preview` says; it runs until it is stopped."""

PRINTED: Final[dict[tuple[str, str], str]] = {}
"""Outputs by project and command: pages of both languages mostly make the same edits."""

GOLDEN: Final = sorted((ROOT / "tests" / "content" / "broken").glob("*/expected.txt"))
SPAN_IN_FIRST_CELL: Final = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


def name_of(page: Path) -> str:
    """For the names of tests."""
    return f"{page.parent.name}/{page.stem}"


@pytest.fixture
def followed(tmp_path: Path) -> "Followed":
    """Carries out the edits of pages."""
    return Followed(tmp_path)


class Followed:
    """The content after a page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, language: Language, page: str) -> Catalogue:
        """Everything that the page changes is changed."""
        project = copy_of_the_project(self.folder)
        carry_out(GUIDES / language / f"{page}.md", project)
        return read_catalogue(project / "content")


def output_of(command: Command, project: Path) -> str:
    """What a command prints on the project as it is now."""
    asked = fingerprint(project), command.typed
    if asked not in PRINTED:
        PRINTED[asked] = CliRunner().invoke(app, command.words, env=command.settings).output
    return PRINTED[asked]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_step_of_a_page(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Edits fit the files as they are, and commands show what the page shows."""
    project = copy_of_the_project(tmp_path)
    shutil.copytree(project / "content", project / "models" / "content")
    monkeypatch.setenv("OPASTIN_CONTENT", str(project / "content"))
    monkeypatch.setenv("OPASTIN_RELEASE", str(project / "models"))
    monkeypatch.setenv("OPASTIN_NOW", TUESDAY_NOON.strftime("%Y-%m-%dT%H:%M"))

    def run(command: Command) -> None:
        if command.words == ["preview"]:
            source = " ".join((ROOT / name).read_text(encoding="utf-8") for name in SOURCES)
            pieces = re.split(r"…|http\S+|\n", command.seen)
            assert [piece for piece in pieces if piece.strip() not in source] == []
        elif command.words[0] not in NEED_THE_MODEL:
            command.check(output_of(command, project))

    carry_out(page, project, run)


def test_both_languages_have_the_same_pages_with_the_same_kinds_of_steps() -> None:
    """Neither has less help than the other."""

    def told(language: Language) -> dict[str, list[tuple[str, str]]]:
        return {
            page.stem: [
                ("edit", step.file) if isinstance(step, Edit) else ("run", step.words[0])
                for step in steps(page)
            ]
            for page in PAGES
            if page.parent.name == language
        }

    finnish, swedish = (told(language) for language in LANGUAGES)
    assert finnish == swedish
    assert all(finnish.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_leads_to_every_page(language: Language) -> None:
    """A page that nobody finds helps nobody."""
    text = (GUIDES / language / "README.md").read_text(encoding="utf-8")
    pages = {page.name for page in PAGES if page.parent.name == language}
    assert set(re.findall(r"\]\(([\w-]+\.md)\)", text)) == pages


def told(content: Catalogue, topic: str, language: Language, day: date = TODAY) -> Reply:
    """What somebody in Sipoo is told at noon."""
    now = helsinki(day.year, day.month, day.day)
    situation = Situation(language=language, municipality="sipoo")
    return say(guide(topic, situation, content, now, reminder=False), language, now, content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_number_is_told(language: Language, followed: Followed) -> None:
    """And the old one no longer."""
    text = told(followed(language, "phone-number"), "book_health_station", language).text
    assert "019 5600 111" in text
    assert "019 5600 600" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_question_is_found_and_answered(language: Language, followed: Followed) -> None:
    """In both languages, whichever page was followed."""
    content = followed(language, "question")
    for asked, key in (("missä on parkkipaikkoja", "fi"), ("var finns parkeringsplatser", "sv")):
        assert "faq_parking" in Keywords(content).find(asked)
        reply = told(content, "parking", key)
        assert content.faqs["parking"].answer.into(key) in reply.text
        assert [service["id"] for service in reply.card["services"]] == ["health_station_sipoo"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_way_of_asking_is_an_example(language: Language, followed: Followed) -> None:
    """Of the language of the page: the one that the page asks about first."""
    page = GUIDES / language / "way-of-asking.md"
    asked = next(step.words[1] for step in steps(page) if isinstance(step, Command))
    assert asked in followed(language, "way-of-asking").needs["knee"].examples[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_order_of_services_is_told(language: Language, followed: Followed) -> None:
    """The best first."""
    reply = told(followed(language, "guidance"), "book_health_station", language)
    assert [s["id"] for s in reply.card["services"]][:2] == ["hyva_digi", "health_station_sipoo"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_campaign_is_told_on_its_days_only(language: Language, followed: Followed) -> None:
    """First and last day included."""
    content = followed(language, "campaign")
    line = {"fi": "Aikoja voi varata 11.10. alkaen.", "sv": "Tider kan bokas från 11.10."}
    days = {
        date(2026, 11, 24): False,
        date(2027, 10, 3): False,
        date(2027, 10, 4): True,
        date(2027, 11, 1): True,
        date(2027, 12, 12): True,
        date(2027, 12, 13): False,
    }
    for key in LANGUAGES:
        found = {day: line[key] in told(content, "vaccination", key, day).text for day in days}
        assert found == days


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_small_talk_is_answered(language: Language, followed: Followed) -> None:
    """And the changed answer is the new one."""
    content = followed(language, "small-talk")
    for name, key, words in (
        ("apology", "fi", "Ei se mitään!"),
        ("apology", "sv", "Det gör ingenting!"),
        ("thanks", "fi", "mukavaa kun oli apua"),
        ("thanks", "sv", "vad roligt att det var till hjälp"),
    ):
        reply = say(Tell(key=f"small_talk.{name}"), key, TUESDAY_NOON, content)
        assert words in reply.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_exercise_in_mistakes_leaves_nothing_behind(
    language: Language, followed: Followed
) -> None:
    """The mistake is put right."""
    followed(language, "check")
    file = "content/services/health_station_sipoo.yml"
    assert (followed.folder / file).read_bytes() == (ROOT / file).read_bytes()


def messages(language: Language) -> list[str]:
    """What the check is said to say, as the page quotes it."""
    page = GUIDES / language / "check.md"
    return SPAN_IN_FIRST_CELL.findall(page.read_text(encoding="utf-8"))


def pattern(message: str) -> re.Pattern[str]:
    """The fixed parts of a message, in order."""
    return re.compile(".*".join(re.escape(part) for part in message.split("…")))


def test_every_message_that_the_page_explains_is_one_of_the_check() -> None:
    """By its fixed part; both languages explain the same, in the same order."""
    golden = "\n".join(file.read_text(encoding="utf-8") for file in GOLDEN)
    assert [m for m in messages("fi") if not pattern(m).search(golden)] == []
    assert messages("fi") == messages("sv")


def test_every_message_of_the_check_is_explained() -> None:
    """A new check comes with its row on both pages."""
    known = [pattern(message) for message in messages("fi")]
    lines = [line for file in GOLDEN for line in file.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if not any(one.search(line) for one in known)] == []


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page that can be written for a test."""
    return tmp_path / "page.md"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("`a.yml`\n```yaml find\nx: 1\n```\n```yaml replace\nx: 2\n```\n", "stand 2 times"),
        ("`a.yml`\n```yaml find\nx: 3\n```\n```yaml replace\nx: 2\n```\n", "stand 0 times"),
        ("`a.yml`\n```yaml new\nx: 3\n```\n", "'a.yml' is new"),
        ("`b.yml`\n```yaml find\nx: 3\n```\n```yaml replace\nx: 2\n```\n", "'b.yml' is new"),
        ("```yaml new\nx: 3\n```\n", "'' is new"),
        ("`a.yml`\n```yaml find\nx: 1\n```\n", "no steps"),
        ("```yaml replace\nx: 3\n```\n", "no steps"),
        ("```yaml nwe\nx: 3\n```\n", "no steps"),
        ("```sh\nmake check\n```\n", "no steps"),
    ],
)
def test_a_step_that_does_not_fit_is_told(text: str, why: str, page: Path, tmp_path: Path) -> None:
    """With what the page wants."""
    (tmp_path / "a.yml").write_text("x: 1\nx: 1\n", encoding="utf-8")
    page.write_text(text, encoding="utf-8")
    with pytest.raises(StepDoesNotFit, match=why):
        carry_out(page, tmp_path)


def test_lines_are_matched_whole(tmp_path: Path) -> None:
    """With their indentation."""
    file = tmp_path / "a.yml"
    file.write_text("  x: 1\nx: 1\nx: 12\n", encoding="utf-8")
    edit(Edit(file="a.yml", old="x: 1\n", new="x: 2\n"), tmp_path)
    assert file.read_text(encoding="utf-8") == "  x: 1\nx: 2\nx: 12\n"


def test_what_is_seen_may_leave_out_parts_but_adds_none() -> None:
    """`…` in a line stands for a part of it; alone on a line, for any lines."""
    command = Command(typed="make check", seen="1 of … things\n…\nend\n")
    command.check("1 of 2 things\nend\n")
    command.check("1 of 2 things\nmore\nand more\nend\n")
    for output in ("1 of 2 things\n", "1 of 2 other\nend\n", "1 of 2 things\nend\nmore\n"):
        with pytest.raises(StepDoesNotFit, match="after 'make check'"):
            command.check(output)


def test_commands_are_those_of_opastin() -> None:
    """By whichever way they are called, with the settings before them."""
    explain = Command(typed='make explain TEXT="mul on asia"', seen="")
    assert explain.words == ["explain", "mul on asia"]
    notes = Command(typed=".venv-chat/bin/python -m bot.cli check --notes", seen="")
    assert notes.words == ["check", "--notes"]
    later = Command(typed="OPASTIN_NOW=2027-10-12T12:00 make diff", seen="")
    assert (later.words, later.settings) == (["diff"], {"OPASTIN_NOW": "2027-10-12T12:00"})
