"""What the bubble shows while people answer, and when they have."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.bubble import Bubble
from tests.e2e.fake_chat import FakeChat
from tests.e2e.test_announcing import LISTEN, heard

pytestmark = pytest.mark.browser

THANKS = {"fi": "Kiitos palautteestasi!", "sv": "Tack för din respons!"}


def answered(bubble: Bubble, chat: FakeChat) -> None:
    """A professional has taken the resident and said something."""
    bubble.open()
    chat.only.owner = "professional"
    chat.only.append(author="professional", name="Aino", text="Hei, olen Aino.")
    expect(bubble.said("professional")).to_be_visible()


def test_how_things_stand_is_shown(bubble: Bubble, chat: FakeChat) -> None:
    """The line of the server stands under the name, and changes with it."""
    bubble.open()
    expect(bubble.dialog).to_contain_text("told: bot")
    chat.only.owner = "queue"
    expect(bubble.dialog).to_contain_text("told: queue")
    bubble.page.reload()
    expect(bubble.dialog).to_contain_text("told: queue")


def test_a_professional_has_a_name(bubble: Bubble, chat: FakeChat) -> None:
    """It stands above what they wrote."""
    answered(bubble, chat)
    expect(bubble.said("professional")).to_contain_text("Aino")


def test_the_professional_sees_the_resident_write(
    bubble: Bubble, page: Page, chat: FakeChat
) -> None:
    """One sign for many letters, and none while the bot answers."""
    bubble.open()
    bubble.input.press_sequentially("kuu")
    assert chat.signs == []
    chat.only.owner = "professional"
    expect(bubble.dialog).to_contain_text("told: professional")
    bubble.input.press_sequentially("me on")
    page.wait_for_timeout(300)
    assert chat.signs == [("typing", {})]


def test_feedback_after_people(bubble: Bubble, chat: FakeChat, language: str) -> None:
    """Words and a number from 1 to 5, once; the keyboard is enough, and axe finds nothing."""
    answered(bubble, chat)
    chat.only.owner = "ended"
    five = bubble.dialog.get_by_role("button", name="5", exact=True)
    expect(five).to_be_visible()
    assert bubble.violations() == []
    bubble.input.focus()
    bubble.tab_to("button 5", back=True)
    bubble.dialog.locator("#more").fill("hyvin meni")
    five.press("Enter")
    expect(bubble.dialog).to_contain_text(THANKS[language])
    expect(five).to_be_hidden()
    assert chat.signs == [("feedback", {"rating": 5, "words": "hyvin meni"})]


def test_no_feedback_after_the_bot(bubble: Bubble, chat: FakeChat) -> None:
    """A conversation that nobody took ends quietly."""
    bubble.open()
    chat.only.owner = "ended"
    expect(bubble.dialog).to_contain_text("told: ended")
    expect(bubble.dialog.get_by_role("button", name="5", exact=True)).to_be_hidden()


def test_what_a_professional_says_is_announced_once(
    bubble: Bubble, page: Page, chat: FakeChat
) -> None:
    """Politely, in its language, and not again when how things stand changes."""
    bubble.open()
    page.evaluate(LISTEN)
    chat.only.owner = "professional"
    chat.only.append(author="professional", name="Aino", text="Hei, olen Aino.", lang="fi")
    expect(bubble.said("professional")).to_have_attribute("lang", "fi")
    chat.only.owner = "ended"
    expect(bubble.dialog).to_contain_text("told: ended")
    assert heard(page, "Hei, olen Aino.") == ["polite"]


def test_feedback_has_a_name_and_thanks_are_announced(
    bubble: Bubble, page: Page, chat: FakeChat, language: str
) -> None:
    """A named group; the thanks are a status; Esc then closes the bubble as ever."""
    answered(bubble, chat)
    chat.only.owner = "ended"
    group = bubble.dialog.locator("fieldset")
    expect(group).to_have_accessible_name(re.compile(r"\w"))
    expect(group.get_by_role("textbox")).to_have_accessible_name(re.compile(r"\w"))
    page.evaluate(LISTEN)
    group.get_by_role("button", name="4", exact=True).press("Enter")
    expect(group).to_be_hidden()
    assert heard(page, THANKS[language]) == ["polite"]
    bubble.input.press("Escape")
    expect(bubble.launcher).to_be_focused()


def test_the_focus_is_not_lost_with_the_feedback(
    bubble: Bubble, page: Page, chat: FakeChat
) -> None:
    """What was pressed is gone; the keys go on in the log, and no screen keyboard opens."""
    answered(bubble, chat)
    chat.only.owner = "ended"
    bubble.dialog.get_by_role("button", name="4", exact=True).press("Enter")
    expect(bubble.log).to_be_focused()
