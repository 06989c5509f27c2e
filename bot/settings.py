"""Every setting, in one place: read once from the environment, failing at start by name."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, cast
from urllib.parse import urlsplit

from dotenv import dotenv_values

ROOT: Final = Path(__file__).resolve().parent.parent
GUIDE: Final = "see docs/operators/settings.md"
SECRETS: Final = ("CHAT_SECRET_KEY", "CHAT_TOKEN")
SHORTEST_SECRET: Final = 32
RETENTION_DAYS: Final = 30
DATABASES: Final = ("sqlite", "postgresql")

Environment = Literal["development", "production"]


class SettingMissing(Exception):
    """A setting that has no default is not set."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not set. Fix: {GUIDE}")


class SettingRefused(Exception):
    """A setting has a value that cannot be used."""

    def __init__(self, name: str, why: str, remedy: str = "") -> None:
        fix = f"{remedy}; {GUIDE}" if remedy else GUIDE
        super().__init__(f"{name} {why}. Fix: {fix}")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the operator decides."""

    environment: Environment
    var: Path
    """Folder of databases, caches and dev.env."""

    rasa_url: str
    actions_url: str
    chat_url: str
    chat_port: int
    chat_secret_key: str
    chat_token: str
    """What the action server shows when it asks chat for the queue."""

    chat_allowed_hosts: tuple[str, ...]
    chat_cors_origins: tuple[str, ...]
    """The sites whose pages may embed the bubble."""

    database_url: str
    rasa_tracker_db: str
    """Where Rasa keeps its trackers, and where chat erases them."""

    retention_days: int
    privacy_notice_url: str
    accessibility_url: str

    @property
    def in_production(self) -> bool:
        """Whether real residents are served."""
        return self.environment == "production"


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings; in development what is missing comes from var/dev.env."""
    env = dict(os.environ if environ is None else environ)
    environment = _environment(env)
    var = _folder(env.get("OPASTIN_VAR") or "var")
    if environment == "development":
        env = {**ensure_dev_env(var), **env}
    fixed_moment(env)
    chat_port = _number(env, "CHAT_PORT", 8000)
    settings = Settings(
        environment=environment,
        var=var,
        rasa_url=_web_address(
            env, "RASA_URL", f"http://127.0.0.1:{_number(env, 'RASA_PORT', 5005)}"
        ),
        actions_url=_web_address(
            env, "ACTIONS_URL", f"http://127.0.0.1:{_number(env, 'ACTIONS_PORT', 5055)}"
        ),
        chat_url=_web_address(env, "CHAT_URL", f"http://127.0.0.1:{chat_port}"),
        chat_port=chat_port,
        chat_secret_key=_secret(env, "CHAT_SECRET_KEY"),
        chat_token=_secret(env, "CHAT_TOKEN"),
        chat_allowed_hosts=_names(
            env, "CHAT_ALLOWED_HOSTS", environment, "localhost,127.0.0.1,[::1]"
        ),
        chat_cors_origins=_list(env.get("CHAT_CORS_ORIGINS", "")),
        database_url=_database(env, "DATABASE_URL", f"sqlite:///{var / 'chat.sqlite3'}"),
        rasa_tracker_db=_database(env, "RASA_TRACKER_DB", f"sqlite:///{var / 'rasa.sqlite3'}"),
        retention_days=_number(env, "RETENTION_DAYS", RETENTION_DAYS),
        privacy_notice_url=env.get("PRIVACY_NOTICE_URL", ""),
        accessibility_url=env.get("ACCESSIBILITY_URL", ""),
    )
    if settings.in_production:
        _refuse_unless_asked(settings)
    return settings


def told_settings(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """What answers may tell of the settings, by placeholder; needs no secrets."""
    env = dict(os.environ if environ is None else environ)
    if _environment(env) == "development":
        env = {**_written(_folder(env.get("OPASTIN_VAR") or "var") / "dev.env"), **env}
    return {"retention_days": str(_number(env, "RETENTION_DAYS", RETENTION_DAYS))}


def ensure_dev_env(var: Path) -> dict[str, str]:
    """The settings of var/dev.env, written once with random secrets for this machine alone."""
    path = var / "dev.env"
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        draft = var / f"dev.env.{secrets.token_hex(4)}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.writelines(f"{name}={secrets.token_urlsafe(48)}\n" for name in SECRETS)
        with suppress(FileExistsError):  # another process was first: its secrets hold
            os.link(draft, path)
        draft.unlink()
    return _written(path)


def _written(path: Path) -> dict[str, str]:
    """The settings of a file; none when it is not there."""
    return {name: value for name, value in dotenv_values(path).items() if value is not None}


def fixed_moment(env: Mapping[str, str]) -> datetime | None:
    """The moment that tests set with OPASTIN_NOW; production refuses one."""
    text = env.get("OPASTIN_NOW")
    if not text:
        return None
    if _environment(env) == "production":
        raise SettingRefused("OPASTIN_NOW", "is for tests; production runs on real time")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise SettingRefused("OPASTIN_NOW", "is not a moment such as 2026-11-21T14:30") from None


def _environment(env: Mapping[str, str]) -> Environment:
    name = env.get("OPASTIN_ENV") or "development"
    if name not in ("development", "production"):
        raise SettingRefused("OPASTIN_ENV", "is neither development nor production")
    return cast("Environment", name)


def _secret(env: Mapping[str, str], name: str) -> str:
    value = env.get(name)
    if not value:
        raise SettingMissing(name)
    if len(value) < SHORTEST_SECRET:
        raise SettingRefused(name, f"is shorter than {SHORTEST_SECRET} characters")
    return value


def _number(env: Mapping[str, str], name: str, default: int) -> int:
    value = env.get(name) or str(default)
    if not value.isdecimal() or int(value) == 0:
        raise SettingRefused(name, "is not a whole number above zero")
    return int(value)


def _web_address(env: Mapping[str, str], name: str, default: str) -> str:
    value = (env.get(name) or default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise SettingRefused(name, "is not an address such as http://127.0.0.1:5005")
    return value


def _database(env: Mapping[str, str], name: str, default: str) -> str:
    value = env.get(name, default)
    if not value:
        raise SettingRefused(name, "is empty", "give an address or leave the setting out")
    if urlsplit(value).scheme not in DATABASES:
        raise SettingRefused(name, "is neither sqlite:///… nor postgresql://…")
    return value


def _refuse_unless_asked(settings: Settings) -> None:
    """The action server asks chat by CHAT_URL: chat must not refuse that host."""
    host = str(urlsplit(settings.chat_url).hostname)
    host = f"[{host}]" if ":" in host else host
    for allowed in settings.chat_allowed_hosts:
        name = allowed.lower()
        if name in ("*", host) or (name.startswith(".") and f".{host}".endswith(name)):
            return
    why = f"does not hold {host}, the host of CHAT_URL, by which the action server asks"
    raise SettingRefused("CHAT_ALLOWED_HOSTS", why, f"add {host} to it")


def _names(
    env: Mapping[str, str], name: str, environment: Environment, default: str
) -> tuple[str, ...]:
    value = env.get(name)
    if not value and environment == "production":
        raise SettingMissing(name)
    return _list(value or default)


def _list(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _folder(value: str) -> Path:
    return ROOT / value
