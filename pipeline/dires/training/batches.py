"""Examples as tensors: windows of tagged pieces, cut anew every epoch."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from dires.encoder.pieces import Ints, pieces_of
from dires.encoder.tagging import OUTSIDE, encode
from dires.training.gold import Example

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Tagged:
    """The pieces' ids of one example, and their tags for each head that it has gold for."""

    ids: Ints
    tags: Mapping[str, Ints]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows: all tensors are (windows, pieces), `tags` by head.

    Tags are `IGNORED` where a window is padded, has no gold for the head, or is not to be learnt.
    """

    ids: Tensor
    mask: Tensor
    tags: dict[str, Tensor]


@dataclass(frozen=True, slots=True)
class Marks:
    """Ids of the pieces that open, close and fill a window, and of the unknown piece."""

    bos: int
    eos: int
    pad: int
    unk: int


def tag(
    example: Example,
    tokenizer: Tokenizer,
    labels: Mapping[str, Sequence[str]],
    eos: int,
    *,
    sure: Collection[str] = (),
) -> Tagged:
    """`example` in pieces with the tags of its spans; `labels` are those of each head.

    The heads in `sure` learn nothing from optional spans.
    """
    pieces = pieces_of(example.text, tokenizer, separator=eos)
    tags = {}
    for name, spans in example.spans.items():
        learnt = [span for span in spans if not (name in sure and span.optional)]
        tags[name] = encode(pieces, (span[:3] for span in learnt), labels[name])
        for start, end, *_ in set(spans) - set(learnt):
            inside = (pieces.starts < end) & (pieces.ends > start) & (tags[name] == OUTSIDE)
            tags[name][inside] = IGNORED
    return Tagged(pieces.ids, tags)


def batches_of(
    tagged: Sequence[Tagged],
    marks: Marks,
    *,
    window: int,
    size: int,
    masked: float,
    chance: random.Random,
) -> Iterator[Batch]:
    """Batches of about `size` pieces in random order, each of windows of about one length.

    Texts are cut into windows of at most `window` pieces at places that `chance` chooses; of the
    pieces, a share of `masked` is made unknown, so that the context is learnt too.
    """
    parts = [part for item in tagged for part in _cut(item, window - 2, chance)]
    parts.sort(key=lambda part: len(part.ids) + chance.randrange(8))
    groups: list[list[Tagged]] = [[]]
    for part in parts:
        group = groups[-1]
        if group and (len(group) + 1) * len(part.ids) > size:
            groups.append(group := [])
        group.append(part)
    chance.shuffle(groups)
    for group in filter(None, groups):
        yield _batch([_mask(part, masked, marks.unk, chance) for part in group], marks)


def _cut(item: Tagged, most: int, chance: random.Random) -> Iterator[Tagged]:
    at = 0
    while at < len(item.ids):
        end = min(len(item.ids), at + chance.randint(most // 3, most))
        tags = {name: values[at:end] for name, values in item.tags.items()}
        yield Tagged(item.ids[at:end], tags)
        at = end


def _mask(part: Tagged, share: float, unk: int, chance: random.Random) -> Tagged:
    hidden = np.array([chance.random() < share for _ in part.ids], dtype=bool)
    return Tagged(np.where(hidden, unk, part.ids), part.tags)


def _batch(parts: Sequence[Tagged], marks: Marks) -> Batch:
    width = max(len(part.ids) for part in parts) + 2
    ids = np.full((len(parts), width), marks.pad, dtype=np.int64)
    heads = sorted({name for part in parts for name in part.tags})
    tags = {name: np.full((len(parts), width), IGNORED, dtype=np.int64) for name in heads}
    mask = np.zeros((len(parts), width), dtype=np.int64)
    for row, part in enumerate(parts):
        last = len(part.ids) + 1
        ids[row, 0], ids[row, 1:last], ids[row, last] = marks.bos, part.ids, marks.eos
        for name, values in part.tags.items():
            tags[name][row, 1:last] = values
        mask[row, : last + 1] = 1
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(mask),
        {name: torch.from_numpy(values) for name, values in tags.items()},
    )
