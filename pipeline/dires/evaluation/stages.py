"""One article, one stage at a time: the scores and the errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import nextafter
from typing import Any

from dires.article import ENTITY_LABELS, STATEMENT_LABELS
from dires.evaluation.figures import Score
from dires.evaluation.matching import EXACT, Item, match
from dires.evaluation.properties import (
    DATE_PROPERTIES,
    DATE_VALUE,
    QUANTITY_PROPERTIES,
    QUANTITY_VALUE,
    STATEMENT_PROPERTIES,
    Property,
)
from dires.evaluation.spans import Comparison, any_label, compare, right_label

HALF = 0.5
MORE_THAN_HALF = nextafter(HALF, 1.0)


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that is wrong.

    `kind` is ``missed`` (in gold, not predicted), ``spurious`` (predicted, not in gold), or the
    property of a matched span that differs (``label``, ``value``, ``holder`` …); `gold` and
    `predicted` are then what the two say. `start`, `end` are offsets into the article's text.
    """

    article: str
    stage: str
    kind: str
    start: int
    end: int
    text: str
    gold: str | None = None
    predicted: str | None = None


Confusion = Counter[tuple[str | None, str | None]]
"""How often a (gold label, predicted label) occurs; None where the other side has no span."""


@dataclass(slots=True)
class StageResult:
    """Scores by figure name, errors as (kind, span, gold, predicted), and confused labels."""

    scores: dict[str, Score]
    errors: list[tuple[str, Item, Any, Any]]
    confusion: Confusion = field(default_factory=Counter)


def segments(gold: Sequence[Item], predicted: Sequence[Item]) -> StageResult:
    """Each gold segment against the predicted one that shares more than half with it."""
    gold = [segment for segment in gold if not segment.get("optional")]
    partner = dict(match(gold, predicted, minimum=MORE_THAN_HALF))
    right = [
        g in partner and predicted[partner[g]].get("kind") == segment["kind"]
        for g, segment in enumerate(gold)
    ]
    errors: list[tuple[str, Item, Any, Any]] = [
        (
            "kind" if g in partner else "missed",
            segment,
            segment["kind"],
            predicted[partner[g]].get("kind") if g in partner else None,
        )
        for g, segment in enumerate(gold)
        if not right[g]
    ]
    scores = {"segments.kind": Score(sum(right), len(partner), len(gold))}
    confusion = Counter(
        (segment["kind"], predicted[partner[g]]["kind"] if g in partner else None)
        for g, segment in enumerate(gold)
    )
    return StageResult(scores, errors, confusion)


def entities(gold: Sequence[Item], predicted: Sequence[Item]) -> StageResult:
    """Entities: labels always count; per label, the spans of other labels are left out."""
    relaxed = compare(gold, predicted, accept=right_label)
    scores = {
        "entities.relaxed": relaxed.score,
        "entities.strict": compare(gold, predicted, accept=right_label, minimum=EXACT).score,
    }
    for label in ENTITY_LABELS:
        scores[f"entities.{label}"] = compare(
            [g for g in gold if g["label"] == label or g.get("optional")],
            [p for p in predicted if p.get("label") == label],
            accept=right_label,
            minimum=EXACT,
        ).score
    return StageResult(scores, [*_span_errors(relaxed)], _confusion(gold, predicted))


def dates(gold: Sequence[Item], predicted: Sequence[Item]) -> StageResult:
    """Dates: spans, then values among all, then type and modifier among the matched ones."""
    return _values("dates", gold, predicted, DATE_VALUE, DATE_PROPERTIES)


def quantities(gold: Sequence[Item], predicted: Sequence[Item]) -> StageResult:
    """Quantities: spans, then values among all, then the rest among the matched ones."""
    return _values("quantities", gold, predicted, QUANTITY_VALUE, QUANTITY_PROPERTIES)


def statements(gold: Sequence[Item], predicted: Sequence[Item]) -> StageResult:
    """Statements: spans with and without labels, then the slots of the matched ones.

    Statements of different labels nest and overlap; so, per label, a prediction that lies on a
    statement of another label is left out of the precision. Taking one label for another costs
    recall there, and both precision and recall in the figures over all labels.
    """
    relaxed = compare(gold, predicted, accept=right_label)
    scores = {
        "statements.relaxed": relaxed.score,
        "statements.iou50": compare(gold, predicted, accept=right_label, minimum=HALF).score,
        "statements.any_label": compare(gold, predicted, accept=any_label).score,
    }
    for label in STATEMENT_LABELS:
        scores[f"statements.{label}"] = compare(
            [{**g, "optional": bool(g.get("optional")) or g["label"] != label} for g in gold],
            [p for p in predicted if p.get("label") == label],
            accept=right_label,
        ).score
    errors = [*_span_errors(relaxed)]
    for item in STATEMENT_PROPERTIES:
        scores[f"statements.{item.name}"] = item.score(relaxed.pairs)
        errors += _property_errors(relaxed, item)
    return StageResult(scores, errors, _confusion(gold, predicted))


def _confusion(gold: Sequence[Item], predicted: Sequence[Item]) -> Confusion:
    """Labels of the spans that overlap, those with the right label matched first."""
    right = compare(gold, predicted, accept=right_label)
    rest = compare(
        [*right.missed, *(item for item in gold if item.get("optional"))], right.spurious
    )
    confusion = Counter((g["label"], g["label"]) for g, _ in right.pairs)
    confusion.update((g["label"], p["label"]) for g, p in rest.pairs)
    confusion.update((g["label"], None) for g in rest.missed)
    confusion.update((None, p["label"]) for p in rest.spurious)
    return confusion


def _values(
    stage: str,
    gold: Sequence[Item],
    predicted: Sequence[Item],
    value: Property,
    properties: Iterable[Property],
) -> StageResult:
    relaxed = compare(gold, predicted)
    spans = relaxed.score
    right = value.score(relaxed.pairs).correct
    scores = {
        f"{stage}.relaxed": spans,
        f"{stage}.strict": compare(gold, predicted, minimum=EXACT).score,
        f"{stage}.value": Score(right, spans.predicted, spans.gold),
    }
    errors = [*_span_errors(relaxed), *_property_errors(relaxed, value)]
    for item in properties:
        scores[f"{stage}.{item.name}"] = item.score(relaxed.pairs)
        errors += _property_errors(relaxed, item)
    return StageResult(scores, errors)


def _span_errors(comparison: Comparison) -> Iterator[tuple[str, Item, Any, Any]]:
    """Misses and spurious spans; where the two overlap, it is the label that is wrong."""
    missed, spurious = comparison.missed, comparison.spurious
    confused = match(missed, spurious)
    for g, p in confused:
        yield "label", missed[g], missed[g].get("label"), spurious[p].get("label")
    for g, item in enumerate(missed):
        if g not in {g for g, _ in confused}:
            yield "missed", item, _gist(item), None
    for p, item in enumerate(spurious):
        if p not in {p for _, p in confused}:
            yield "spurious", item, None, _gist(item)


def _property_errors(comparison: Comparison, item: Property) -> list[tuple[str, Item, Any, Any]]:
    return [(item.name, g, item.read(g), item.read(p)) for g, p in item.wrong(comparison.pairs)]


def _gist(item: Item) -> Any:
    return item.get("label") or item.get("value")


MEASURES: Mapping[str, Callable[[Sequence[Item], Sequence[Item]], StageResult]] = {
    "segments": segments,
    "entities": entities,
    "dates": dates,
    "quantities": quantities,
    "statements": statements,
}
