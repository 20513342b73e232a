"""Predicted spans against gold spans of one article: hits, misses, and what was too much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dires.evaluation.figures import Score
from dires.evaluation.matching import ANY_OVERLAP, Item, iou, match

Pair = tuple[Item, Item]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome for one layer of one article; every pair is (gold, predicted)."""

    pairs: list[Pair] = field(default_factory=list)
    missed: list[Item] = field(default_factory=list)
    spurious: list[Item] = field(default_factory=list)

    @property
    def score(self) -> Score:
        """Hits, of what was predicted, of what there is."""
        hits = len(self.pairs)
        return Score(hits, hits + len(self.spurious), hits + len(self.missed))


def any_label(gold: Item, predicted: Item) -> bool:
    """Accept every pair of spans."""
    return True


def right_label(gold: Item, predicted: Item) -> bool:
    """Accept the gold label, or one of those that the gold allows instead."""
    label = predicted.get("label")
    return label == gold.get("label") or label in (gold.get("alt") or ())


def compare(
    gold: Sequence[Item],
    predicted: Sequence[Item],
    *,
    accept: Callable[[Item, Item], bool] = any_label,
    minimum: float = ANY_OVERLAP,
) -> Comparison:
    """Match `predicted` to `gold` and tell hits, misses and spurious predictions apart.

    An optional gold span is matched like any other, but counts neither way: it is no miss, what
    is matched to it is no hit, and no prediction that touches one is spurious.
    """
    matching = match(gold, predicted, accept=accept, minimum=minimum)
    found = {g for g, _ in matching}
    used = {p for _, p in matching}
    optional = [g for g in gold if g.get("optional")]
    return Comparison(
        pairs=[(gold[g], predicted[p]) for g, p in matching if not gold[g].get("optional")],
        missed=[item for g, item in enumerate(gold) if g not in found and not item.get("optional")],
        spurious=[
            item
            for p, item in enumerate(predicted)
            if p not in used and not any(iou(item, o) > 0 for o in optional)
        ],
    )
