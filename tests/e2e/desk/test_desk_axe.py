"""axe finds nothing on any page of the desk; the keyboard alone is enough."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.desk.people import DeskPage, ResidentPage
from tests.e2e.desk.sound import is_sound
from tests.live import LiveChat

pytestmark = pytest.mark.browser

Opens = Callable[..., DeskPage]


@pytest.fixture
def images(tmp_path: Path) -> Path:
    """Where the pictures go: the folder that OPASTIN_IMAGES names, else a passing one."""
    folder = Path(os.environ.get("OPASTIN_IMAGES", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_the_login(browser: Browser, live: LiveChat, language: str, images: Path) -> None:
    """With and without a wrong password."""
    with browser.new_context(viewport={"width": 1000, "height": 600}) as context:
        page = context.new_page()
        page.goto(f"{live.url}/desk/login?lang={language}")
        is_sound(page)
        page.screenshot(path=images / f"desk-login-{language}.png")
        page.locator("#username").fill("nobody")
        page.locator("#password").fill("wrong")
        page.keyboard.press("Enter")
        expect(page.locator(".problem")).to_be_visible()
        is_sound(page)


@pytest.mark.parametrize("width", [1400, 360])
def test_the_desk(
    resident: ResidentPage, professional: Opens, language: str, images: Path, width: int
) -> None:
    """Empty, with somebody waiting, with an open chat and every tool open, and refused."""
    desk = professional(language=language, viewport={"width": width, "height": 1000})
    page = desk.page
    is_sound(page)
    code = resident.ask_for_a_person()
    expect(desk.take_button(code)).to_be_visible()
    is_sound(page)
    page.screenshot(path=images / f"desk-waiting-{language}-{width}.png")
    desk.take(code)
    resident.write("kiitos")
    desk.write("Hei!" if language == "fi" else "Hej!")
    expect(desk.log.locator(".said.professional")).to_be_visible()
    expect(resident.said("professional")).to_be_visible()
    is_sound(page)
    page.screenshot(path=images / f"desk-chat-{language}-{width}.png")
    for panel in ("services", "notes", "transfer", "close"):
        desk.panel(panel)
    expect(page.locator("#replies .card").first).to_be_visible()
    is_sound(page)
    page.screenshot(path=images / f"desk-tools-{language}-{width}.png", full_page=True)


def test_other_pages(professional: Opens, language: str) -> None:
    """Ready replies and the password."""
    desk = professional(language=language)
    for path in ("replies", "password"):
        desk.page.goto(f"{desk.url}{path}")
        is_sound(desk.page)


def test_the_keyboard_is_enough(resident: ResidentPage, professional: Opens, language: str) -> None:
    """From the waiting list to the last word without a mouse."""
    desk = professional(language=language)
    page = desk.page
    code = resident.ask_for_a_person()
    expect(desk.take_button(code)).to_be_visible()
    press_until(page, f"{desk.word('take')} {code}")
    page.keyboard.press("Enter")
    expect(desk.input).to_be_focused()
    page.keyboard.type("hei")
    page.keyboard.press("Enter")
    expect(resident.said("professional")).to_have_count(1)
    press_until(page, desk.word("insert"))
    page.keyboard.press("Enter")
    expect(desk.input).to_be_focused()
    expect(desk.input).not_to_have_value("")
    press_until(page, desk.word("close"))
    page.keyboard.press("Enter")
    press_until(page, desk.word("close"), tag="BUTTON")
    page.keyboard.press("Enter")
    page.wait_for_url(desk.url)


def test_what_happens_is_said(resident: ResidentPage, professional: Opens, language: str) -> None:
    """Live regions: who waits is announced, the log is polite, a refusal is an alert."""
    desk = professional(language=language)
    resident.ask_for_a_person()
    expect(desk.page.locator("#announce")).not_to_be_empty()
    assert desk.page.locator("#announce").get_attribute("role") == "status"
    assert desk.page.locator("#refusal").get_attribute("role") == "alert"


def press_until(page: Page, words: str, tag: str = "") -> None:
    """Press Tab until something with these words has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        found = page.evaluate(
            "[document.activeElement.tagName, document.activeElement.textContent]"
        )
        if words in found[1] and (not tag or found[0] == tag) and found[0] != "BODY":
            return
    raise AssertionError(f"{words!r} is not reached by Tab")
