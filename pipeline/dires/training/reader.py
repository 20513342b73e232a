"""The model that is trained: one encoder, and heads that share its pass.

A head is a linear layer over the states of the pieces, with one score for every BIO tag. A saved
reader is a folder: the encoder and tokenizer as `transformers` write them, ``heads.json`` (labels
of each head, window) and ``heads.safetensors``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from huggingface_hub import try_to_load_from_cache
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer, PreTrainedModel

from dires.encoder.tagging import tag_names

HEADS = "heads.json"
HEAD_WEIGHTS = "heads.safetensors"


class Reader(nn.Module):
    """`forward` gives each head's scores, of shape (windows, pieces, tags)."""

    def __init__(
        self,
        encoder: PreTrainedModel,
        labels: Mapping[str, Sequence[str]],
        *,
        window: int,
        overlap: int,
        starts: Iterable[str] = (),
        dropout: float = 0.1,
    ) -> None:
        super().__init__()
        self.encoder = encoder
        self.labels = {name: tuple(head) for name, head in labels.items()}
        self.starts = tuple(starts)
        self.window = window
        self.overlap = overlap
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict(
            {
                name: nn.Linear(encoder.config.hidden_size, len(tag_names(head)))
                for name, head in labels.items()
            }
        )

    def keep_heads(self, names: Sequence[str]) -> None:
        """Take off all heads but those named; raises `KeyError` for one that there is not."""
        self.labels = {name: self.labels[name] for name in names}
        self.starts = tuple(name for name in self.starts if name in names)
        self.heads = nn.ModuleDict({name: self.heads[name] for name in names})

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> dict[str, Tensor]:
        """Scores by head for `input_ids` (windows, pieces), of which the masked count."""
        outputs = self.encoder(input_ids=input_ids, attention_mask=attention_mask)
        states = self.dropout(outputs.last_hidden_state)
        return {name: head(states) for name, head in self.heads.items()}


def new_reader(
    encoder: str,
    labels: Mapping[str, Sequence[str]],
    *,
    window: int,
    overlap: int,
    starts: Iterable[str] = (),
    layers: int = 0,
    local: bool = True,
) -> Reader:
    """A reader with untrained heads on `encoder`, a folder or a name.

    Heads named in `starts` find where spans begin, the others whole spans.
    With `local` nothing is fetched: the name must be in the cache of `transformers`. `layers` keeps
    the first so many layers of the encoder (0: all). Raises `FileNotFoundError` for a name that is
    neither.
    """
    if local and not (Path(encoder).is_dir() or _is_cached(encoder)):
        raise FileNotFoundError(
            f"{encoder}: no such folder, nor in the cache of transformers; `dires train encoder`"
            " makes the project's own, --fetch fetches others by name"
        )
    options = {"local_files_only": local}
    if Path(encoder).is_dir() and _is_bert(Path(encoder)):
        options["add_pooling_layer"] = False
    model = AutoModel.from_pretrained(encoder, dtype=torch.float32, **options)
    _without_dropout(model)
    if layers:
        model.encoder.layer = model.encoder.layer[:layers]
        model.config.num_hidden_layers = layers
    return Reader(model, labels, window=window, overlap=overlap, starts=starts)


def _is_cached(name: str) -> bool:
    return isinstance(try_to_load_from_cache(name, "config.json"), str)


def _without_dropout(model: PreTrainedModel) -> None:
    """Dropout inside the encoder takes a third of the time on a CPU; masked pieces do its work."""
    for name in ("hidden_dropout_prob", "attention_probs_dropout_prob"):
        if hasattr(model.config, name):
            setattr(model.config, name, 0.0)
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
        if isinstance(getattr(module, "dropout_prob", None), float):
            setattr(module, "dropout_prob", 0.0)  # noqa: B010


def _is_bert(folder: Path) -> bool:
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return bool(config.get("model_type") == "bert")


def save_reader(reader: Reader, tokenizer_from: str, folder: Path) -> None:
    """Write `reader` to `folder`, with the tokenizer of the encoder `tokenizer_from`."""
    reader.encoder.save_pretrained(folder)
    AutoTokenizer.from_pretrained(tokenizer_from, local_files_only=True).save_pretrained(folder)
    weights = {key: value.contiguous() for key, value in reader.heads.state_dict().items()}
    save_file(weights, folder / HEAD_WEIGHTS)
    (folder / HEADS).write_text(json.dumps(describe(reader), indent=1) + "\n", encoding="utf-8")


def describe(reader: Reader) -> dict[str, Any]:
    """What `HEADS` says beside the weights."""
    return {
        "window": reader.window,
        "overlap": reader.overlap,
        "heads": reader.labels,
        "starts": reader.starts,
    }


def load_reader(folder: Path) -> Reader:
    """The inverse of `save_reader`; raises `FileNotFoundError` where `folder` holds no reader."""
    description = json.loads((folder / HEADS).read_text(encoding="utf-8"))
    reader = new_reader(
        str(folder),
        description["heads"],
        window=description["window"],
        overlap=description["overlap"],
        starts=description["starts"],
    )
    reader.heads.load_state_dict(load_file(folder / HEAD_WEIGHTS))
    return reader.eval()
