"""Two professionals for development; production makes none and lets none in."""

import os
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction

from bot.content.current import catalogue
from bot.running import DEMO_PASSWORD
from chat.desk.staff import Facts, hire, new_password

USERNAMES: Final = ("demo1", "demo2")


class RefusedInProduction(Exception):
    """Demo professionals are for development alone."""


def ensure_demo() -> None:
    """Make them once; their password stands in a file that only this account can read."""
    if settings.OPASTIN.in_production:
        raise RefusedInProduction
    path = settings.OPASTIN.var / DEMO_PASSWORD
    accounts = get_user_model().objects
    with transaction.atomic():
        known = accounts.filter(username__in=USERNAMES)
        if known.count() == len(USERNAMES) and path.exists():
            return
        password = new_password()
        for account in known:
            account.set_password(password)
            account.save(update_fields=["password"])
        for username in set(USERNAMES) - {account.username for account in known}:
            facts = Facts(
                name=username.replace("demo", "Demo "),
                languages=("fi", "sv"),
                queues=tuple(catalogue().queues),
            )
            hire(username, password, facts, is_demo=True)
        _write(path, password)


def _write(path: Path, password: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(f"{password}\n")
