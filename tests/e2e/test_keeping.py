"""Nothing is lost and nothing is doubled, whatever the network does."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e import replies
from tests.e2e.bubble import Bubble
from tests.e2e.fake_chat import FakeChat

pytestmark = pytest.mark.browser


def test_a_reload_keeps_the_conversation(bubble: Bubble, page: Page, chat: FakeChat) -> None:
    """It is open again, once, and goes on."""
    bubble.open().guide()
    before = bubble.log.inner_text()
    page.reload()
    expect(bubble.dialog).to_be_visible()
    expect(bubble.said("bot")).to_have_count(3)
    assert bubble.log.inner_text() == before
    bubble.write("hei")
    expect(bubble.said("bot")).to_have_count(4)
    assert chat.texts("resident") == [bubble.word("symptom"), bubble.word("place"), "hei"]


def test_a_closed_bubble_stays_closed(bubble: Bubble, page: Page) -> None:
    """Another page of the site does not open it, and what was said is still there."""
    bubble.open().write("hei")
    expect(bubble.said("bot")).to_have_count(2)
    page.keyboard.press("Escape")
    page.reload()
    expect(bubble.launcher).to_be_visible()
    bubble.launcher.click()
    expect(bubble.said("bot")).to_have_count(2)


def test_without_network_nothing_is_lost_or_doubled(
    bubble: Bubble, context: BrowserContext, chat: FakeChat
) -> None:
    """What was written is shown as not sent, and goes by itself when the network is back."""
    bubble.open()
    context.set_offline(True)
    for text in ("yksi", "kaksi"):
        bubble.write(text)
    expect(bubble.log.get_by_role("button", name=bubble.word("again"))).to_have_count(2)
    expect(bubble.dialog.get_by_role("link", name="116 117")).to_have_attribute(
        "href", "tel:116117"
    )
    expect(bubble.dialog.get_by_role("link", name="112", exact=True)).to_have_attribute(
        "href", "tel:112"
    )
    chat.only.append(author="professional", text="sillä välin")
    context.set_offline(False)
    expect(bubble.said("bot")).to_have_count(3)
    expect(bubble.said("professional")).to_have_count(1)
    expect(bubble.log.get_by_role("button", name=bubble.word("again"))).to_have_count(0)
    expect(bubble.dialog.get_by_role("link", name="116 117")).to_have_count(0)
    expect(bubble.said("resident")).to_have_count(2)
    assert chat.texts("resident") == ["yksi", "kaksi"]
    shown = bubble.log.locator(".said .text").all_inner_texts()
    assert shown == [message["text"] for message in chat.only.messages]


def test_try_again_sends_again(bubble: Bubble, page: Page, chat: FakeChat) -> None:
    """The server was away for one message; sent once more, it is there once."""
    bubble.open()
    page.route(
        "**/messages",
        lambda route: route.abort() if route.request.method == "POST" else route.fallback(),
    )
    bubble.write("hei")
    again = bubble.button("again")
    expect(again).to_be_visible()
    page.unroute("**/messages")
    again.click()
    expect(bubble.said("bot")).to_have_count(2)
    expect(again).to_have_count(0)
    assert chat.texts("resident") == ["hei"]


def test_an_answer_lost_on_the_way_doubles_nothing(bubble: Bubble, chat: FakeChat) -> None:
    """The server took the message but the browser never learned of it."""
    bubble.open()
    chat.lose_answers = 2
    bubble.write("hei")
    expect(bubble.said("bot")).to_have_count(2)
    expect(bubble.said("resident")).to_have_count(1)
    bubble.write("moi")
    expect(bubble.said("bot")).to_have_count(3)
    expect(bubble.button("again")).to_have_count(0)
    assert chat.texts("resident") == ["hei", "moi"]


def test_unsent_text_survives_a_reload(bubble: Bubble, page: Page, chat: FakeChat) -> None:
    """What could not be sent is sent after the page is loaded anew."""
    bubble.open()
    page.route(
        "**/messages",
        lambda route: route.abort() if route.request.method == "POST" else route.fallback(),
    )
    bubble.write("hei")
    expect(bubble.button("again")).to_be_visible()
    page.unroute("**/messages")
    page.reload()
    expect(bubble.said("bot")).to_have_count(2)
    expect(bubble.said("resident")).to_have_count(1)
    assert chat.texts("resident") == ["hei"]


def test_opened_without_network_it_gives_numbers_and_recovers(
    bubble: Bubble, context: BrowserContext
) -> None:
    """Even with no conversation there is a telephone; with the network the greeting comes."""
    context.set_offline(True)
    bubble.launcher.click()
    expect(bubble.dialog.get_by_role("link", name="112", exact=True)).to_be_visible()
    context.set_offline(False)
    expect(bubble.said("bot")).to_have_count(1)
    expect(bubble.dialog.get_by_role("link", name="112", exact=True)).to_have_count(0)


@pytest.mark.parametrize("streams", ["refuse", "silent"])
def test_without_a_stream_it_asks(bubble: Bubble, chat: FakeChat, streams: str) -> None:
    """Where no stream gets through, or a proxy keeps it back, polling brings the same."""
    chat.streams = streams
    bubble.open().guide()
    expect(bubble.said("bot")).to_have_count(3)
    chat.only.append(author="professional", text="Moi.")
    expect(bubble.said("professional")).to_have_count(1)


def test_a_broken_stream_is_taken_up_again(bubble: Bubble, chat: FakeChat) -> None:
    """It resumes after the last message it had."""
    bubble.open()
    chat.streams = "refuse"
    chat.only.append(author="system", text="Huolto.")
    expect(bubble.said("system")).to_have_count(1)
    chat.streams = "work"
    bubble.write("hei")
    expect(bubble.said("bot")).to_have_count(2)
    assert {
        headers["last-event-id"] for _, path, headers in chat.requests if path.endswith("/stream")
    } >= {"1", "2"}


def test_an_erased_conversation_begins_anew(bubble: Bubble, chat: FakeChat) -> None:
    """The server has forgotten it: the resident is told and another begins below."""
    bubble.open()
    chat.conversations.clear()
    chat.streams = "refuse"
    expect(bubble.dialog.get_by_role("status")).not_to_be_empty()
    expect(bubble.said("bot")).to_have_count(2)
    bubble.write(bubble.word("symptom"))
    expect(bubble.log.locator(".question")).to_be_visible()
    assert chat.texts("resident") == [bubble.word("symptom")]


def test_what_is_written_to_an_erased_conversation_is_not_lost(
    bubble: Bubble, chat: FakeChat
) -> None:
    """The first to learn of it is the message: it goes to the next conversation."""
    bubble.open()
    chat.streams = "silent"
    chat.conversations.clear()
    bubble.write(bubble.word("symptom"))
    expect(bubble.log.locator(".question")).to_be_visible()
    assert chat.texts("resident") == [bubble.word("symptom")]


def test_the_conversation_keeps_its_language_on_other_pages(
    bubble: Bubble, page: Page, chat: FakeChat
) -> None:
    """Without a conversation the page's language counts, with one the conversation's."""
    other = "sv" if bubble.language == "fi" else "fi"
    address = chat.url + {"fi": "/", "sv": "/sv"}[other]
    page.goto(address)
    expect(Bubble(page, other).launcher).to_be_visible()
    page.go_back()
    bubble.open()
    page.goto(address)
    expect(bubble.dialog).to_be_visible()
    expect(bubble.said("bot")).to_have_count(1)


def test_a_refused_message_says_why(bubble: Bubble, chat: FakeChat) -> None:
    """The server's own words stand by the message; the next one goes all the same."""
    bubble.open()
    chat.refuse = "Liian pitkä."
    bubble.write("pitkä")
    expect(bubble.said("resident")).to_contain_text("Liian pitkä.")
    chat.refuse = ""
    bubble.write("lyhyt")
    expect(bubble.said("bot")).to_have_count(2)
    assert chat.texts("resident") == ["lyhyt"]


def test_a_person_is_one_tap_away_and_back(bubble: Bubble, chat: FakeChat) -> None:
    """The button asks for a person; in the queue it leads back to the bot."""
    bubble.open()
    bubble.button("person").click()
    expect(bubble.button("back")).to_be_visible()
    assert chat.only.owner == "queue"
    bubble.button("back").click()
    expect(bubble.button("person")).to_be_visible()
    assert chat.only.owner == "bot"


def test_after_the_end_another_conversation_begins(bubble: Bubble, chat: FakeChat) -> None:
    """What was said stays in sight; what is written goes to a new conversation."""
    bubble.open().write("hei")
    expect(bubble.said("bot")).to_have_count(2)
    first = chat.only
    first.owner = "ended"
    expect(bubble.dialog.get_by_text("told: ended")).to_be_visible()
    bubble.write(bubble.word("symptom"))
    expect(bubble.log.locator(".question")).to_be_visible()
    expect(bubble.said("bot")).to_have_count(4)
    assert len(chat.conversations) == 2
    assert [m["text"] for m in first.messages if m["author"] == "resident"] == ["hei"]


def test_start_again_begins_anew(bubble: Bubble, page: Page, chat: FakeChat) -> None:
    """The old conversation is left, and the greeting stands alone."""
    bubble.open().write("hei")
    expect(bubble.said("bot")).to_have_count(2)
    first = chat.only
    bubble.menu.click()
    bubble.button("restart").click()
    page.get_by_role("alertdialog").get_by_role("button", name=bubble.word("restart")).click()
    expect(bubble.said("resident")).to_have_count(0)
    expect(bubble.said("bot")).to_have_count(1)
    assert first.owner == "ended"
    assert len(chat.conversations) == 2


def test_the_conversation_is_saved(bubble: Bubble, page: Page) -> None:
    """A text file with what was said."""
    bubble.open()
    bubble.menu.click()
    with page.expect_download() as download:
        bubble.button("save").click()
    assert download.value.suggested_filename == f"{bubble.word('name')} K7M2PQ9X.txt"
    assert replies.GREETING[bubble.language] in download.value.path().read_text(encoding="utf-8")
