"""Checkpoints of one run made into one: the mean of their weights.

Wortsman et al. 2022, *Model soups*: where checkpoints descend from one another, the mean of their
weights generalises better than either.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from safetensors.torch import load_file, save_file

from dires.training.reader import HEAD_WEIGHTS

_WEIGHTS = ("model.safetensors", HEAD_WEIGHTS)


def average(checkpoints: Sequence[Path], out: Path) -> None:
    """Write the mean of `checkpoints`, which have the same heads, to the folder `out`.

    Raises `ValueError` where they have other weights than the first.
    """
    first, *others = checkpoints
    if out != first:
        shutil.copytree(first, out, dirs_exist_ok=True)
    for name in _WEIGHTS:
        total = load_file(first / name)
        for folder in others:
            weights = load_file(folder / name)
            if {key: w.shape for key, w in weights.items()} != {
                k: w.shape for k, w in total.items()
            }:
                raise ValueError(f"{folder} has other weights than {first}")
            total = {key: value + weights[key] for key, value in total.items()}
        mean = {key: (value / len(checkpoints)).contiguous() for key, value in total.items()}
        save_file(mean, out / name, metadata={"format": "pt"})
