"""axe finds nothing in any state, wide or narrow."""

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


def closed(bubble: Bubble) -> None:
    """Nobody has opened it."""
    expect(bubble.launcher).to_be_visible()


def opened(bubble: Bubble) -> None:
    """The greeting is there."""
    bubble.open()


def question(bubble: Bubble) -> None:
    """The bot asks for the municipality."""
    bubble.open().ask("symptom", "question")


def guidance(bubble: Bubble) -> None:
    """Services with their contacts."""
    bubble.open().guide()


def emergency(bubble: Bubble) -> None:
    """A card with 112 and the quick exit."""
    bubble.open().ask("violence", "emergency")


def waiting(bubble: Bubble) -> None:
    """In the queue."""
    bubble.open()
    bubble.button("person").click()
    expect(bubble.button("back")).to_be_visible()


def menu(bubble: Bubble) -> None:
    """The menu is open."""
    bubble.open()
    bubble.menu.click()


def erasing(bubble: Bubble) -> None:
    """The bubble asks whether to erase."""
    menu(bubble)
    bubble.button("erase").click()
    expect(bubble.page.get_by_role("alertdialog")).to_be_visible()


def unsent(bubble: Bubble) -> None:
    """A message did not go and the line is broken."""
    bubble.open()
    bubble.page.context.set_offline(True)
    bubble.write("hei")
    expect(bubble.button("again")).to_be_visible()
    expect(bubble.dialog.get_by_role("link", name="116 117")).to_be_visible()


STATES: Final = [closed, opened, question, guidance, emergency, waiting, menu, erasing, unsent]


@pytest.mark.parametrize("context_options", SIZES, ids=["wide", "narrow"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing(bubble: Bubble, state: Callable[[Bubble], None]) -> None:
    """No violation of WCAG 2.2 A and AA, nor of axe's best practices."""
    state(bubble)
    assert bubble.violations() == []


@pytest.mark.parametrize("path", ["/privacy", "/sv/privacy", "/accessibility", "/sv/accessibility"])
def test_axe_finds_nothing_on_the_statements(bubble: Bubble, chat: FakeChat, path: str) -> None:
    """The privacy notice and the accessibility statement."""
    bubble.page.goto(chat.url + path)
    assert bubble.violations() == []
