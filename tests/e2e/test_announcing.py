"""What a screen reader is told: once, in the right language, urgently when it is urgent."""

import re
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import replies
from tests.e2e.bubble import Bubble
from tests.e2e.fake_chat import FakeChat

pytestmark = pytest.mark.browser

LISTEN: Final = """() => {
  window.heard = [];
  const root = document.querySelector("opastin-chat").shadowRoot;
  const live = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const implied = {alert: "assertive", status: "polite"};
      const set = at.getAttribute?.("aria-live") ?? implied[at.getAttribute?.("role")];
      if (set) return set;
    }
  };
  new MutationObserver((changes) => {
    for (const {addedNodes} of changes) {
      for (const node of addedNodes) {
        const politeness = live(node.nodeType === 1 ? node : node.parentElement);
        if (politeness && politeness !== "off") window.heard.push([politeness, node.textContent]);
      }
    }
  }).observe(root, {childList: true, subtree: true});
}"""


def heard(page: Page, text: str) -> list[str]:
    """How politely a text was announced, once for each time."""
    return [how for how, what in page.evaluate("window.heard") if text in what]


def test_each_message_is_announced_once(bubble: Bubble, page: Page) -> None:
    """Greeting, question and guidance: once each, and politely."""
    page.evaluate(LISTEN)
    bubble.open().guide()
    for text in (replies.GREETING, replies.WHERE):
        assert heard(page, text[bubble.language]) == ["polite"]
    assert heard(page, bubble.word("station")) == ["polite"]


def test_an_emergency_is_announced_at_once_and_once(bubble: Bubble, page: Page) -> None:
    """The alert speaks; the same words in the log keep silent."""
    bubble.open()
    page.evaluate(LISTEN)
    bubble.ask("chest", "emergency")
    assert heard(page, replies.CHEST[bubble.language]) == ["assertive"]
    expect(page.get_by_role("alert")).to_have_attribute("lang", bubble.language)


def test_history_is_not_announced_again(bubble: Bubble, page: Page) -> None:
    """After a reload only what is new is spoken."""
    bubble.open().ask("chest", "emergency")
    page.add_init_script(f"addEventListener('DOMContentLoaded', {LISTEN})")
    page.reload()
    expect(bubble.said("bot")).to_have_count(2)
    assert heard(page, replies.GREETING[bubble.language]) == []
    assert heard(page, replies.CHEST[bubble.language]) == []
    bubble.write("kiitos")
    expect(bubble.said("bot")).to_have_count(3)
    assert heard(page, replies.NOT_UNDERSTOOD[bubble.language]) == ["polite"]


def test_roles_and_names(bubble: Bubble, page: Page) -> None:
    """A named dialog, a named log, a labelled text."""
    bubble.open()
    expect(bubble.dialog).to_have_accessible_name(bubble.word("name"))
    expect(bubble.log).to_have_accessible_name(re.compile("Keskustelu|Samtal"))
    expect(bubble.log).to_have_attribute("aria-live", "polite")
    expect(bubble.input).to_have_accessible_name(re.compile("henkilötunnus|personbeteckning"))
    expect(page.get_by_role("heading", name=bubble.word("name"), exact=True)).to_be_visible()
    expect(bubble.button("send")).to_be_visible()
    expect(bubble.menu).to_have_text(bubble.word("menu"))


def test_everything_carries_its_language(bubble: Bubble, page: Page, chat: FakeChat) -> None:
    """A change of language changes the bubble's words; what was said keeps its own language."""
    bubble.open()
    expect(bubble.dialog).to_have_attribute("lang", bubble.language)
    bubble.menu.click()
    button = bubble.button("language")
    other = {"fi": "sv", "sv": "fi"}[bubble.language]
    expect(button).to_have_attribute("lang", other)
    button.click()
    changed = Bubble(page, other)
    expect(changed.dialog).to_have_attribute("lang", other)
    expect(changed.button("person")).to_be_visible()
    expect(changed.said("bot")).to_have_count(2)
    assert [m.get_attribute("lang") for m in changed.said("bot").all()] == [bubble.language, other]
    assert chat.texts("resident") == [{"sv": "på svenska", "fi": "suomeksi"}[other]]


def test_authors_are_told_apart(bubble: Bubble, chat: FakeChat) -> None:
    """Not by colour alone: each message begins with its author."""
    bubble.open().write("hei")
    expect(bubble.said("bot")).to_have_count(2)
    chat.only.append(author="professional", text="Moi, olen Aino.")
    expect(bubble.said("professional")).to_have_count(1)
    you = {"fi": "Sinä", "sv": "Du"}[bubble.language]
    person = {"fi": "Ammattilainen", "sv": "Yrkesperson"}[bubble.language]
    expect(bubble.said("resident")).to_have_text(re.compile(f"^{you}hei"))
    expect(bubble.said("professional")).to_have_text(re.compile(f"^{person}Moi"))


def test_links_to_other_pages_say_so(bubble: Bubble) -> None:
    """A link that opens a tab says it, and the new page cannot reach back."""
    guidance = bubble.open().guide()
    link = guidance.get_by_role("link", name="Verkkosivu")
    expect(link).to_have_accessible_name(re.compile(re.escape(bubble.word("new_tab"))))
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener")


def test_a_message_behind_the_closed_bubble_is_told(bubble: Bubble, chat: FakeChat) -> None:
    """Who waits for a person may close the bubble and still learns of the answer."""
    bubble.open()
    bubble.button("person").click()
    expect(bubble.button("back")).to_be_visible()
    bubble.button("close").click()
    chat.only.append(author="professional", text="Moi.")
    expect(bubble.launcher).to_have_accessible_name(re.compile("Uusi viesti|Nytt meddelande"))
