"""The encoder run by torch: in training, and on a GPU."""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer

from dires.encoder.pieces import Ints
from dires.encoder.reading import Reading, Scores, layout_of
from dires.training.reader import Reader, load_reader


class TorchBackend:
    """Runs `reader` on `device` (``cpu``, ``cuda`` …)."""

    def __init__(self, reader: Reader, device: str = "cpu") -> None:
        self.reader = reader.to(device).eval()
        self.device = device

    def __call__(self, ids: Ints, mask: Ints) -> dict[str, Scores]:
        """Scores by head, (windows, pieces, tags)."""
        with torch.inference_mode():
            scores = self.reader(
                torch.from_numpy(ids).to(self.device), torch.from_numpy(mask).to(self.device)
            )
        return {name: values.float().cpu().numpy() for name, values in scores.items()}


def reading_by_torch(folder: Path, *, device: str = "cpu") -> Reading:
    """The reader saved in `folder`, run by torch on `device`."""
    reader = load_reader(folder)
    return reading_of(reader, Tokenizer.from_file(str(folder / "tokenizer.json")), device=device)


def reading_of(reader: Reader, tokenizer: Tokenizer, *, device: str = "cpu") -> Reading:
    """`reader` as it stands, run by torch on `device`."""
    layout = layout_of(tokenizer, window=reader.window, overlap=reader.overlap)
    backend = TorchBackend(reader, device)
    return Reading(backend, tokenizer, layout, reader.labels, starts=reader.starts)
