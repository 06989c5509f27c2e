"""Files that nothing reads, and names that lead nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.content.checks.headers import SCHEMAS
from bot.content.checks.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.catalogue import Catalogue
    from bot.content.problem import Problem

FOLDERS: Final = ("emergencies", "faq", "messages", "needs", "services")
TABLES: Final = ("matrix", "menu", "municipalities", "neighbours", "queues")
NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


def find(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Files whose place or name keeps them from residents; one id for two topics."""
    for file in sorted(path for path in root.rglob("*") if path.is_file()):
        name = file.relative_to(root)
        if name.parts[0] == SCHEMAS or file.name.startswith("."):
            continue
        spot, folder = Spot(root, name.as_posix()), name.parent.as_posix()
        if folder not in (*FOLDERS, ".") or (folder == "." and file.stem not in TABLES):
            fix = f"move it to one of the folders {', '.join(FOLDERS)}, or remove it."
            yield spot.problem("nothing reads a file in this place.", fix)
        elif file.suffix != ".yml":
            yield spot.problem("nothing reads a file of this kind.", f"name it '{file.stem}.yml'.")
        elif not NAME.fullmatch(file.stem):
            fix = "use small letters a-z, digits and _ in its name."
            yield spot.problem(f"'{file.stem}' is no id.", fix)
    for name_ in sorted(catalogue.needs.keys() & catalogue.faqs.keys()):
        says = f"'{name_}' is the id of a need too."
        yield Spot(root, f"faq/{name_}.yml").problem(says, "give the file another name.")
