"""From edited content to the running bot: check, train, practise, put in place, tell the parts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.clock import now
from bot.content.checks.checklist import check
from bot.parts import ADDRESSES, PartRefused, take_release
from bot.release import content_folder, current_release
from bot.running import PYTHONS, say
from bot.settings import ROOT
from bot.status import SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.release import Release
    from bot.settings import Settings

PRACTICE: Final = ("tests/practice/fi.yml", "tests/practice/sv.yml")
BARS: Final = {"fi": 85.0, "sv": 85.0, "emergency": 85.0, "nearmiss": 95.0}
"""Percent of the practice residents, by tag, that must be helped."""

SHOWN_LINES: Final = {"FAIL", "ALL", "turns", *BARS}
"""First words of what is shown of practice: who went astray, and the figures."""


class NotPublished(Exception):
    """The running bot is as it was; the text says why."""


def publish(settings: Settings, *, practise: bool = True) -> None:
    """Publish the content; says each step.

    Raises NotPublished when a step fails, and the release is then as it was.
    """
    release = current_release()
    say("Checking the content")
    _, problems, _ = check(content_folder(), now().date())
    if problems:
        listed = "\n".join(map(str, problems))
        raise NotPublished(f"{listed}\n{len(problems)} problems: nothing is published.")
    say("Training what has changed; the running bot goes on")
    say(_run("rasa", "bot.cli", "train", "--draft").splitlines()[-1])
    if practise:
        say("Playing the practice residents against the new bot (some minutes)")
        _practise(release.draft)
    release.take(release.draft)
    try:
        tell(settings)
    except PartRefused as refused:
        release.put_back()
        say(f"{refused}. Going back to the release before")
        tell(settings)
        raise NotPublished("The bot refused the new content.") from refused


def tell(settings: Settings) -> None:
    """Let every part that runs take the release; says the hash that each then has.

    Raises PartRefused at the first that does not.
    """
    for part in ADDRESSES:
        found = take_release(part, settings)
        told = found[:SHOWN] if found else "is not running; it takes the release at start"
        say(f"{part:10}{told}")


def below(results: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    """The bars that practice results, helped and all by tag, do not reach."""
    for tag, bar in BARS.items():
        helped, asked = results.get(tag, (0, 0))
        percent = 100 * helped / asked if asked else 0.0
        if percent < bar:
            yield f"{tag}: {percent:.1f} % of {asked}, at least {bar:.0f} % are needed"


def _practise(draft: Release) -> None:
    with tempfile.TemporaryDirectory(prefix="opastin-") as folder:
        file = Path(folder) / "results.json"
        played = ("tests.practice.play", "--json", str(file), *PRACTICE)
        told = _run("chat", *played, OPASTIN_RELEASE=str(draft.folder))
        say("\n".join(line for line in told.splitlines() if line.partition(" ")[0] in SHOWN_LINES))
        results = json.loads(file.read_text(encoding="utf-8"))
    if missed := list(below(results)):
        listed = "\n".join(missed)
        remedy = (
            "look at the failures with make practice, and at the last changes with opastin diff"
        )
        raise NotPublished(f"{listed}\nToo many residents go astray. Fix: {remedy}.")


def _run(part: str, module: str, *arguments: str, **settings: str) -> str:
    """What a module prints, run in the environment of a part; NotPublished when it fails."""
    python = ROOT / PYTHONS[part] / "bin" / "python"
    command = [str(python), "-m", module, *arguments]
    env = {**os.environ, "PYTHONWARNINGS": "ignore", "PYTHONPATH": str(ROOT), **settings}
    done = subprocess.run(  # noqa: S603 - our own interpreter
        command, cwd=ROOT, env=env, check=False, text=True, capture_output=True
    )
    if done.returncode != 0:
        sys.stderr.write(done.stderr[-3000:])
        raise NotPublished(f"{module} failed: nothing is published. Fix: read the lines above.")
    return done.stdout
