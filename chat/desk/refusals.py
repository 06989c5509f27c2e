"""Why something cannot be done at the desk, in words the professional reads."""


class Refused(Exception):
    """Something cannot be done; `key` names the sentence in content/messages/desk.yml."""

    def __init__(self, key: str, **facts: str) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


class NotYours(Exception):
    """It is none of this professional's business."""
