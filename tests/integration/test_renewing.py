"""Chat tells its content, and takes new content while residents go on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import httpx
import pytest
from pytest_django import Settings

from bot.catalogue import Catalogue
from bot.content import current
from bot.content.problem import ContentError, Problem
from tests.integration.content import content_for_tests

ADDRESS: Final = "/internal/content"


@pytest.fixture
def trusted(settings: Settings) -> Iterator[dict[str, str]]:
    """What `opastin publish` shows; the content of the tests is back at the end."""
    yield {"Authorization": f"Bearer {settings.OPASTIN.chat_token}"}
    current.forget()


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nobody_else_is_heard(http: httpx.Client, method: str) -> None:
    """Residents have no business here."""
    assert http.request(method, ADDRESS).status_code == 401


def test_new_content_is_told_at_once(
    http: httpx.Client, trusted: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the next conversation, without a restart."""

    def changed(folder: Path) -> Catalogue:
        found = content_for_tests(folder)
        words = replace(found.messages["small_talk.greet"], fi="Uusi tervehdys, botti.")
        messages = {**found.messages, "small_talk.greet": words}
        return replace(found, messages=messages, fingerprint="f" * 64)

    before = http.get(ADDRESS, headers=trusted).json()
    monkeypatch.setattr(current, "read_catalogue", changed)
    assert http.get(ADDRESS, headers=trusted).json() == before
    assert http.post(ADDRESS, headers=trusted).json() == {"content": "f" * 64}
    begun = http.post("/api/conversations", json={"language": "fi", "page": "/"}).json()
    secret = {"Authorization": f"Bearer {begun['secret']}"}
    said = http.get(f"/api/conversations/{begun['id']}/messages", headers=secret).text
    assert "Uusi tervehdys" in said


def test_wrong_content_is_refused(
    http: httpx.Client, trusted: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the problems, and chat goes on as it was."""
    wrong = Problem(
        file=Path("content/menu.yml"), line=1, says="'x' is no topic.", fix="remove it."
    )

    def refuse(_folder: Path) -> Catalogue:
        raise ContentError([wrong])

    before = http.get(ADDRESS, headers=trusted).json()
    monkeypatch.setattr(current, "read_catalogue", refuse)
    answer = http.post(ADDRESS, headers=trusted)
    assert (answer.status_code, answer.json()) == (409, {"error": str(wrong)})
    assert http.get(ADDRESS, headers=trusted).json() == before
