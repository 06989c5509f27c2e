"""What the bubble keeps to itself: no cookies, no strangers, no markup, no traces."""

import gzip
import re
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e import replies
from tests.e2e.bubble import Bubble
from tests.e2e.fake_chat import STATIC, FakeChat

pytestmark = pytest.mark.browser

LARGEST: Final = 12_000


def test_the_bubble_is_small() -> None:
    """All its modules together are at most 12 kB when compressed."""
    modules = sorted((STATIC / "bubble").glob("*.js"))
    sizes = {module.name: len(gzip.compress(module.read_bytes(), 9)) for module in modules}
    assert sum(sizes.values()) <= LARGEST, sizes


def test_nothing_is_asked_of_anybody_else(
    bubble: Bubble, context: BrowserContext, chat: FakeChat, abroad: list[str]
) -> None:
    """No cookie is set or sent, and no other origin is called."""
    bubble.open().guide()
    bubble.ask("chest", "emergency")
    bubble.page.reload()
    expect(bubble.said("bot")).to_have_count(4)
    assert context.cookies() == []
    assert abroad == []
    assert not [path for _, path, headers in chat.requests if "cookie" in headers]


def test_the_secret_stays_out_of_addresses_and_of_lasting_storage(
    bubble: Bubble, page: Page, chat: FakeChat
) -> None:
    """It travels in a header and lives in this tab."""
    bubble.open().guide()
    assert not [path for _, path, _ in chat.requests if "s3cret" in path]
    assert page.evaluate("Object.keys(localStorage)") == []
    assert page.evaluate("Object.keys(sessionStorage)") == ["opastin-chat"]
    assert {
        h["authorization"] for m, p, h in chat.requests if p.startswith("/api/conversations/")
    } == {"Bearer s3cret"}


def test_markup_is_shown_as_text(bubble: Bubble, page: Page) -> None:
    """Whoever writes it: markup is never an element."""
    bubble.open().write(replies.MARKUP)
    expect(bubble.said("bot")).to_have_count(2)
    for author in ("resident", "bot"):
        assert replies.MARKUP in bubble.said(author).last.inner_text()
    expect(bubble.log.locator("img, b, script")).to_have_count(0)
    assert page.evaluate("window.hacked") is None


def test_only_known_kinds_of_address_become_links(bubble: Bubble) -> None:
    """http, https, tel and sms; anything else stays text."""
    guidance = bubble.open().guide()
    addresses = [link.get_attribute("href") or "" for link in guidance.get_by_role("link").all()]
    assert {re.split(":", one)[0] for one in addresses} == {"https", "tel", "sms"}
    assert "sms:0401234567" in addresses


def test_a_guidance_shows_each_service_once(bubble: Bubble) -> None:
    """The lines of the text that the cards show are not said twice; the rest of the text stays."""
    guidance = bubble.open().guide()
    text = guidance.locator(".text").inner_text()
    assert "https://" not in text
    assert "116 117" in text
    assert text.endswith("112.")
    expect(guidance.get_by_role("listitem")).to_have_count(3)
    expect(guidance).to_contain_text(bubble.word("either"))
    expect(guidance).to_contain_text(bubble.word("strong"))
    expect(guidance.get_by_role("heading", name=bubble.word("station"))).to_be_visible()


def test_an_emergency_names_112_and_its_own_number(bubble: Bubble) -> None:
    """Both are large links."""
    card = bubble.open().ask("violence", "emergency")
    numbers = card.locator("a.number")
    assert [n.get_attribute("href") for n in numbers.all()] == ["tel:080005005", "tel:112"]
    bubble.ask("chest", "emergency")
    expect(bubble.log.locator(".emergency")).to_have_count(2)
    numbers = bubble.log.locator(".emergency").last.locator("a.number")
    assert [n.get_attribute("href") for n in numbers.all()] == ["tel:112"]


def test_the_quick_exit_leaves_no_trace_in_the_tab(bubble: Bubble, page: Page) -> None:
    """It shows only when it may matter; then the page is another and the memory empty."""
    bubble.open()
    expect(bubble.button("exit")).to_be_hidden()
    bubble.ask("violence", "emergency")
    page.reload()
    expect(bubble.button("exit")).to_be_visible()
    page.evaluate(
        "document.querySelector('opastin-chat')"
        ".setAttribute('exit-url', location.origin + '/privacy')"
    )
    bubble.button("exit").click()
    page.wait_for_url("**/privacy")
    assert page.evaluate("sessionStorage.length") <= 1
    assert page.evaluate("JSON.parse(sessionStorage.getItem('opastin-chat') ?? '{}').id") is None
    expect(Bubble(page, "fi").launcher).to_be_visible()


def test_erasing_erases_here_and_there(bubble: Bubble, page: Page, chat: FakeChat) -> None:
    """Nothing is left in sight, in the tab or on the server; the next text begins anew."""
    bubble.open().write("hei")
    expect(bubble.said("bot")).to_have_count(2)
    bubble.menu.click()
    bubble.button("erase").click()
    page.get_by_role("alertdialog").get_by_role("button", name=bubble.word("erase")).click()
    expect(bubble.log.locator(".said")).to_have_count(0)
    expect(bubble.dialog.get_by_role("status")).not_to_be_empty()
    assert chat.conversations == {}
    assert "s3cret" not in page.evaluate("sessionStorage.getItem('opastin-chat')")
    bubble.write(bubble.word("symptom"))
    expect(bubble.log.locator(".question")).to_be_visible()
    assert chat.texts("resident") == [bubble.word("symptom")]


def test_it_works_on_the_page_of_another_origin(
    page: Page, chat: FakeChat, context: BrowserContext
) -> None:
    """The county's site embeds it from the chat's own address, in the page's language."""
    page.goto(f"http://localhost:{chat.port}/abroad")
    bubble = Bubble(page, "sv").open()
    bubble.guide()
    assert context.cookies() == []
