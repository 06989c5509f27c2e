"""The network of multilingual-e5-small, drawn as an ONNX graph that multiplies in integers.

Each layer is BERT's: attention, then a feed-forward part, each added to what it was given and
normalised. ONNX Runtime scales what goes into a multiplication to eight bits as it comes
(DynamicQuantizeMatMul); the weights are scaled here.
"""

from __future__ import annotations

from math import erf
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from onnx import TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnx import ModelProto

    from bot.language.e5.packed import Packed

GIVEN: Final = "rows"
"""What goes in: for each piece of the text the sum of its rows, shaped (1, pieces, width)."""

TOLD: Final = "told"
"""What comes out: for each piece the sum of the last two layers, of the same shape. Their mean
finds .002 (Finnish) and .005 (Swedish) more of MASSIVE than the last layer's, at ten examples."""

WHOLE: Final = 63
"""Largest weight in integers. Seven bits, so that the sum of two products fits in sixteen on
processors that cannot add them up in 32 (ONNX Runtime's documentation, "reduce_range")."""

SPREAD: Final = 4
"""Standard deviations within which the values of a channel are taken to lie."""

MICROSOFT: Final = "com.microsoft"


def draw(packed: Packed) -> ModelProto:
    """The whole network as a model that ONNX Runtime can load."""
    drawing = _Drawing(packed.epsilon)
    layer = drawing.normalised(GIVEN, packed, "emb.ln")
    layers = [layer := _layer(drawing, packed, number, layer) for number in range(packed.layers)]
    drawing.node("Add", layers[-2:], TOLD)
    shape = (1, "pieces", packed.width)
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name in (GIVEN, TOLD)]
    graph = helper.make_graph(drawing.nodes, "e5", ends[:1], ends[1:], drawing.constants)
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=versions, ir_version=8)


def _layer(drawing: _Drawing, packed: Packed, number: int, given: str) -> str:
    name, width = f"l{number}", packed.width
    asked = [f"{name}.{part}" for part in "qkv"]
    joined = np.concatenate([packed.weights(f"{part}.w", width) for part in asked])
    offsets = np.concatenate([packed.tensors[f"{part}.b"] for part in asked])
    drawing.multiplied(given, joined, offsets, f"{name}.qkv")
    drawing.node("Split", [f"{name}.qkv"], *asked, axis=-1)
    drawing.node("MultiHeadAttention", asked, f"{name}.a", num_heads=packed.heads)
    output = packed.weights(f"{name}.ao.w", width)
    drawing.multiplied(f"{name}.a", output, packed.tensors[f"{name}.ao.b"], f"{name}.ao")
    attended = drawing.normalised(f"{name}.ao", packed, f"{name}.aln", beside=given)

    wide = packed.weights(f"{name}.fi.w", packed.inner)
    narrow = packed.weights(f"{name}.fo.w", width)
    offset = packed.tensors[f"{name}.fi.b"]
    size, middle = packed.tensors[f"{name}.aln.w"], packed.tensors[f"{name}.aln.b"]
    reach = np.abs(middle) + SPREAD * np.abs(size)
    drawing.multiplied(attended, wide, offset, f"{name}.fi", reach)
    drawing.node("Gelu", [f"{name}.fi"], f"{name}.g")
    reach = _reach_of_gelu(wide @ middle + offset, np.sqrt(wide**2 @ size**2))
    drawing.multiplied(f"{name}.g", narrow, packed.tensors[f"{name}.fo.b"], f"{name}.fo", reach)
    return drawing.normalised(f"{name}.fo", packed, f"{name}.oln", beside=attended)


def _reach_of_gelu(middle: NDArray[Any], deviation: NDArray[Any]) -> NDArray[Any]:
    """About how large each channel becomes behind a GELU; at least its lowest value, .17."""
    high, low = (_gelu(middle + sign * SPREAD * deviation) for sign in (1, -1))
    return np.asarray(np.maximum(np.maximum(np.abs(high), np.abs(low)), 0.17))


def _gelu(values: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(values * (1 + np.vectorize(erf)(values / np.sqrt(2))) / 2)


class _Drawing:
    """Nodes and constants as they are added; each node is named by what comes out of it."""

    def __init__(self, epsilon: float) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self._epsilon = epsilon

    def node(self, kind: str, given: list[str], *told: str, **settings: Any) -> None:
        """One step of the calculation."""
        domain = "" if kind in {"Add", "LayerNormalization", "Mul", "Split"} else MICROSOFT
        self.nodes.append(helper.make_node(kind, given, told, domain=domain, **settings))

    def constant(self, name: str, values: NDArray[Any]) -> str:
        """Numbers that stay."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def normalised(self, given: str, packed: Packed, name: str, beside: str | None = None) -> str:
        """Layer normalisation, of a sum where something stands beside it."""
        parts = [self.constant(f"{name}.{part}", packed.tensors[f"{name}.{part}"]) for part in "wb"]
        if beside:
            inputs = [given, beside, *parts]
            self.node("SkipLayerNormalization", inputs, name, epsilon=self._epsilon)
        else:
            self.node("LayerNormalization", [given, *parts], name, epsilon=self._epsilon)
        return name

    def multiplied(
        self,
        given: str,
        weights: NDArray[Any],
        offset: NDArray[Any],
        name: str,
        reach: NDArray[Any] | None = None,
    ) -> None:
        """Times weights (outputs, inputs) plus an offset, in integers.

        `reach` is about how large each input becomes. Where some become much larger than others,
        eight bits for all are too few for the small ones: the inputs are divided by their reach,
        and the weights multiplied (SmoothQuant, arXiv 2211.10438, with all of it on the weights).
        """
        columns = weights.T
        if reach is not None:
            less = self.constant(f"{name}.less", (1 / reach).astype(np.float32))
            self.node("Mul", [given, less], f"{name}.even")
            given, columns = f"{name}.even", columns * reach[:, None]
        scale = np.abs(columns).max(axis=0) / WHOLE
        parts = {
            "weights": np.rint(columns / scale).astype(np.int8),
            "scale": scale.astype(np.float32),
            "zero": np.zeros(len(scale), np.int8),
            "offset": offset,
        }
        told = [self.constant(f"{name}.{part}", values) for part, values in parts.items()]
        self.node("DynamicQuantizeMatMul", [given, *told], name)
