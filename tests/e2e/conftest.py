"""A browser, a fake chat, and a page with the bubble on it."""

from collections.abc import Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)

from tests.e2e.bubble import Bubble
from tests.e2e.fake_chat import FakeChat

CHROMIUM: Final = "/usr/bin/chromium"
QUIETLY: Final = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE: Final = 10_000
EXPECTED_NOISE: Final = ("Failed to load resource", "net::ERR_")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; closed before the tests of other folders run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def running_chat() -> Iterator[FakeChat]:
    """One fake chat for the whole suite."""
    chat = FakeChat().start()
    yield chat
    chat.stop()


@pytest.fixture
def chat(running_chat: FakeChat) -> FakeChat:
    """The fake chat, without memories of the test before."""
    running_chat.reset()
    return running_chat


@pytest.fixture
def context_options() -> dict[str, Any]:
    """The size and the habits of the window; tests override it by parametrize."""
    return {"viewport": {"width": 1000, "height": 800}}


@pytest.fixture
def context(browser: Browser, context_options: dict[str, Any]) -> Iterator[BrowserContext]:
    """A browser that nobody has used."""
    context = browser.new_context(**context_options)
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page; whatever it complains about, other than the network, fails the test."""
    page = context.new_page()
    complaints: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(EXPECTED_NOISE):
            complaints.append(message.text)

    page.on("console", complain)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []


@pytest.fixture
def abroad(page: Page, chat: FakeChat) -> list[str]:
    """Requests to other origins, and to cookies; to be empty at the end."""
    found: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((chat.url, "data:", "blob:")):
            found.append(request.url)

    page.on("request", note)
    return found


@pytest.fixture(params=["fi", "sv"])
def language(request: pytest.FixtureRequest) -> str:
    """Each of the two languages."""
    return str(request.param)


@pytest.fixture
def bubble(page: Page, chat: FakeChat, language: str) -> Bubble:
    """The page of a language, with the bubble still closed."""
    page.goto(chat.url + ("/sv" if language == "sv" else "/"))
    return Bubble(page, language)
