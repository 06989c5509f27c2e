"""The one clock: Finnish time, and the fixed moment that tests set."""

import os
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.settings import fixed_moment

HELSINKI: Final = ZoneInfo("Europe/Helsinki")


def now() -> datetime:
    """The present moment in Finnish time, or the one OPASTIN_NOW names."""
    fixed = fixed_moment(os.environ)
    if fixed is None:
        return datetime.now(HELSINKI)
    return fixed.replace(tzinfo=HELSINKI) if fixed.tzinfo is None else fixed.astimezone(HELSINKI)
