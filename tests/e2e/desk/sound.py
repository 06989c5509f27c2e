"""What every page of the desk must be."""

from typing import Final

from playwright.sync_api import Page

from tests.e2e.bubble import violations

SMALLEST: Final = 44
SIZES: Final = ({"width": 1400, "height": 1000}, {"width": 360, "height": 800})
SMALL: Final = """(smallest) => [...document.querySelectorAll("button, summary, nav a, .card > a")]
  .filter((one) => one.checkVisibility() && !one.closest(".vh"))
  .map((one) => [one.textContent.trim().slice(0, 30), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < smallest || box.height < smallest)
  .map(([text, box]) => `${text} ${box.width}x${box.height}`)"""


def is_sound(page: Page) -> None:
    """No violation, nothing too small to touch, nothing wider than the window."""
    page.wait_for_load_state()  # without its styles nothing has its size or its contrast
    found = violations(page)
    assert found == [], found
    assert page.evaluate(SMALL, SMALLEST) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def is_sound_in_every_size(page: Page) -> None:
    """Wide and narrow, and named by its title."""
    named, _, desk = page.title().partition(" – ")
    assert named
    assert desk
    for size in SIZES:
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        is_sound(page)
