"""Many texts are embedded in several processes, and come back in order."""

import numpy as np
import pytest

from bot.language import embedding
from bot.language.e5.encoder import WIDTH
from bot.language.embedding import BATCH, ManyEncoder
from bot.language.encoder import E5, choose_encoder


class Lengths:
    """A row is as long as its text."""

    def encode(self, texts: list[str]) -> np.ndarray:
        """One row a text."""
        return np.array([[float(len(text))] * WIDTH for text in texts], dtype=np.float32)


def test_a_few_texts_need_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new example or two is embedded at once."""
    monkeypatch.setattr(embedding, "_encoder", Lengths)
    monkeypatch.setattr(embedding, "ProcessPoolExecutor", pytest.fail)
    assert ManyEncoder().encode(["a", "bbb"])[:, 0].tolist() == [1.0, 3.0]


@pytest.mark.skipif(choose_encoder() != E5, reason="the sentence encoder does not work here")
def test_many_texts_come_back_in_their_order() -> None:
    """Whichever process embedded them, and the same as one by one."""
    texts = [f"{'hei ' * (number % 3)}{number}" for number in range(BATCH + 3)]
    rows = ManyEncoder().encode(texts)
    for place in (0, 1, BATCH, BATCH + 2):
        assert np.allclose(rows[place], ManyEncoder().encode([texts[place]])[0])
