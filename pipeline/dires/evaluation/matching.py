"""One-to-one matching of predicted spans to gold spans.

Overlap is measured by intersection over union of the two half-open character spans. The
matching is the best there is, not the first found: as many pairs as possible, and among those
matchings one with the largest sum of overlaps (an assignment problem, solved by
`scipy.optimize.linear_sum_assignment`). It does not depend on the order of either list.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

Item = Mapping[str, Any]
"""A span as a plain dictionary: ``start``, ``end`` and what its stage says about it."""

ANY_OVERLAP = 1e-9
EXACT = 1.0


def iou(a: Item, b: Item) -> float:
    """Intersection over union of two spans: 1 for equal offsets, 0 where they do not overlap."""
    shared: int = min(a["end"], b["end"]) - max(a["start"], b["start"])
    if shared <= 0:
        return 0.0
    return shared / int(max(a["end"], b["end"]) - min(a["start"], b["start"]))


def match(
    gold: Sequence[Item],
    predicted: Sequence[Item],
    *,
    accept: Callable[[Item, Item], bool] = lambda gold, predicted: True,
    minimum: float = ANY_OVERLAP,
) -> list[tuple[int, int]]:
    """Pairs ``(index in gold, index in predicted)`` of the best one-to-one matching.

    Only pairs that overlap by at least `minimum` and that `accept` allows are considered.
    """
    pairs = []
    for golds, predictions in _clusters(gold, predicted):
        overlaps = np.array([[iou(gold[g], predicted[p]) for p in predictions] for g in golds])
        allowed = np.array([[accept(gold[g], predicted[p]) for p in predictions] for g in golds])
        allowed &= overlaps >= minimum
        # One more pair always outweighs any gain in overlap, whose sum cannot exceed their number.
        one_pair = min(allowed.shape) + 1
        weights = np.where(allowed, one_pair + overlaps, 0.0)
        for row, column in zip(*linear_sum_assignment(weights, maximize=True), strict=True):
            if allowed[row, column]:
                pairs.append((golds[row], predictions[column]))
    return sorted(pairs)


def _clusters(
    gold: Sequence[Item], predicted: Sequence[Item]
) -> Iterator[tuple[list[int], list[int]]]:
    """Groups of spans with no overlap from one group to another: each is matched on its own.

    Within a group the spans are in an order of their content alone, so that ties between
    equally good matchings are broken in the same way however the lists were ordered.
    """
    both = [(span, 0, i) for i, span in enumerate(gold)]
    both += [(span, 1, i) for i, span in enumerate(predicted)]
    both.sort(key=lambda entry: (entry[0]["start"], entry[0]["end"], _content(entry[0])))
    group: tuple[list[int], list[int]] = ([], [])
    reach = 0
    for span, side, index in both:
        if span["start"] >= reach:
            if all(group):
                yield group
            group = ([], [])
        group[side].append(index)
        reach = max(reach, span["end"])
    if all(group):
        yield group


def _content(span: Item) -> str:
    return json.dumps(span, sort_keys=True, default=str)
