"""The life of a conversation between three browsers, in both languages."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.desk.people import DeskPage, ResidentPage
from tests.live import LiveChat

pytestmark = pytest.mark.browser

Opens = Callable[..., DeskPage]


def test_from_the_queue_to_the_end(
    resident: ResidentPage, professional: Opens, live: LiveChat, language: str
) -> None:
    """Wait, be taken, talk, be told of a service, the end and the feedback."""
    desk = professional(language=language)
    code = resident.ask_for_a_person()
    expect(resident.dialog).to_contain_text("1.")
    resident.write("SALAINEN odotan täällä")
    expect(desk.page.locator("#waiting")).to_contain_text("Sipoo" if language == "fi" else "Sibbo")
    desk.take(code)
    expect(desk.log).to_contain_text("SALAINEN odotan täällä")
    expect(resident.dialog.locator(".head")).to_contain_text("Demo 1")
    desk.write("Hei! / Hej!")
    expect(resident.said("professional")).to_have_text(re.compile("Demo 1.*Hei! / Hej!", re.DOTALL))
    expect(desk.page.locator("#state")).to_contain_text(desk.word("delivered"))
    resident.input.press_sequentially("SALAINEN selkä")
    expect(desk.page.locator("#state")).to_contain_text(desk.word("typing"))
    resident.input.press("Enter")
    expect(desk.log.locator(".said.resident").last).to_contain_text("SALAINEN selkä")
    desk.panel("services")
    desk.page.get_by_label(desk.word("find_service")).fill(
        "terveysasema" if language == "fi" else "hälsostation"
    )
    desk.page.locator("#services").get_by_role("button").first.click()
    expect(desk.input).to_have_value(re.compile("Sipoo|Nikkilä|Sibbo|Nickby"))
    desk.input.press("Enter")
    expect(resident.said("professional")).to_have_count(2)
    expect(desk.input).to_have_value("")
    desk.close()
    five = resident.dialog.get_by_role("button", name="5", exact=True)
    five.click()
    expect(five).to_be_hidden()
    assert "Demo 1" in resident.transcript()
    assert not [said for said in live.rasa.said if "SALAINEN" in said]


def test_two_take_at_once(resident: ResidentPage, professional: Opens, language: str) -> None:
    """Both press; one has the resident, the other reads who was quicker."""
    desks = [professional("demo1", language), professional("demo2", language)]
    code = resident.ask_for_a_person()
    for desk in desks:
        expect(desk.take_button(code)).to_be_visible()
    for desk in desks:  # pressed before either knows of the other
        name = f"{desk.word('take')} {code}"
        desk.page.evaluate(
            "name => setTimeout(() => [...document.querySelectorAll('button')]"
            ".find((one) => one.textContent === name).click(), 300)",
            name,
        )
    refusals = [desk.page.get_by_role("alert") for desk in desks]
    expect(resident.dialog.locator(".head")).to_contain_text("Demo")
    deadline = time.monotonic() + 10
    while not (told := [one.text_content() for one in refusals if one.count()]) or not any(told):
        assert time.monotonic() < deadline
        desks[0].page.wait_for_timeout(100)
    [told_loser] = [text for text in told if text and text.strip()]
    winner = resident.dialog.locator(".head").inner_text()
    assert re.search(r"Demo \d", told_loser)[0] in winner  # type: ignore[index]


def test_transfer_with_a_note_that_does_not_leak(
    resident: ResidentPage, professional: Opens, language: str
) -> None:
    """The colleague reads it; nothing the resident's browser holds or received knows of it."""
    desk, colleague = professional("demo1", language), professional("demo2", language)
    code = resident.ask_for_a_person()
    desk.take(code)
    desk.panel("notes")
    desk.page.get_by_label(desk.word("note"), exact=True).fill("@demo2 VUOTO yksi")
    desk.page.get_by_role("button", name=desk.word("add_note")).click()
    expect(desk.page.locator("#notes")).to_contain_text("VUOTO yksi")
    expect(colleague.page.locator("[id^=mention-]")).to_be_visible()
    desk.panel("transfer")
    desk.page.get_by_label(desk.word("to")).select_option(label=desk.word("county"))
    desk.page.get_by_label(desk.word("for")).fill("VUOTO kaksi")
    desk.page.get_by_role("button", name=desk.word("transfer"), exact=True).click()
    expect(resident.log).to_contain_text(desk.word("county"))
    colleague.take(code)
    expect(colleague.page.locator("#notes")).to_contain_text("VUOTO kaksi")
    expect(resident.dialog.locator(".head")).to_contain_text("Demo 2")
    colleague.write("hei taas")
    expect(resident.said("professional")).to_have_count(1)
    resident.page.reload()
    expect(resident.said("professional")).to_have_count(1)
    everything = resident.page.evaluate(
        "JSON.stringify(sessionStorage)"
        " + document.querySelector('opastin-chat').shadowRoot.innerHTML"
    )
    memory = resident.page.evaluate("JSON.parse(sessionStorage['opastin-chat'])")
    base = resident.page.url.split("/sv")[0].rstrip("/")
    read = resident.context.request.get(
        f"{base}/api/conversations/{memory['id']}/messages",
        headers={"Authorization": f"Bearer {memory['secret']}"},
    ).text()
    assert "hei taas" in everything
    assert "hei taas" in read
    assert "event: message" in resident.received
    assert "hei taas" in resident.received
    assert "VUOTO" not in everything + read + resident.transcript() + resident.received


def test_reload_and_network_loss(
    resident: ResidentPage, professional: Opens, language: str
) -> None:
    """On both sides: what was written arrives once, in order."""
    desk = professional(language=language)
    code = resident.ask_for_a_person()
    desk.take(code)
    desk.write("yksi")
    expect(resident.said("professional")).to_have_count(1)
    resident.page.reload()
    resident.write("kaksi")
    expect(desk.log).to_contain_text("kaksi")
    desk.input.fill("luonnos")
    desk.page.reload()
    expect(desk.input).to_have_value("luonnos")
    resident.context.set_offline(True)
    desk.write("kolme")
    resident.write("neljä")
    resident.page.wait_for_timeout(1_000)
    resident.context.set_offline(False)
    expect(desk.log).to_contain_text("neljä", timeout=40_000)
    expect(resident.said("professional")).to_have_count(2, timeout=40_000)
    desk.context.set_offline(True)
    desk.write("viisi")
    expect(desk.page.get_by_role("alert")).to_contain_text(desk.word("not_sent"))
    resident.write("kuusi")
    desk.context.set_offline(False)
    desk.input.press("Enter")
    expect(resident.said("professional")).to_have_count(3, timeout=40_000)
    expect(desk.log).to_contain_text("kuusi", timeout=40_000)
    texts = desk.log.locator(".said .text").all_inner_texts()
    for text in ("yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi"):
        assert texts.count(text) == 1, texts


def test_continue_identified(resident: ResidentPage, professional: Opens, language: str) -> None:
    """One press: the link in the resident's language, and the end."""
    desk = professional(language=language)
    desk.take(resident.ask_for_a_person())
    desk.page.get_by_role("button", name=desk.word("identified")).click()
    host = "itauusimaa.fi" if language == "fi" else "ostranyland.fi"
    expect(resident.log.locator(f"a[href*='{host}']")).to_be_visible()
    expect(resident.dialog.get_by_role("button", name="5", exact=True)).to_be_visible()
