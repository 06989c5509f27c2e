"""A content owner's change reaches the running bot without a restart, and a wrong one does not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import httpx
import pytest

from bot.release import Release
from bot.settings import ROOT
from tests.product import running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.product]

SECRETS: Final = {"CHAT_TOKEN": "t" * 48, "CHAT_SECRET_KEY": "k" * 48}
OLD: Final = "019 5600 401"
NEW: Final = "019 5600 999"
FILE: Final = "services/dental_porvoo.yml"


@dataclass(frozen=True)
class Owner:
    """A content owner with a copy of the content, and the product that runs on it."""

    content: Path
    env: dict[str, str]

    def edits(self, old: str, new: str) -> None:
        """Change one line of the content."""
        file = self.content / FILE
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def opastin(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the command `opastin`."""
        command = [sys.executable, "-m", "bot.cli", *words]
        return subprocess.run(  # noqa: S603 - our own interpreter
            command, cwd=ROOT, env=self.env, capture_output=True, text=True, check=False
        )

    def asks_the_bot(self) -> str:
        """What the running bot says of the dentist in Porvoo."""
        url = f"{self.env['RASA_URL']}/webhooks/rest/webhook"
        sender, said = uuid.uuid4().hex, ""
        for message in ("/need_tooth_pain", '/inform{"municipality": "porvoo"}'):
            items = httpx.post(url, json={"sender": sender, "message": message}, timeout=30).json()
            said = "\n".join(item.get("text") or "" for item in items)
        return said


@pytest.fixture(scope="module")
def owner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Owner]:
    """The product on a copy of the release, whose content lies beside it to be edited."""
    folder = tmp_path_factory.mktemp("publish")
    shutil.copytree(
        ROOT / "models", folder / "release", ignore=shutil.ignore_patterns("next", "previous")
    )
    release = Release(folder / "release")
    shutil.copytree(release.content, folder / "content")
    own = {"OPASTIN_RELEASE": str(release.folder), "OPASTIN_CONTENT": str(folder / "content")}
    with running(**own, **SECRETS) as addresses:
        urls = {f"{part.upper()}_URL": url for part, url in addresses.items()}
        yield Owner(folder / "content", {**os.environ, **own, **SECRETS, **urls})


def test_a_new_number_is_told_without_a_restart(owner: Owner) -> None:
    """The hashes are alike before, differ after the edit, and are alike when it is published."""
    assert OLD in owner.asks_the_bot()
    assert "All alike." in owner.opastin("status").stdout
    owner.edits(OLD, NEW)
    told = owner.opastin("status")
    assert (told.returncode, "Fix: opastin publish" in told.stdout) == (1, True)
    assert OLD in owner.asks_the_bot()
    published = owner.opastin("publish", "--without-practice")
    assert published.returncode == 0, published.stdout + published.stderr
    assert NEW in owner.asks_the_bot()
    told = owner.opastin("status")
    assert (told.returncode, "All alike." in told.stdout) == (0, True), told.stdout


def test_wrong_content_leaves_the_old_running(owner: Owner) -> None:
    """The owner is told file, line and remedy."""
    before = owner.asks_the_bot()
    owner.edits("kind: phone", "kind: telegraph")
    refused = owner.opastin("publish", "--without-practice")
    assert refused.returncode == 1
    assert f"content/{FILE}:9: " in refused.stderr
    assert "nothing is published" in refused.stderr
    assert owner.asks_the_bot() == before
    owner.edits("kind: telegraph", "kind: phone")
    assert "All alike." in owner.opastin("status").stdout


def test_a_part_refuses_a_release_that_is_wrong(owner: Owner) -> None:
    """And goes on with what it has; nobody without the token is heard."""
    token = {"Authorization": f"Bearer {SECRETS['CHAT_TOKEN']}"}
    broken = Release(owner.content.parent / "release").content / FILE
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace("kind: phone", "kind: telegraph"), encoding="utf-8")
    for url in (
        f"{owner.env['RASA_URL']}/webhooks/content/",
        f"{owner.env['ACTIONS_URL']}/content/",
        f"{owner.env['CHAT_URL']}/internal/content",
    ):
        assert httpx.post(url, timeout=60).status_code == 401
        answer = httpx.post(url, headers=token, timeout=60)
        assert (answer.status_code, "telegraph" in answer.text) == (409, True)
    broken.write_text(text, encoding="utf-8")
    assert "All alike." in owner.opastin("status").stdout
