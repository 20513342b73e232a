"""Checkpoints of one run made into one: the mean of their weights.

Wortsman et al. 2022, *Model soups*: where checkpoints descend from one another, the mean of their
weights often does better than most of them, and costs no more to run than one.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from safetensors.torch import load_file, save_file
from torch import Tensor

from dires.training.reader import HEAD_WEIGHTS, HEADS
from dires.training.run import CURVE, METRICS

_WEIGHTS = ("model.safetensors", HEAD_WEIGHTS)


def average(checkpoints: Sequence[Path], out: Path) -> None:
    """Write the mean of `checkpoints`, two or more with the same heads, to the folder `out`.

    All are read before anything is written, so `out` may be one of them. What the first measured of
    itself is not copied. Raises `ValueError` where heads or weights differ from the first's.
    """
    if len(checkpoints) < 2:
        raise ValueError("a mean needs two checkpoints or more")
    first = checkpoints[0]
    for folder in checkpoints[1:]:
        if (folder / HEADS).read_bytes() != (first / HEADS).read_bytes():
            raise ValueError(f"{folder} has other heads than {first}")
    means = {name: _mean([folder / name for folder in checkpoints]) for name in _WEIGHTS}
    if out.resolve() != first.resolve():
        shutil.copytree(first, out, dirs_exist_ok=True)
    for measured in (METRICS, CURVE):
        (out / measured).unlink(missing_ok=True)
    for name, mean in means.items():
        save_file(mean, out / name, metadata={"format": "pt"})


def _mean(files: Sequence[Path]) -> dict[str, Tensor]:
    total = load_file(files[0])
    for file in files[1:]:
        weights = load_file(file)
        if {key: w.shape for key, w in weights.items()} != {k: w.shape for k, w in total.items()}:
            raise ValueError(f"{file} has other weights than {files[0]}")
        total = {key: value + weights[key] for key, value in total.items()}
    return {key: (value / len(files)).contiguous() for key, value in total.items()}
