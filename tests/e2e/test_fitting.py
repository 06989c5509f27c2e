"""It fits: small windows, large text, fingers, still pictures, few colours."""

from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.bubble import Bubble

pytestmark = pytest.mark.browser

NARROW: Final[dict[str, Any]] = {"viewport": {"width": 320, "height": 640}}
ZOOMED: Final[dict[str, Any]] = {
    "viewport": {"width": 320, "height": 256},
    "device_scale_factor": 4,
}
WIDE: Final[dict[str, Any]] = {"viewport": {"width": 1000, "height": 800}}
SMALLEST: Final = 44

SMALL_TARGETS: Final = """(smallest) => {
  const root = document.querySelector("opastin-chat").shadowRoot;
  return [...root.querySelectorAll("button, summary, a, textarea")]
    .filter((one) => one.checkVisibility() && !one.closest(".text"))
    .map((one) => [one.textContent, one.getBoundingClientRect()])
    .filter(([, box]) => box.width < smallest || box.height < smallest)
    .map(([text, box]) => `${text} ${box.width}x${box.height}`);
}"""

TOO_WIDE: Final = """() => {
  const root = document.querySelector("opastin-chat").shadowRoot;
  const seen = document.documentElement.clientWidth;
  const isWide = (one) => {
    const {left, right} = one.getBoundingClientRect();
    const scrolls = getComputedStyle(one).overflowX !== "visible";
    return right > seen + 0.5 || left < -0.5 || (scrolls && one.scrollWidth > one.clientWidth + 1);
  };
  const found = [...root.querySelectorAll("*")]
    .filter((one) => one.checkVisibility() && !one.closest(".vh") && isWide(one))
    .map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 30)}`);
  return document.documentElement.scrollWidth > seen ? ["page", ...found] : found;
}"""


@pytest.mark.parametrize("context_options", [NARROW, ZOOMED, WIDE], ids=["320", "400%", "1000"])
def test_everything_fits_and_can_be_touched(bubble: Bubble, page: Page) -> None:
    """In each state: nothing to scroll sideways, every target at least 44 pixels."""

    def fits() -> None:
        assert page.evaluate(TOO_WIDE) == []
        assert page.evaluate(SMALL_TARGETS, SMALLEST) == []

    fits()
    bubble.open()
    fits()
    bubble.ask("symptom", "question")
    fits()
    bubble.log.get_by_role("button", name=bubble.word("place")).click()
    expect(bubble.log.locator(".guidance")).to_be_visible()
    fits()
    bubble.ask("violence", "emergency")
    expect(bubble.button("exit")).to_be_visible()
    fits()
    bubble.write("x" * 300)
    expect(bubble.said("resident")).to_have_count(4)
    fits()
    bubble.menu.click()
    fits()
    bubble.button("erase").click()
    fits()


@pytest.mark.parametrize("context_options", [ZOOMED], ids=["400%"])
def test_at_400_percent_everything_is_reached(bubble: Bubble, page: Page) -> None:
    """The whole way in a window of 320 by 256, with focus always in sight."""
    bubble.open().guide()
    bubble.menu.focus()
    for _ in range(15):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const root = document.querySelector("opastin-chat").shadowRoot;
              const box = root.activeElement?.getBoundingClientRect();
              return !box || (box.bottom > 0 && box.top < innerHeight);
            }"""
        )
        assert seen, bubble.focused()


@pytest.mark.parametrize("context_options", [NARROW], ids=["320"])
def test_the_sheet_makes_room_for_the_keyboard(bubble: Bubble, page: Page) -> None:
    """When the window gets lower, the text and the person button stay in it."""
    bubble.open()
    page.set_viewport_size({"width": 320, "height": 380})
    expect(bubble.input).to_be_in_viewport(ratio=1)
    expect(bubble.button("person")).to_be_in_viewport(ratio=1)
    expect(bubble.button("close")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("context_options", [{**WIDE, "reduced_motion": "reduce"}], ids=["reduced"])
def test_nothing_moves_for_who_asked_for_it(bubble: Bubble, page: Page) -> None:
    """No animation and no transition where motion is to be reduced."""
    bubble.open().guide()
    moving = page.evaluate(
        """() => [...document.querySelector("opastin-chat").shadowRoot.querySelectorAll("*")]
          .filter((one) => getComputedStyle(one).animationName !== "none"
            || getComputedStyle(one).transitionDuration !== "0s")
          .map((one) => one.className)"""
    )
    assert moving == []


@pytest.mark.parametrize("context_options", [{**WIDE, "forced_colors": "active"}], ids=["forced"])
def test_with_forced_colours_everything_has_an_edge(bubble: Bubble, page: Page) -> None:
    """Where the resident's own colours replace ours, buttons and messages still have borders."""
    bubble.open().guide()
    bare = page.evaluate(
        """() => [...document.querySelector("opastin-chat").shadowRoot.querySelectorAll(
            "button, summary, textarea, .door, .text, li, .dialog")]
          .filter((one) => one.checkVisibility() && getComputedStyle(one).borderTopWidth === "0px")
          .map((one) => one.className || one.textContent)"""
    )
    assert bare == []
    assert bubble.violations() == []


@pytest.mark.parametrize("context_options", [WIDE])
def test_larger_text_makes_a_larger_bubble(bubble: Bubble, page: Page) -> None:
    """Twice the text size of the browser is twice the text in the bubble, and it still fits."""
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () =>"
        " { document.documentElement.style.fontSize = '200%' })"
    )
    page.reload()
    bubble.open().guide()
    size = page.evaluate(
        "(() => { const root = document.querySelector('opastin-chat').shadowRoot;"
        " return getComputedStyle(root.querySelector('.text')).fontSize })()"
    )
    assert size == "32px"
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("context_options", [WIDE])
def test_an_answer_is_read_from_its_beginning(bubble: Bubble) -> None:
    """A long guidance does not push away its first line."""
    bubble.open().guide()
    expect(bubble.said("resident").last).to_be_in_viewport()
    expect(bubble.log.locator(".guidance .text")).to_be_in_viewport(ratio=1)
