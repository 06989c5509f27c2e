"""From a database address to Django's way of saying it."""

from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

WRITE_AHEAD_LOG: Final = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
SECURE_DELETE: Final = "PRAGMA secure_delete=ON;"
"""What is erased is overwritten in the file, not only forgotten."""

MOST_CONNECTIONS: Final = 16
"""Of one process to PostgreSQL, however many streams are open."""


def django_database(url: str) -> dict[str, Any]:
    """The settings of one database: SQLite with a write-ahead log, or PostgreSQL."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": sqlite_path(url),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",  # a reader that turns writer would fail at once
                "timeout": 10,
                "init_command": f"{WRITE_AHEAD_LOG} {SECURE_DELETE}",
            },
        }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.removeprefix("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            **dict(parse_qsl(parts.query)),
            "pool": {"min_size": 2, "max_size": MOST_CONNECTIONS},
        },
    }


def sqlite_path(url: str) -> str:
    """The file of `sqlite:///relative/path` or `sqlite:////absolute/path`."""
    return unquote(urlsplit(url).path.removeprefix("/"))
