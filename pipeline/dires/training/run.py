"""A training run from its config to the files it leaves."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from transformers import AutoTokenizer

from dires.training.config import Config
from dires.training.gold import read_gold
from dires.training.learning import Epoch, learn
from dires.training.reader import load_reader, new_reader, save_reader

METRICS = "metrics.json"
CURVE = "curve.csv"


def train(
    config: Config,
    out: Path,
    *,
    start: Path | None = None,
    local: bool = True,
    report: Callable[[str], None],
) -> list[Epoch]:
    """Train what `config` describes into the folder `out`; the epochs' figures.

    `out` holds the best epoch so far while training goes on.

    With `start` the weights of an earlier checkpoint are the beginning. Unless `local`, the encoder
    may be fetched from a model hub by its name.
    """
    gold = read_gold(config.sources, config.heads)
    if not gold.train:
        raise ValueError("nothing to train on: every record is held out, or the files are empty")
    torch.manual_seed(config.seed)
    if start is not None:
        reader = load_reader(start)
    else:
        reader = new_reader(
            config.encoder,
            {name: head.labels for name, head in config.heads.items()},
            window=config.window,
            overlap=config.overlap,
            starts=[name for name, head in config.heads.items() if head.starts],
            layers=config.layers,
            local=local,
        )
    source = str(start) if start is not None else config.encoder
    tokenizer = AutoTokenizer.from_pretrained(source, local_files_only=local).backend_tokenizer
    report(f"{len(gold.train)} texts to train on, {len(gold.dev)} to measure on")

    def keep(history: Sequence[Epoch]) -> None:
        save_reader(reader, source, out)
        _write(history, out)

    history = learn(reader, tokenizer, gold, config, report=report, keep=keep)
    _write(history, out)
    return history


def _write(history: Sequence[Epoch], out: Path) -> None:
    table = [
        {
            "epoch": epoch.number,
            "loss": round(epoch.loss, 4),
            "seconds": round(epoch.seconds),
            "figures": {
                source: {label: found.to_dict() for label, found in figures.items()}
                for source, figures in epoch.figures.items()
            },
        }
        for epoch in history
    ]
    (out / METRICS).write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    with (out / CURVE).open("w", newline="", encoding="utf-8") as file:
        sources = sorted({source for epoch in history for source in epoch.figures})
        writer = csv.writer(file)
        writer.writerow(["epoch", "loss", *(f"{source} F1" for source in sources)])
        for epoch in history:
            scores = [round(epoch.headline[source].f1, 4) for source in sources]
            writer.writerow([epoch.number, round(epoch.loss, 4), *scores])
