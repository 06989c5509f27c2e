"""Reads a page of the guides as its reader does, and carries out what it says.

A page names a file in backticks, then shows what to do with it in blocks:

    ```yaml find       these lines stand in the file, once
    ```yaml replace    and become these
    ```yaml new        or the file is new, and this is all of it
    ```sh              this is typed
    ```text            and this is seen; `…` stands for anything
    ```yaml            an example, with which nothing is done
"""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bot.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

GUIDES: Final = ROOT / "docs" / "content-owners"
COPIED: Final = ("content", "data", "domain.yml")
"""What the pages may tell their reader to change."""

FENCE: Final = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ORDER: Final = re.compile(r"(yaml\n|yaml new\n|yaml find\nyaml replace\n|sh\ntext\n)*")
SPAN: Final = re.compile(r"`([^`\n]+)`")
FILE: Final = re.compile(r"[\w/.-]+\.yml")
FOLDER: Final = re.compile(r"[\w/-]+/")


class StepDoesNotFit(Exception):
    """A step cannot be done as the page says it; the text says why."""


@dataclass(frozen=True, kw_only=True)
class Edit:
    """Lines of a file that become others; the file is new where there are no old ones."""

    file: str
    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class Command:
    """Something to type, and what is seen then."""

    typed: str
    seen: str

    @property
    def words(self) -> list[str]:
        """The arguments of `opastin`, by whichever way the page calls it."""
        words = shlex.split(self.typed)
        name = "make" if "make" in words else "bot.cli"
        return [word.removeprefix("TEXT=") for word in words[words.index(name) + 1 :]]

    @property
    def settings(self) -> dict[str, str]:
        """What stands before the command."""
        return dict(re.findall(r"(OPASTIN_\w+)=(\S+)", self.typed))

    def check(self, output: str) -> None:
        """Raises StepDoesNotFit when something else is seen."""
        lines = [re.escape(line).replace("…", ".*") for line in self.seen.splitlines()]
        pattern = "".join(r"(.*\n)*" if line == ".*" else f"{line}\n" for line in lines)
        if not re.fullmatch(pattern, output):
            told = f"after '{self.typed}' the page shows\n{self.seen}and there is\n{output}"
            raise StepDoesNotFit(told)


Step = Edit | Command


@cache
def steps(page: Path) -> tuple[Step, ...]:
    """What a page tells its reader to do, in order."""
    return tuple(_steps(page.read_text(encoding="utf-8")))


def _steps(text: str) -> Iterator[Step]:
    parts = FENCE.split(text)
    prose, kinds, blocks = parts[::3], parts[1::3], parts[2::3]
    if not ORDER.fullmatch("".join(f"{kind}\n" for kind in kinds)):
        raise StepDoesNotFit(f"these blocks make no steps: {', '.join(kinds)}")
    file = ""
    for number, kind in enumerate(kinds):
        file = _named(prose[number], file)
        if kind == "yaml new":
            yield Edit(file=file, old="", new=blocks[number])
        elif kind == "yaml find":
            yield Edit(file=file, old=blocks[number], new=blocks[number + 1])
        elif kind == "sh":
            yield Command(typed=blocks[number].strip(), seen=blocks[number + 1])


def _named(prose: str, file: str) -> str:
    """The file that a text names last; a bare name is in the folder that was named before it."""
    folder = ""
    for span in SPAN.findall(prose):
        if FOLDER.fullmatch(span):
            folder = span
        elif FILE.fullmatch(span):
            file = span if "/" in span else folder + span
    return file


def copy_of_the_project(folder: Path) -> Path:
    """What the pages change, in a folder where nothing can be broken."""
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    return folder


def carry_out(page: Path, folder: Path, run: Callable[[Command], None] = lambda _: None) -> None:
    """Do everything that a page says to the copy of the project in a folder; `run` types.

    Raises StepDoesNotFit at the first step that cannot be done.
    """
    for step in steps(page):
        if isinstance(step, Command):
            run(step)
        else:
            edit(step, folder)


def edit(step: Edit, folder: Path) -> None:
    """Change the lines, or write the new file; raises StepDoesNotFit when that is impossible."""
    file = folder / step.file
    if not step.file or file.exists() != bool(step.old):
        raise StepDoesNotFit(f"'{step.file}' is new on the page or in the project, not in both")
    if not step.old:
        file.write_text(step.new, encoding="utf-8")
        return
    text = file.read_text(encoding="utf-8")
    changed, found = re.subn(
        f"^{re.escape(step.old)}", lambda _: step.new, text, flags=re.MULTILINE
    )
    if found != 1:
        raise StepDoesNotFit(f"these lines stand {found} times in {step.file}\n{step.old}")
    file.write_text(changed, encoding="utf-8")
