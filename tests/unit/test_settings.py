"""Settings are read once and fail by name."""

import stat
from pathlib import Path

import pytest

from bot.settings import (
    SettingMissing,
    SettingRefused,
    ensure_dev_env,
    read_settings,
    told_settings,
)

SECRET = "s" * 48
PRODUCTION = {
    "OPASTIN_ENV": "production",
    "CHAT_SECRET_KEY": SECRET,
    "CHAT_TOKEN": SECRET[::-1] + "t",
    "CHAT_ALLOWED_HOSTS": "chat.example.fi,127.0.0.1",
}


def test_development_needs_nothing(tmp_path: Path) -> None:
    """The first start writes secrets of its own and uses loopback."""
    settings = read_settings({"OPASTIN_VAR": str(tmp_path)})
    assert settings.rasa_url == "http://127.0.0.1:5005"
    assert settings.actions_url == "http://127.0.0.1:5055"
    assert settings.chat_url == "http://127.0.0.1:8000"
    assert settings.database_url == f"sqlite:///{tmp_path}/chat.sqlite3"
    assert settings.retention_days == 30
    assert settings.chat_cors_origins == ()
    assert not settings.in_production


def test_secrets_are_written_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    """A second start finds those of the first."""
    first, second = ensure_dev_env(tmp_path / "var"), ensure_dev_env(tmp_path / "var")
    assert first == second
    assert len(set(first.values())) == len(first) == 2
    file = tmp_path / "var" / "dev.env"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    """What the operator says holds; the file may hold other settings too."""
    ensure_dev_env(tmp_path)
    with (tmp_path / "dev.env").open("a") as file:
        file.write("RASA_PORT=6005\nCHAT_PORT=9000\n")
    settings = read_settings(
        {"OPASTIN_VAR": str(tmp_path), "CHAT_PORT": "9001", "CHAT_TOKEN": SECRET}
    )
    assert settings.rasa_url == "http://127.0.0.1:6005"
    assert settings.chat_url == "http://127.0.0.1:9001"
    assert settings.chat_token == SECRET


def test_what_residents_are_told_needs_no_secrets(tmp_path: Path) -> None:
    """The same figure by which conversations are erased."""
    place = {"OPASTIN_VAR": str(tmp_path)}
    assert told_settings(place) == {"retention_days": "30"}
    (tmp_path / "dev.env").write_text("RETENTION_DAYS=14\n")
    assert told_settings(place) == {"retention_days": "14"}
    assert told_settings({**place, "RETENTION_DAYS": "7"}) == {"retention_days": "7"}
    assert told_settings({"OPASTIN_ENV": "production"}) == {"retention_days": "30"}


def test_production_starts_with_its_own_secrets(tmp_path: Path) -> None:
    """And writes no others."""
    settings = read_settings({**PRODUCTION, "OPASTIN_VAR": str(tmp_path)})
    assert settings.in_production
    assert settings.chat_allowed_hosts == ("chat.example.fi", "127.0.0.1")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["CHAT_SECRET_KEY", "CHAT_TOKEN", "CHAT_ALLOWED_HOSTS"])
def test_production_says_what_is_missing(tmp_path: Path, name: str) -> None:
    """By name, with the remedy; secrets of development do not stand in."""
    ensure_dev_env(tmp_path)
    env = {key: value for key, value in PRODUCTION.items() if key != name}
    with pytest.raises(SettingMissing) as refusal:
        read_settings({**env, "OPASTIN_VAR": str(tmp_path)})
    assert str(refusal.value) == f"{name} is not set. Fix: see docs/operators/settings.md"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OPASTIN_ENV", "staging"),
        ("OPASTIN_NOW", "2026-11-21T14:30"),
        ("CHAT_TOKEN", "short"),
        ("CHAT_PORT", "http"),
        ("CHAT_PORT", "0"),
        ("RETENTION_DAYS", "-1"),
        ("RASA_URL", "localhost:5005"),
        ("DATABASE_URL", "mysql://localhost/chat"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(tmp_path: Path, name: str, value: str) -> None:
    """By name, at start, not at the first resident."""
    with pytest.raises(SettingRefused, match=f"^{name} .* Fix: see docs/operators/settings.md$"):
        read_settings({**PRODUCTION, "OPASTIN_VAR": str(tmp_path), name: value})


def test_a_moment_that_is_none_is_refused(tmp_path: Path) -> None:
    """In development too."""
    with pytest.raises(SettingRefused, match="OPASTIN_NOW is not a moment"):
        read_settings({"OPASTIN_VAR": str(tmp_path), "OPASTIN_NOW": "huomenna"})
