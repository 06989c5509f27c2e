"""Everything is reached, used and left with the keys alone."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.bubble import Bubble
from tests.e2e.fake_chat import FakeChat

pytestmark = pytest.mark.browser

SMALL: dict[str, Any] = {"viewport": {"width": 320, "height": 640}}


def test_the_launcher_leads_to_a_guidance_by_keys(
    bubble: Bubble, page: Page, chat: FakeChat
) -> None:
    """Tab, Enter and typing are enough from the page to a telephone number."""
    bubble.tab_to(bubble.word("launcher"))
    page.keyboard.press("Enter")
    expect(bubble.input).to_be_focused()
    page.keyboard.type(bubble.word("symptom"))
    page.keyboard.press("Enter")
    expect(bubble.log.locator(".question")).to_be_visible()
    bubble.tab_to(bubble.word("place"), back=True)
    page.keyboard.press("Enter")
    expect(bubble.log.locator(".guidance")).to_be_visible()
    bubble.tab_to(f"{bubble.word('call')} 019 5600 400")
    link = bubble.log.get_by_role("link", name=f"{bubble.word('call')} 019 5600 400")
    expect(link).to_be_focused()
    expect(link).to_have_attribute("href", "tel:0195600400")
    assert chat.texts("resident") == [bubble.word("symptom"), bubble.word("place")]


def test_focus_goes_through_the_dialog_in_reading_order(bubble: Bubble) -> None:
    """Menu, close, the log, the question's buttons, the text, send, a person."""
    bubble.open().ask("symptom", "question")
    bubble.menu.focus()
    stops = [bubble.focused()]
    for _ in range(8):
        bubble.page.keyboard.press("Tab")
        stops.append(bubble.focused())
    expected = ["summary", bubble.word("close"), "div", "button", "button", "button", "textarea"]
    expected += [bubble.word("send"), bubble.word("person")]
    assert len(stops) == len(expected)
    assert all(part in stop for part, stop in zip(expected, stops, strict=True)), stops


def test_escape_closes_and_focus_returns(bubble: Bubble, page: Page) -> None:
    """Esc leads back to the launcher; the way in leads to the text."""
    bubble.open()
    expect(bubble.input).to_be_focused()
    page.keyboard.press("Escape")
    expect(bubble.dialog).to_be_hidden()
    expect(bubble.launcher).to_be_focused()
    page.keyboard.press("Enter")
    expect(bubble.input).to_be_focused()
    bubble.button("close").click()
    expect(bubble.launcher).to_be_focused()


def test_escape_closes_the_menu_first(bubble: Bubble, page: Page) -> None:
    """One Esc leaves the menu, the next the bubble."""
    bubble.open()
    bubble.menu.click()
    bubble.button("save").focus()
    page.keyboard.press("Escape")
    expect(bubble.button("save")).to_be_hidden()
    expect(bubble.menu).to_be_focused()
    expect(bubble.dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(bubble.dialog).to_be_hidden()


def test_the_erase_question_starts_on_the_harmless_answer(bubble: Bubble, page: Page) -> None:
    """Enter without thinking erases nothing, and focus returns to the menu."""
    bubble.open()
    bubble.menu.click()
    bubble.button("erase").click()
    question = page.get_by_role("alertdialog")
    expect(question).to_have_accessible_name(
        "Poistetaanko keskustelu?" if bubble.language == "fi" else "Ska samtalet raderas?"
    )
    expect(question).to_have_accessible_description(" ".join([question.locator("p").inner_text()]))
    expect(question.get_by_role("button", name=bubble.word("cancel"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(question).to_have_count(0)
    expect(bubble.menu).to_be_focused()
    expect(bubble.said("bot")).to_have_count(1)


def test_enter_sends_and_shift_enter_begins_a_line(
    bubble: Bubble, page: Page, chat: FakeChat
) -> None:
    """A message can have several lines; an empty one is not sent."""
    bubble.open()
    page.keyboard.press("Enter")
    page.keyboard.type("yksi")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("kaksi")
    page.keyboard.press("Enter")
    expect(bubble.said("resident")).to_have_count(1)
    expect(bubble.said("bot")).to_have_count(2)
    assert chat.texts("resident") == ["yksi\nkaksi"]
    expect(bubble.input).to_have_value("")
    expect(bubble.input).to_be_focused()


def test_focus_survives_a_pressed_choice(bubble: Bubble, page: Page) -> None:
    """The chosen button is gone; Tab goes on from what was chosen, not from the top."""
    bubble.open().ask("symptom", "question")
    bubble.log.get_by_role("button", name=bubble.word("place")).press("Enter")
    expect(bubble.log.locator(".guidance")).to_be_visible()
    expect(bubble.log.locator(".question button")).to_have_count(0)
    assert bubble.word("place") in bubble.focused()
    page.keyboard.press("Tab")
    assert bubble.focused().startswith("a ")


def test_the_buttons_of_a_guidance_stay(bubble: Bubble) -> None:
    """A guidance can be used again after more was said."""
    guidance = bubble.open().guide()
    bubble.write("kiitos")
    expect(bubble.said("bot")).to_have_count(4)
    expect(guidance.get_by_role("button")).to_have_count(1)


@pytest.mark.parametrize("context_options", [SMALL])
def test_what_covers_the_page_keeps_the_focus(bubble: Bubble, page: Page) -> None:
    """On a narrow screen nothing behind the sheet can be reached."""
    bubble.open()
    for _ in range(12):
        page.keyboard.press("Tab")
        inside = page.evaluate("document.activeElement.matches('opastin-chat, body')")
        assert inside, bubble.focused()


def test_over_the_page_it_is_not_modal(bubble: Bubble, page: Page) -> None:
    """On a wide screen the page beside it can be used."""
    bubble.open()
    page.get_by_role("link", name="På svenska" if bubble.language == "fi" else "Suomeksi").focus()
    assert page.evaluate("document.activeElement.tagName") == "A"
    expect(bubble.dialog).to_be_visible()
