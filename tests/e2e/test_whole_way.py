"""From the launcher to a guidance in the running product, once per language."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.bubble import Bubble
from tests.product import running

pytestmark = [pytest.mark.browser, pytest.mark.product]

MOST_QUESTIONS: Final = 3
ANSWERED_WITHIN: Final = 30_000
SIZES: Final = {1000: 800, 320: 640}


@pytest.fixture(scope="module")
def product() -> Iterator[str]:
    """The address of the running product; one is started unless OPASTIN_E2E_URL names one."""
    address = os.environ.get("OPASTIN_E2E_URL", "")
    if address:
        yield address.rstrip("/")
        return
    with running() as addresses:
        yield addresses["chat"]


@pytest.fixture
def images(tmp_path: Path) -> Path:
    """Where the pictures go: the folder that OPASTIN_IMAGES names, else a passing one."""
    folder = Path(os.environ.get("OPASTIN_IMAGES", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def answer_questions(bubble: Bubble) -> None:
    """Take the own municipality where it is offered, else the first answer, to a guidance."""
    for asked in range(1, MOST_QUESTIONS + 2):
        answer = bubble.log.locator(".said:is(.question, .guidance)").nth(asked - 1)
        expect(answer).to_be_visible(timeout=ANSWERED_WITHIN)
        if "guidance" in (answer.get_attribute("class") or ""):
            return
        place = answer.get_by_role("button", name=bubble.word("place"))
        (place if place.count() else answer.get_by_role("button").first).click()
    raise AssertionError(
        f"no guidance after {MOST_QUESTIONS} questions:\n{bubble.log.inner_text()}"
    )


def test_from_the_launcher_to_a_guidance(
    product: str, page: Page, language: str, images: Path
) -> None:
    """A resident finds a door; what they see is kept as pictures for the documents."""
    page.goto(product + ("/sv" if language == "sv" else "/"))
    bubble = Bubble(page, language)
    bubble.launcher.click()
    expect(bubble.said("bot")).to_have_count(1, timeout=ANSWERED_WITHIN)
    expect(bubble.said("bot")).to_contain_text("bot")
    bubble.write(bubble.word("symptom"))
    answer_questions(bubble)
    guidance = bubble.log.locator(".guidance").last
    expect(guidance).to_have_attribute("lang", language)
    assert guidance.get_by_role("listitem").count() in (1, 2, 3)
    assert guidance.get_by_role("link").count() >= 1
    assert bubble.violations() == []
    said = bubble.log.locator(".said").count()
    for width, height in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        expect(bubble.log.locator(".said")).to_have_count(said, timeout=ANSWERED_WITHIN)
        expect(bubble.log.locator(".guidance").last).to_be_in_viewport()
        page.evaluate("document.querySelector('opastin-chat').shadowRoot.activeElement?.blur()")
        page.screenshot(path=images / f"bubble-{language}-{width}.png")
    assert page.context.cookies() == []
