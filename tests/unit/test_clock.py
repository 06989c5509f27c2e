"""Finnish time, which tests can hold still."""

import time

import pytest

from bot.clock import now
from bot.settings import SettingRefused


def test_it_is_now_in_finland() -> None:
    """The zone is Finland's, whatever the machine's."""
    moment = now()
    assert str(moment.tzinfo) == "Europe/Helsinki"
    assert abs(moment.timestamp() - time.time()) < 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-21T14:30", "2026-11-21T14:30:00+02:00"),
        ("2026-06-20T10:00:00+00:00", "2026-06-20T13:00:00+03:00"),
    ],
)
def test_a_fixed_moment(monkeypatch: pytest.MonkeyPatch, text: str, expected: str) -> None:
    """Finnish time unless it says otherwise."""
    monkeypatch.setenv("OPASTIN_NOW", text)
    assert now().isoformat() == expected


def test_production_runs_on_real_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A forgotten test setting would give residents the wrong opening hours."""
    monkeypatch.setenv("OPASTIN_NOW", "2026-11-21T14:30")
    monkeypatch.setenv("OPASTIN_ENV", "production")
    with pytest.raises(SettingRefused, match="OPASTIN_NOW"):
        now()
