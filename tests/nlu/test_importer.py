"""The importer joins content/ to Rasa's own files."""

from dataclasses import replace
from pathlib import Path

import pytest
from rasa.shared.nlu.constants import INTENT, TEXT

from bot.catalogue import Catalogue
from bot.content import current
from bot.content.importer import ContentImporter
from bot.content.problem import ContentError
from bot.content.reader import read_catalogue
from tests.factories import COUGH, FEES, catalogue, keyed

DOMAIN = """
version: "3.1"
intents: [greet]
actions: [action_navigate]
"""
NLU = """
version: "3.1"
nlu:
  - intent: greet
    examples: |
      - hei
      - hej
"""
RULES = """
version: "3.1"
rules:
  - rule: greet
    steps:
      - intent: greet
      - action: action_navigate
"""


def two_topics() -> Catalogue:
    """A need and a question, with examples."""
    cough = replace(COUGH, examples={"fi": ("mua yskittää",), "sv": ("jag hostar",)})
    fees = replace(FEES, examples={"fi": ("mitä maksaa",)})
    return replace(catalogue(), needs=keyed([cough]), faqs=keyed([fees]))


@pytest.fixture
def importer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ContentImporter:
    """The importer over a project of three small files."""
    for name, text in (("domain.yml", DOMAIN), ("data/nlu.yml", NLU), ("data/rules.yml", RULES)):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.setattr("bot.content.importer.catalogue", two_topics)
    return ContentImporter(
        domain_path=str(tmp_path / "domain.yml"), training_data_paths=[str(tmp_path / "data")]
    )


def test_intents(importer: ContentImporter) -> None:
    """One for every need and question, beside the domain's own."""
    assert {"greet", "need_cough", "faq_fees"} <= set(importer.get_domain().intents)


def test_examples(importer: ContentImporter) -> None:
    """Both languages under one intent, beside data/nlu."""
    found = {(m.get(TEXT), m.get(INTENT)) for m in importer.get_nlu_data().intent_examples}
    assert found == {
        ("hei", "greet"),
        ("hej", "greet"),
        ("mua yskittää", "need_cough"),
        ("jag hostar", "need_cough"),
        ("mitä maksaa", "faq_fees"),
    }


def test_rules(importer: ContentImporter) -> None:
    """Each need and question leads to navigation, beside data/stories."""
    names = {step.block_name for step in importer.get_stories().story_steps}
    assert names == {"greet", "navigate need_cough", "navigate faq_fees"}


def test_wrong_content_stops_the_training(
    importer: ContentImporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With file, line and remedy; no model without its content."""
    broken = tmp_path / "content" / "needs" / "cough.yml"
    broken.parent.mkdir(parents=True)
    broken.write_text("label: {fi: Yskä}\n", encoding="utf-8")
    monkeypatch.setattr(
        "bot.content.importer.catalogue", lambda: read_catalogue(tmp_path / "content")
    )
    with pytest.raises(ContentError, match=r"content/needs/cough.yml:1: 'sv' is missing. Fix: "):
        importer.get_domain()


def test_the_content_is_read_once() -> None:
    """Components and actions of a process share it."""
    assert current.catalogue() is current.catalogue()
