"""Sentence embeddings: which encoder is used, and what is remembered."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from bot.language import build, encoder
from bot.language.e5.encoder import WIDTH, opened
from bot.language.encoder import CachedEncoder, RecentEncoder, choose_encoder, works_here


class Counting:
    """An encoder that remembers what it was asked; a row is as long as its text."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: list[str]) -> np.ndarray:
        """One row a text."""
        self.asked += texts
        return np.array([[float(len(text))] * WIDTH for text in texts], dtype=np.float32)


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    """Whether the encoder works is found out anew."""
    works_here.cache_clear()
    yield
    works_here.cache_clear()


def test_each_text_is_embedded_once(tmp_path: Path) -> None:
    """Training again costs nothing for what has not changed."""
    counting = Counting()
    for texts in (["a", "bb"], ["bb", "ccc"]):
        CachedEncoder(counting, tmp_path / "var", "one").encode(texts)
    assert counting.asked == ["a", "bb", "ccc"]


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    """In the order in which they are asked for."""
    CachedEncoder(Counting(), tmp_path, "one").encode(["a", "bb"])
    rows = CachedEncoder(Counting(), tmp_path, "one").encode(["bb", "a"])
    assert (rows.shape, rows[:, 0].tolist()) == ((2, WIDTH), [2.0, 1.0])


def test_rows_of_another_encoder_are_forgotten(tmp_path: Path) -> None:
    """What one encoder told means nothing to a model that another has taught."""
    CachedEncoder(Counting(), tmp_path, "one").encode(["a", "bb"])
    counting = Counting()
    CachedEncoder(counting, tmp_path, "another").encode(["bb"])
    assert counting.asked == ["bb"]


def test_nothing_to_embed(tmp_path: Path) -> None:
    """No texts, no rows, no file."""
    assert CachedEncoder(Counting(), tmp_path, "one").encode([]).shape == (0, WIDTH)
    assert list(tmp_path.iterdir()) == []


def test_two_readers_of_a_message_embed_it_once() -> None:
    """The guard and the classifier ask for the same text."""
    counting = Counting()
    recent = RecentEncoder(counting)
    rows = [recent.encode(["a", "bb"])[:, 0].tolist(), recent.encode(["bb"])[:, 0].tolist()]
    assert (rows, counting.asked) == ([[1.0, 2.0], [2.0]], ["a", "bb"])


@pytest.mark.parametrize("named", ["e5", "none"])
def test_the_setting_settles_it(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """OPASTIN_ENCODER is not put to the test."""
    monkeypatch.setenv("OPASTIN_ENCODER", named)
    monkeypatch.setattr(encoder, "works_here", pytest.fail)
    assert choose_encoder() == named


@pytest.mark.parametrize(("code", "chosen"), [(0, "e5"), (-4, "none")])
def test_the_encoder_is_tried_in_a_child(
    code: int, chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A processor that cannot run it kills the child, and the bot does without."""
    monkeypatch.delenv("OPASTIN_ENCODER", raising=False)
    done = SimpleNamespace(returncode=code)
    monkeypatch.setattr(encoder.subprocess, "run", lambda *_, **__: done)
    assert choose_encoder() == chosen


def test_an_encoder_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    """It counts as one that does not work."""

    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("python", 1)

    monkeypatch.setattr(encoder.subprocess, "run", hang)
    assert not works_here()


def test_embeddings_have_the_length_one() -> None:
    """The real encoder, where it can be loaded: one row a text, the same meaning close."""
    rows = opened().encode(["mua särkee hammas", "jag har tandvärk", "vuokra on maksamatta"])
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-3)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]


@pytest.mark.parametrize(("chosen", "noted"), [("e5", False), ("none", True)])
def test_the_build_says_what_it_chose(
    chosen: str, noted: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever builds the environment learns when the bot must do without."""
    monkeypatch.setattr(build, "choose_encoder", lambda: chosen)
    build.build()
    told = capsys.readouterr().out
    assert (f"Sentence encoder: {chosen}" in told, "it cannot load" in told) == (True, noted)
