"""axe finds nothing in any state, wide or narrow."""

import re
from collections.abc import Callable
from typing import Any, Final

import pytest
from playwright.sync_api import expect

from tests.e2e.bubble import Bubble
from tests.e2e.fake_chat import FakeChat

pytestmark = pytest.mark.browser

SIZES: Final[list[dict[str, Any]]] = [
    {"viewport": {"width": 1000, "height": 800}},
    {"viewport": {"width": 320, "height": 640}},
]


def closed(bubble: Bubble, chat: FakeChat) -> None:
    """Nobody has opened it."""
    expect(bubble.launcher).to_be_visible()


def opened(bubble: Bubble, chat: FakeChat) -> None:
    """The greeting is there."""
    bubble.open()


def question(bubble: Bubble, chat: FakeChat) -> None:
    """The bot asks for the municipality."""
    bubble.open().ask("symptom", "question")


def guidance(bubble: Bubble, chat: FakeChat) -> None:
    """Services with their contacts."""
    bubble.open().guide()


def emergency(bubble: Bubble, chat: FakeChat) -> None:
    """A card with 112 and the quick exit."""
    bubble.open().ask("violence", "emergency")


def waiting(bubble: Bubble, chat: FakeChat) -> None:
    """In the queue."""
    bubble.open()
    bubble.button("person").click()
    expect(bubble.button("back")).to_be_visible()


def called_out_to(bubble: Bubble, chat: FakeChat) -> None:
    """An emergency while waiting."""
    waiting(bubble, chat)
    card = {"card": "emergency", "emergency": "chest_pain", "number": "112"}
    chat.only.append(author="bot", text="112", card=card)
    expect(bubble.log.locator(".emergency")).to_be_visible()


def taken(bubble: Bubble, chat: FakeChat) -> None:
    """A professional has taken, has written, and is writing."""
    waiting(bubble, chat)
    chat.only.owner = "professional"
    chat.only.append(author="system", text="Aino")
    chat.only.append(author="professional", name="Aino", text="Hei https://example.fi/ 112")
    expect(bubble.said("professional")).to_be_visible()
    bubble.write("kiitos")
    chat.only.typing = True
    expect(bubble.dialog.locator(".dots")).to_be_visible()


def put_back(bubble: Bubble, chat: FakeChat) -> None:
    """Passed on: the resident waits again."""
    taken(bubble, chat)
    chat.only.owner = "queue"
    expect(bubble.dialog).to_contain_text("told: queue")


def ended(bubble: Bubble, chat: FakeChat) -> None:
    """The conversation is over; the bubble asks how it was."""
    taken(bubble, chat)
    chat.only.owner = "ended"
    expect(bubble.dialog.locator("#more")).to_be_visible()


def rated(bubble: Bubble, chat: FakeChat) -> None:
    """The feedback is given."""
    ended(bubble, chat)
    bubble.dialog.get_by_role("button", name="3", exact=True).click()
    expect(bubble.dialog.locator("#more")).to_be_hidden()


def back(bubble: Bubble, chat: FakeChat) -> None:
    """The bot answers again."""
    waiting(bubble, chat)
    bubble.button("back").click()
    expect(bubble.button("person")).to_be_visible()


def told_behind(bubble: Bubble, chat: FakeChat) -> None:
    """Closed, with something new in it."""
    waiting(bubble, chat)
    bubble.button("close").click()
    chat.only.append(author="professional", name="Aino", text="Hei")
    expect(bubble.launcher).to_have_accessible_name(re.compile("Uusi viesti|Nytt meddelande"))


def menu(bubble: Bubble, chat: FakeChat) -> None:
    """The menu is open."""
    bubble.open()
    bubble.menu.click()


def erasing(bubble: Bubble, chat: FakeChat) -> None:
    """The bubble asks whether to erase."""
    menu(bubble, chat)
    bubble.button("erase").click()
    expect(bubble.page.get_by_role("alertdialog")).to_be_visible()


def unsent(bubble: Bubble, chat: FakeChat) -> None:
    """A message did not go and the line is broken."""
    bubble.open()
    bubble.page.context.set_offline(True)
    bubble.write("hei")
    expect(bubble.button("again")).to_be_visible()
    expect(bubble.dialog.get_by_role("link", name="116 117")).to_be_visible()


def refused(bubble: Bubble, chat: FakeChat) -> None:
    """A message that can never be sent."""
    bubble.open()
    chat.refuse = "Ei / Nej"
    bubble.write("hei")
    expect(bubble.dialog).to_contain_text("Ei / Nej")


STATES: Final = [
    *(closed, opened, question, guidance, emergency),
    *(waiting, called_out_to, taken, put_back, ended, rated, back, told_behind),
    *(menu, erasing, unsent, refused),
]


@pytest.mark.parametrize("context_options", SIZES, ids=["wide", "narrow"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing(
    bubble: Bubble, chat: FakeChat, state: Callable[[Bubble, FakeChat], None]
) -> None:
    """No violation of WCAG 2.2 A and AA, nor of axe's best practices."""
    state(bubble, chat)
    assert bubble.violations() == []


@pytest.mark.parametrize("path", ["/privacy", "/sv/privacy", "/accessibility", "/sv/accessibility"])
def test_axe_finds_nothing_on_the_statements(bubble: Bubble, chat: FakeChat, path: str) -> None:
    """The privacy notice and the accessibility statement."""
    bubble.page.goto(chat.url + path)
    assert bubble.violations() == []
