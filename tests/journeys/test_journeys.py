"""Residents' journeys on the trained model: where they arrive, not how it is worded."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.journeys.resident import QUEUE, Resident
from tests.replies import faults_of

HERE = Path(__file__).parent
JOURNEYS = sorted(HERE.glob("*/*.yml"))
CARDS = {
    "asks_for": ("question", "asks"),
    "guides_to": ("guidance", "need"),
    "answers": ("answer", "faq"),
    "shows_emergency": ("emergency", "emergency"),
    "hands_off": ("handoff", "state"),
    "notice": ("notice", "notice"),
}
"""What a journey expects, the card that says so, and where on the card."""

pytestmark = pytest.mark.model


@pytest.fixture(autouse=True)
def tuesday_at_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A time when somebody answers."""
    monkeypatch.setenv("OPASTIN_NOW", "2026-11-24T10:00")


@pytest.mark.parametrize("file", JOURNEYS, ids=lambda f: f"{f.parent.name}/{f.stem}")
def test_journey(file: Path) -> None:
    """The resident arrives where the journey says, and every reply keeps the contract."""
    steps = yaml.safe_load(file.read_text(encoding="utf-8"))
    setting = steps.pop(0) if "resident" not in steps[0] else {}
    QUEUE.state = setting.get("queue", "waiting")
    resident = Resident(page=setting.get("page", file.parent.name))
    language = file.parent.name
    for step in steps:
        language = step["bot"].pop("language", language)
        said = resident.presses if "presses" in step else resident.says
        card = card_of(said(step.get("presses") or step["resident"]))
        assert arrived(card, step["bot"]) == step["bot"], step
        assert card["language"] == language, step


def card_of(items: list[dict[str, Any]]) -> dict[str, Any]:
    """The card of the one answer, once its contract has been checked."""
    text = "\n".join(item["text"] for item in items if item.get("text"))
    titles = [button["title"] for item in items for button in item.get("buttons", ())]
    [card] = [item["custom"] for item in items if item.get("custom")]
    assert faults_of(text, card, titles) == []
    found: dict[str, Any] = card
    return found


def arrived(card: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    """The same things of a card that a step names."""
    found: dict[str, Any] = {}
    for name, wanted in expected.items():
        if name in CARDS:
            kind, place = CARDS[name]
            found[name] = card.get(place) if card["card"] == kind else card
        elif name == "offers":
            offered = [service["id"] for service in card["services"]]
            found[name] = wanted if wanted in offered else offered
        else:
            found[name] = card.get(name)
    return found


def test_the_handover_tells_what_was_told() -> None:
    """A professional sees the municipality and the need."""
    QUEUE.handovers.clear()
    resident = Resident(page="fi")
    resident.says("Porvoossa hammas särkee")
    resident.says("haluan puhua ihmisen kanssa")
    [handover] = QUEUE.handovers
    assert handover == {"language": "fi", "municipality": "porvoo", "need": "tooth_pain"}


def test_every_language_has_the_same_number_of_journeys() -> None:
    """Swedish passes the same gate as Finnish."""
    counts = {folder.name: len(list(folder.glob("*.yml"))) for folder in HERE.glob("??")}
    assert counts["fi"] == counts["sv"] >= 12
