"""From a topic to guidance, an answer or a question."""

from datetime import date

import pytest

from bot.navigation.decision import Answer, AskFact, Guidance
from bot.navigation.guide import guide
from bot.navigation.situation import Situation
from tests.factories import TUESDAY_NOON, catalogue, expired, faq, need, route, service


def guidance(topic: str, content=None, **facts) -> Guidance:  # noqa: ANN001, ANN003
    """The guidance to a topic."""
    found = guide(topic, Situation(**facts), content or catalogue(), TUESDAY_NOON, reminder=False)
    assert isinstance(found, Guidance)
    return found


def ids(found: Guidance) -> list[str]:
    """The services of a guidance."""
    return [service.id for service, _ in found.services]


def test_a_need_becomes_guidance() -> None:
    """The services of the row come in its order, with the resident's own station among them."""
    assert ids(guidance("cough", municipality="sipoo")) == [
        "omaolo", "health_station_sipoo", "hyva_digi",
    ]  # fmt: skip


def test_a_local_service_waits_for_the_municipality() -> None:
    """A need that never asks leaves the station out and remembers that it did."""
    found = guidance("cough")
    assert (ids(found), found.left_out) == (["omaolo", "hyva_digi"], "health_station")


def test_nothing_is_left_out_when_the_home_is_known() -> None:
    """There is no button for a number that stands in the text."""
    assert guidance("cough", municipality="porvoo").left_out is None


def test_a_need_that_asks_for_the_municipality() -> None:
    """A local service makes it ask, even without a condition on the municipality."""
    content = catalogue()
    found = guide("teeth", Situation(), content, TUESDAY_NOON, reminder=False)
    assert found == AskFact(fact="municipality", need=content.needs["teeth"])


def test_a_need_that_asks_for_whom() -> None:
    """A row on whom it concerns makes it ask."""
    content = catalogue()
    found = guide("fever", Situation(), content, TUESDAY_NOON, reminder=False)
    assert found == AskFact(fact="who", need=content.needs["fever"])


def test_three_services_at_most() -> None:
    """More doors than three are no guidance."""
    many = [service(name) for name in ("a", "b", "c", "d")]
    content = catalogue(*many, need("n", route("a", "b", "c", "d")))
    assert ids(guidance("n", content)) == ["a", "b", "c"]


def test_expired_services_are_left_out() -> None:
    """Facts past their day never reach a resident."""
    old = service("old", provenance=expired(date(2026, 11, 23)))
    content = catalogue(old, need("n", route("old", "omaolo")))
    assert ids(guidance("n", content)) == ["omaolo"]


def test_an_answer() -> None:
    """An FAQ is answered, with its services."""
    found = guide("fees", Situation(), catalogue(), TUESDAY_NOON, reminder=True)
    assert isinstance(found, Answer)
    assert [s.id for s in found.services] == ["general_advice"]
    assert found.reminder


def test_an_answer_leaves_out_what_it_cannot_name() -> None:
    """A local service without a municipality, and an expired one."""
    old = service("old", provenance=expired(date(2026, 11, 23)))
    content = catalogue(old, faq("q", "health_station", "old", "omaolo"))
    found = guide("q", Situation(), content, TUESDAY_NOON, reminder=False)
    assert isinstance(found, Answer)
    assert [s.id for s in found.services] == ["omaolo"]


def test_no_such_topic() -> None:
    """A topic that is neither need nor FAQ is an error."""
    with pytest.raises(KeyError):
        guide("no_such", Situation(), catalogue(), TUESDAY_NOON, reminder=False)
