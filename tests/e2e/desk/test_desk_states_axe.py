"""axe finds nothing in the rarer states of the desk; focus and names are right in all of them."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.desk.people import DeskPage, ResidentPage
from tests.e2e.desk.sound import is_sound
from tests.live import LiveChat

pytestmark = pytest.mark.browser

Opens = Callable[..., DeskPage]
REFUSE = """() => {
  const form = document.querySelector("form[action$=logout]").cloneNode(true);
  form.action = location.pathname + "/take";
  document.body.append(form);
  form.submit();
}"""


@pytest.fixture(scope="module")
def lead(live: LiveChat) -> str:
    """Somebody who sees what colleagues answer."""
    live.employ("lea", role="lead")
    return "lea"


def test_an_emergency_that_waits_too_long(
    resident: ResidentPage, professional: Opens, live: LiveChat, language: str
) -> None:
    """On top of the board with its badges; in the chat, and when it has ended."""
    desk = professional(language=language)
    page = desk.page
    code = resident.ask_for_a_person()
    resident.write(resident.word("chest"))
    expect(resident.log.locator(".emergency")).to_be_visible()
    assert resident.violations() == []
    live.manage(
        "from django.utils import timezone; from chat.desk.models import Handoff;"
        "Handoff.objects.filter(closed=None).update(alarmed=timezone.now())"
    )
    expect(page.locator(".urgent .alarm")).to_be_visible()
    is_sound(page)
    desk.take(code)
    expect(desk.log.locator(".emergency").first).to_be_visible()
    is_sound(page)
    resident.context.set_offline(True)
    live.manage(
        "from chat.conversations.models import Conversation;"
        "Conversation.objects.exclude(owner='ended').update(connected=None)"
    )
    page.reload()
    is_sound(page)
    resident.context.set_offline(False)
    chat = page.url
    desk.close()
    page.goto(chat)
    expect(desk.input).to_have_count(0)
    is_sound(page)


def test_what_colleagues_see(
    resident: ResidentPage, professional: Opens, lead: str, language: str
) -> None:
    """A mention, a colleague's chat, a transfer to oneself; a refusal as part and as page."""
    first, second = professional("demo1", language), professional("demo2", language)
    leading = professional(lead, language)
    code = resident.ask_for_a_person()
    expect(second.take_button(code)).to_be_visible()
    first.take(code)
    first.panel("notes")
    first.page.get_by_label(first.word("note"), exact=True).fill("@demo2 @lea hei")
    first.page.get_by_role("button", name=first.word("add_note")).click()
    mention = second.page.locator("[id^=mention-]")
    expect(mention).to_be_visible()
    is_sound(second.page)
    mention.click()
    expect(second.page.locator("#notes .card")).to_have_count(1)
    is_sound(second.page)
    leading.page.get_by_role("link", name=code).click()
    expect(leading.input).to_have_count(0)
    is_sound(leading.page)
    leading.page.evaluate(REFUSE)
    expect(leading.page.get_by_text("Demo 1")).to_be_visible()
    is_sound(leading.page)
    first.panel("transfer")
    button = first.page.get_by_role("button", name=first.word("transfer"), exact=True)
    button.click()
    expect(first.page.get_by_role("alert")).not_to_be_empty()
    expect(button).to_be_focused()
    is_sound(first.page)
    person = first.page.locator("#to option[value^='person:']", has_text="Demo 2")
    first.page.locator("#to").select_option(value=str(person.get_attribute("value")))
    button.click()
    second.page.goto(second.url)
    expect(second.page.locator(".wanted")).to_be_visible()
    is_sound(second.page)


def test_what_comes_anew_leaves_the_focus(
    browser: Browser, resident: ResidentPage, professional: Opens, live: LiveChat, language: str
) -> None:
    """The board is drawn anew around the focused button, the log grows beside the written text."""
    desk = professional(language=language)
    first = desk.take_button(resident.ask_for_a_person())
    first.focus()
    another = ResidentPage(browser, live, language)
    second = desk.take_button(another.ask_for_a_person())
    expect(second).to_be_visible()
    expect(first).to_be_focused()
    first.press("Enter")
    expect(desk.input).to_be_focused()
    resident.write("hei")
    expect(desk.log.locator(".said.resident").last).to_contain_text("hei")
    expect(desk.input).to_be_focused()
    another.leave()


def test_escape_leaves_a_tool(resident: ResidentPage, professional: Opens, language: str) -> None:
    """One Esc closes it, and the focus is where it was opened; nothing else is touched."""
    desk = professional(language=language)
    desk.take(resident.ask_for_a_person())
    desk.input.fill("luonnos")
    for panel in ("services", "notes", "transfer", "close"):
        desk.panel(panel)
        summary = desk.page.locator("summary", has_text=desk.word(panel))
        tool = desk.page.locator("details", has=summary)
        tool.locator("input, textarea, select").last.focus()
        desk.page.keyboard.press("Escape")
        expect(tool).not_to_have_attribute("open", re.compile(""))
        expect(summary).to_be_focused()
    desk.input.press("Escape")
    expect(desk.input).to_have_value("luonnos")
    expect(desk.input).to_be_focused()


def test_roles_and_names(resident: ResidentPage, professional: Opens, language: str) -> None:
    """Landmarks, the log and what is written have names; each button says whom it is about."""
    desk = professional(language=language)
    page = desk.page
    code = resident.ask_for_a_person()
    expect(desk.take_button(code)).to_have_accessible_name(f"{desk.word('take')} {code}")
    expect(page.get_by_role("complementary")).to_have_accessible_name(re.compile(r"\w"))
    expect(page.get_by_role("navigation")).to_have_accessible_name(re.compile(r"\w"))
    desk.take(code)
    assert code in page.title()
    expect(desk.log).to_have_accessible_name(re.compile(r"\w"))
    expect(desk.input).to_have_accessible_name(desk.word("write"))
    expect(desk.input).to_have_attribute("lang", language)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(code))
    expect(page.get_by_role("link", name=code)).to_have_attribute("aria-current", "page")
    expect(page.locator("#state [role=status]")).to_have_text(re.compile(r"\w"))
    inserts = page.get_by_role("button", name=desk.word("insert"))
    expect(inserts.first).to_be_visible()
    names = [one.inner_text() for one in inserts.all()]
    assert len(names) == len(set(names))
