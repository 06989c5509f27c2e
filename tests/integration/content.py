"""The content as it is, with one emergency of the tests' own: no rewording breaks them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from bot.catalogue import Catalogue, Emergency, EmergencyContact, OpeningHours, Provenance, Text
from bot.content import current
from bot.content.reader import try_catalogue

EMERGENCY: Final = "falling_sky"
DANGER: Final = {"fi": "apua taivas putoaa", "sv": "hjälp himlen faller"}
"""What a resident writes in this emergency."""


def content_for_tests(_folder: Path) -> Catalogue:
    """Read content/; what is wrong with it is told by tests/content."""
    catalogue, _ = try_catalogue()
    falling_sky = Emergency(
        id=EMERGENCY,
        name=Text(fi="Taivas putoaa", sv="Himlen faller"),
        level="life",
        order=1,
        contacts=(EmergencyContact(number="112", hours=OpeningHours(always=True)),),
        words=Text(fi="Soita heti {number}.", sv="Ring genast {number}."),
        provenance=Provenance(source=("memory",)),
        rules={"fi": ("taivas putoaa",), "sv": ("himlen faller",)},
    )
    return replace(catalogue, emergencies={**catalogue.emergencies, EMERGENCY: falling_sky})


@contextmanager
def queues_end(day: date, *names: str) -> Iterator[None]:
    """The queues of these names hold until a day; all of them when none is named."""

    def ended(folder: Path) -> Catalogue:
        content = content_for_tests(folder)
        queues = {
            name: replace(queue, provenance=replace(queue.provenance, valid_until=day))
            if not names or name in names
            else queue
            for name, queue in content.queues.items()
        }
        return replace(content, queues=queues)

    current.read_catalogue = ended
    current.forget()
    try:
        yield
    finally:
        current.read_catalogue = content_for_tests
        current.forget()
