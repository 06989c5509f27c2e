"""axe finds nothing on the pages beside the chats: the login, leads' and administrators' pages."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.desk.people import DeskPage
from tests.e2e.desk.sound import is_sound_in_every_size
from tests.live import LiveChat

pytestmark = pytest.mark.browser

Opens = Callable[..., DeskPage]
FAILURES = 5


@pytest.fixture(scope="module")
def staffed(live: LiveChat) -> None:
    """A lead and an administrator beside the demo professionals."""
    live.employ("leena", role="lead")
    live.employ("anna", role="administrator")


@pytest.fixture
def stranger(browser: Browser, live: LiveChat, language: str) -> Iterator[Page]:
    """Somebody at the login page."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{live.url}/desk/login?lang={language}")
        yield page


def fail(page: Page, username: str) -> None:
    """Try a wrong password."""
    page.locator("#username").fill(username)
    page.locator("#password").fill("wrong")
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def save(page: Page) -> None:
    """Press the button of the form, whatever the browser itself thinks of its fields."""
    page.locator("main form").first.evaluate("form => { form.noValidate = true }")
    page.locator("main form .full").click()


def test_the_login(stranger: Page, language: str) -> None:
    """At first, refused, and locked; each time the first field has the focus and a name."""
    username = stranger.locator("#username")
    for tried in range(FAILURES + 1):
        expect(username).to_be_focused()
        expect(username).to_have_accessible_name(
            {"fi": "Käyttäjätunnus", "sv": "Användarnamn"}[language]
        )
        expect(stranger.get_by_role("alert").locator("visible=true")).to_have_count(min(tried, 1))
        if tried in (0, 1, FAILURES):
            is_sound_in_every_size(stranger)
        fail(stranger, f"nobody-{language}")
    expect(stranger.locator(".problem")).to_contain_text("15")


@pytest.mark.parametrize("who", ["demo1", "leena", "anna"])
def test_ready_replies(professional: Opens, staffed: None, language: str, who: str) -> None:
    """As they are read, and as they are edited."""
    desk = professional(who, language)
    desk.page.goto(f"{desk.url}replies")
    is_sound_in_every_size(desk.page)
    if who == "demo1":
        return
    desk.page.locator("main a").first.click()
    is_sound_in_every_size(desk.page)
    save(desk.page)
    expect(desk.page.locator(".problem")).to_have_count(4)
    is_sound_in_every_size(desk.page)
    desk.page.goto(f"{desk.url}replies")
    desk.page.locator(".card a").first.click()
    expect(desk.page.locator("#id_text_sv")).not_to_have_value("")
    is_sound_in_every_size(desk.page)


def test_the_own_password(professional: Opens, language: str) -> None:
    """With what was wrong with it."""
    desk = professional(language=language)
    desk.page.goto(f"{desk.url}password")
    is_sound_in_every_size(desk.page)
    for field in ("old", "new1", "new2"):
        desk.page.locator(f"#{field}").fill("wrong")
    save(desk.page)
    expect(desk.page.get_by_role("alert").locator("visible=true")).to_have_count(1)
    is_sound_in_every_size(desk.page)


def test_the_staff_and_the_audit(professional: Opens, staffed: None, language: str) -> None:
    """Everybody, a new one with and without mistakes, their first password, a change, the audit."""
    desk = professional("anna", language)
    page = desk.page
    is_sound_in_every_size(page)
    page.locator("main a").first.click()
    is_sound_in_every_size(page)
    save(page)
    expect(page.locator(".problem")).to_have_count(3)
    is_sound_in_every_size(page)
    username = f"uusi-{language}"
    page.locator("#id_username").fill(username)
    page.locator("#id_name").fill(username)
    page.locator("[name=languages]").first.check()
    save(page)
    expect(page.locator("code")).to_be_visible()
    is_sound_in_every_size(page)
    page.locator("main a").click()
    page.get_by_role("link", name=username).click()
    is_sound_in_every_size(page)
    page.locator("nav a[href$=audit]").click()
    expect(page.locator("table")).to_be_visible()
    is_sound_in_every_size(page)
