"""How far two annotators agree: F1 of their spans, alpha of their labels.

F1 is the agreement coefficient where, as for spans in a text, nobody can count what both left
unmarked (Hripcsak & Rothschild 2005). Krippendorff's alpha (*Content Analysis*, 2004, ch. 11;
nominal) says how far the labels go beyond chance: on spans that both marked, and on all spans that
either marked, with "nothing" as a further label.

What either marked as optional counts neither way, as it does when systems are measured, unless
asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import krippendorff
import numpy as np

from dires.evaluation.figures import Score
from dires.evaluation.matching import ANY_OVERLAP, EXACT, Item, iou, match
from dires.evaluation.properties import (
    DATE_PROPERTIES,
    DATE_VALUE,
    QUANTITY_PROPERTIES,
    QUANTITY_VALUE,
    STATEMENT_PROPERTIES,
    Property,
)
from dires.evaluation.records import Source, load_records
from dires.evaluation.stages import HALF, MORE_THAN_HALF

_NOTHING: Final = "nothing"
_PROPERTIES: Final[dict[str, tuple[Property, ...]]] = {
    "dates": (DATE_VALUE, *DATE_PROPERTIES),
    "quantities": (QUANTITY_VALUE, *QUANTITY_PROPERTIES),
    "statements": STATEMENT_PROPERTIES,
}
_LABELS: Final = {"segments": "kind", "entities": "label", "statements": "label"}
_MINIMA: Final = {
    "segments": {"same kind": MORE_THAN_HALF},
    "entities": {"relaxed": ANY_OVERLAP, "strict": EXACT},
    "dates": {"relaxed": ANY_OVERLAP, "strict": EXACT},
    "quantities": {"relaxed": ANY_OVERLAP, "strict": EXACT},
    "statements": {"relaxed": ANY_OVERLAP, "IoU ≥ 0.5": HALF},
}


@dataclass(slots=True)
class LayerAgreement:
    """The agreement on one layer.

    `spans` has F1 by how closely spans must match (with the same label, where there are labels),
    `properties` that of what is said about spans that both marked. `labels` is Krippendorff's
    alpha of the labels of spans that both marked, `marks` that of all spans, with "nothing" as a
    label; None where the layer has no labels or they do not vary.
    """

    spans: dict[str, Score] = field(default_factory=dict)
    properties: dict[str, Score] = field(default_factory=dict)
    labels: float | None = None
    marks: float | None = None


def agree(
    first: Source, second: Source, *, count_optional: bool = False
) -> dict[str, LayerAgreement]:
    """The agreement of two annotations on the articles that both have, by layer.

    With `count_optional` what either found optional counts like the rest. Both are as
    `load_records` reads them. Raises ValueError where they share no article, or where the texts of
    one differ.
    """
    others = {record["id"]: record for record in load_records(second)}
    pairs = [(r, others[r["id"]]) for r in load_records(first) if r["id"] in others]
    if not pairs:
        raise ValueError("the two annotations have no article in common")
    for one, other in pairs:
        if one["text"] != other["text"]:
            raise ValueError(f"{one['id']}: the two annotations are of different texts")
    if count_optional:
        pairs = [(_required(one), _required(other)) for one, other in pairs]
    return {layer: _layer(layer, pairs) for layer in _MINIMA}


def _required(record: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: [{**item, "optional": False} for item in value] if name in _MINIMA else value
        for name, value in record.items()
    }


def _layer(
    layer: str, records: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]
) -> LayerAgreement:
    label = _LABELS.get(layer)
    result = LayerAgreement()
    both: list[tuple[str, str]] = []
    alone: list[tuple[str, str]] = []
    for one, other in records:
        first, second = one.get(layer) or [], other.get(layer) or []
        for name, minimum in _MINIMA[layer].items():
            _, score = _compare(first, second, label, minimum)
            result.spans[name] = result.spans.get(name, Score()) + score
        pairs, _ = _compare(first, second, label, ANY_OVERLAP)
        for item in _PROPERTIES.get(layer, ()):
            so_far = result.properties.get(item.name, Score())
            result.properties[item.name] = so_far + item.score(pairs)
        if label:
            pairs, only_first, only_second = _align(first, second, None, ANY_OVERLAP)
            both += [(a[label], b[label]) for a, b in pairs]
            alone += [(a[label], _NOTHING) for a in only_first]
            alone += [(_NOTHING, b[label]) for b in only_second]
    if label:
        result.labels, result.marks = _alpha(both), _alpha(both + alone)
    return result


def _compare(
    first: Sequence[Item], second: Sequence[Item], label: str | None, minimum: float
) -> tuple[list[tuple[Item, Item]], Score]:
    pairs, only_first, only_second = _align(first, second, label, minimum)
    hits = len(pairs)
    return pairs, Score(hits, hits + len(only_second), hits + len(only_first))


def _align(
    first: Sequence[Item], second: Sequence[Item], label: str | None, minimum: float
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """Pairs, and what only one marked; nothing that touches what the other finds optional."""
    accept: Callable[[Item, Item], bool] = (
        (lambda a, b: a[label] == b[label]) if label else (lambda a, b: True)
    )
    matching = match(first, second, accept=accept, minimum=minimum)
    pairs = [(first[a], second[b]) for a, b in matching]
    used_first, used_second = {a for a, _ in matching}, {b for _, b in matching}
    return (
        [(a, b) for a, b in pairs if not (a.get("optional") or b.get("optional"))],
        _alone((item for a, item in enumerate(first) if a not in used_first), second),
        _alone((item for b, item in enumerate(second) if b not in used_second), first),
    )


def _alone(unmatched: Iterable[Item], other: Sequence[Item]) -> list[Item]:
    optional = [item for item in other if item.get("optional")]
    return [
        item
        for item in unmatched
        if not item.get("optional") and not any(iou(item, o) > 0 for o in optional)
    ]


def _alpha(pairs: Sequence[tuple[str, str]]) -> float | None:
    values = sorted({label for pair in pairs for label in pair})
    if len(values) < 2:
        return None
    codes = np.array([[values.index(label) for label in pair] for pair in pairs]).T
    return float(krippendorff.alpha(codes, level_of_measurement="nominal"))
