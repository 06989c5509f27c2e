"""What content owners are told to change, Rasa accepts."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.validator import Validator

from bot.catalogue import LANGUAGES, Language
from bot.content import current
from bot.content.importer import ContentImporter
from tests.guides.reader import GUIDES, Command, carry_out, copy_of_the_project, steps


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the project, whose content is that of this process."""
    monkeypatch.setenv("OPASTIN_CONTENT", str(tmp_path / "content"))
    yield copy_of_the_project(tmp_path)
    current.forget()


def imported(project: Path, language: Language, page: str) -> ContentImporter:
    """What Rasa would learn from after a page."""
    carry_out(GUIDES / language / f"{page}.md", project)
    return importer(project)


def importer(project: Path) -> ContentImporter:
    """What Rasa would learn from now."""
    current.forget()
    return ContentImporter(
        domain_path=str(project / "domain.yml"), training_data_paths=[str(project / "data")]
    )


def complaints(training: ContentImporter) -> set[str]:
    """What `rasa data validate` says."""
    validator = Validator.from_importer(training)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        assert validator.verify_domain_validity()
        assert validator.verify_nlu()
        assert validator.verify_story_structure()
    return {str(warning.message) for warning in told}


def examples(training: ContentImporter) -> set[tuple[str, str]]:
    """Every example with its intent."""
    return {(m.get(TEXT), m.get(INTENT)) for m in training.get_nlu_data().intent_examples}


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_small_talk_is_accepted(language: Language, project: Path) -> None:
    """Rasa learns it and its rule, and has no more to complain of than before."""
    before = complaints(importer(project))
    training = imported(project, language, "small-talk")
    assert complaints(training) <= before
    assert {("sori et huusin", "apology"), ("sorry ja blev lite het", "apology")} < examples(
        training
    )
    assert "an apology" in {step.block_name for step in training.get_stories().story_steps}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_way_of_asking_is_learnt(language: Language, project: Path) -> None:
    """With all the others of its need."""
    page = GUIDES / language / "way-of-asking.md"
    asked = next(step.words[1] for step in steps(page) if isinstance(step, Command))
    assert (asked, "need_knee") in examples(imported(project, language, "way-of-asking"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_question_is_learnt(language: Language, project: Path) -> None:
    """In both languages."""
    found = examples(imported(project, language, "question"))
    assert {("parkkeeraus", "faq_parking"), ("p-plats", "faq_parking")} < found
