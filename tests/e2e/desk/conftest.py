"""Three browsers on one chat: a resident and two professionals."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.desk.people import DeskPage, ResidentPage
from tests.integration.fake_rasa import FakeRasa
from tests.live import LiveChat


@pytest.fixture(scope="package")
def live() -> Iterator[LiveChat]:
    """Chat with its two demo professionals."""
    rasa = FakeRasa()
    with tempfile.TemporaryDirectory(prefix="opastin-desk-") as folder, rasa.running():
        chat = LiveChat(Path(folder), rasa).start()
        yield chat
        chat.kill()


@pytest.fixture
def professional(browser: Browser, live: LiveChat) -> Iterator[Callable[..., DeskPage]]:
    """Opens the desk for a demo professional; what is left of the test is put away."""
    opened: list[DeskPage] = []

    def open_desk(username: str = "demo1", language: str = "fi", **options: object) -> DeskPage:
        opened.append(DeskPage(browser, live, username, language, **options))
        return opened[-1]

    yield open_desk
    for desk in opened:
        desk.leave()


@pytest.fixture
def resident(browser: Browser, live: LiveChat, language: str) -> Iterator[ResidentPage]:
    """A resident with the bubble open."""
    page = ResidentPage(browser, live, language)
    yield page
    page.leave()
