"""A trained reader as one small graph for onnxruntime.

The graph is exported from torch, its attention, layer norms and activations are fused, and its
weights turned into 8-bit integers. Activations are quantised as the graph runs.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import Tensor, nn

from dires.encoder.onnx import GRAPH, HEADS, TOKENIZER
from dires.training.reader import Reader, describe, load_reader

_OPSET = 17
_FLOAT = 1  # onnx.TensorProto.FLOAT: types that shape inference does not know after fusion


class _Outputs(nn.Module):
    """`reader` with its scores as a tuple, which the exporter wants."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        return tuple(self.reader(ids, mask).values())


def export(
    folder: Path,
    out: Path,
    *,
    heads: Sequence[str] = (),
    quantised: bool = True,
) -> Path:
    """Write the reader saved in `folder` to `out` as `dires.encoder` reads it; the graph's path.

    Only `heads` are kept, where any are named; raises `KeyError` for one that there is not.
    """
    out.mkdir(parents=True, exist_ok=True)
    reader = load_reader(folder)
    if heads:
        reader.keep_heads(heads)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        fused = Path(scratch) / "fused.onnx"
        _trace(reader, plain)
        config = reader.encoder.config
        model = optimizer.optimize_model(
            str(plain),
            "bert",
            num_heads=config.num_attention_heads,
            hidden_size=config.hidden_size,
            opt_level=0,
        )
        model.save_model_to_file(str(fused))
        graph = out / GRAPH
        if quantised:
            _quantise(fused, graph)
        else:
            shutil.copy(fused, graph)
    (out / HEADS).write_text(json.dumps(describe(reader), indent=1) + "\n", encoding="utf-8")
    shutil.copy(folder / TOKENIZER, out / TOKENIZER)
    return graph


def _trace(reader: Reader, path: Path) -> None:
    reader.encoder.set_attn_implementation("eager")
    ids = torch.full((2, 9), 5)
    mask = torch.ones_like(ids)
    mask[1, 6:] = 0
    names = list(reader.heads)
    axes = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        _Outputs(reader).eval(),
        (ids, mask),
        str(path),
        dynamo=False,
        opset_version=_OPSET,
        input_names=["ids", "mask"],
        output_names=names,
        dynamic_axes=dict.fromkeys(["ids", "mask", *names], axes),
    )


def _quantise(fused: Path, graph: Path) -> None:
    quantize_dynamic(
        str(fused),
        str(graph),
        weight_type=QuantType.QInt8,
        # Seven bits, a scale a column: processors without VNNI add two 8-bit products in 16 bits
        # and would clip them, which costs two points of F1.
        per_channel=True,
        reduce_range=True,
        extra_options={"DefaultTensorType": _FLOAT},
    )
