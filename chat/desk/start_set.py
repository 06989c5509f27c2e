"""The ready replies that a new desk begins with."""

from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from chat.desk.models import ReadyReply

FILE: Final = Path(__file__).with_name("ready_replies.yml")


def begin(**_facts: Any) -> None:
    """Write the start set where there is no ready reply at all; called after each migration."""
    if ReadyReply.objects.exists():
        return
    entries = YAML(typ="safe").load(FILE)
    ReadyReply.objects.bulk_create(
        ReadyReply(
            **{
                f"{part}_{lang}": one[part][lang]
                for part in ("title", "text")
                for lang in ("fi", "sv")
            }
        )
        for one in entries
    )
