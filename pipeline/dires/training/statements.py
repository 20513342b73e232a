"""How far rules and encoder are to be trusted: weights and thresholds of acts, fitted on gold.

A logistic regression (`dires.statements.confidence` says of what) over the candidates that rules
and encoder give for development texts, and for each label the threshold of the best F1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from dires.article import STATEMENT_LABELS
from dires.evaluation.matching import iou
from dires.evaluation.spans import compare, right_label
from dires.statements.confidence import Trust, features
from dires.statements.finder import acts_of
from dires.training.documents import Annotated

# Trusts everything: all candidates come through.
_ALL: Final = Trust({}, dict.fromkeys(STATEMENT_LABELS, 0.0))

# Candidates on each side that the curve of F1 is smoothed over: no single text sets a threshold.
_SMOOTHING: Final = 12
# The threshold of a label that no candidate has.
_UNKNOWN: Final = 0.5
# Characters at the head of a statement that say where it begins.
_BEGINNING: Final = 25


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be an act: its label, what is weighed, and whether the gold has it."""

    label: str
    features: Mapping[str, float]
    is_right: bool


def candidates_of(
    doc: Doc, gold: Sequence[Mapping[str, Any]], *, rules: bool = True
) -> Iterator[Candidate]:
    """The candidates in `doc` that count for or against the statements of `gold`.

    Right are those that begin where a statement of their label does. Those that only touch one, or
    an optional statement, count neither way.
    """
    acts = list(acts_of(doc, trust=_ALL, rules=rules))
    found = [{**statement.to_dict(), "number": i} for i, (_, statement) in enumerate(acts)]
    beginnings = compare(_beginnings(gold), _beginnings(found), accept=right_label)
    right = {item["number"] for _, item in beginnings.pairs}
    for item, (act, _) in zip(found, acts, strict=True):
        is_right = item["number"] in right
        touches = any(iou(item, other) and right_label(other, item) for other in gold)
        free = any(iou(item, other) for other in gold if other.get("optional"))
        if act.evidence is not None and (is_right or not (touches or free)):
            rule = act.match.rule
            yield Candidate(rule.label, features(rule, act.evidence), is_right)


def _beginnings(items: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [{**item, "end": min(item["end"], item["start"] + _BEGINNING)} for item in items]


def fit(candidates: Iterable[Candidate], gold: Mapping[str, int]) -> Trust:
    """The trust that `candidates` deserve; `gold` counts the required statements by label."""
    rows = list(candidates)
    vectors = DictVectorizer(sparse=False)
    table = vectors.fit_transform([dict(row.features) for row in rows])
    wanted = np.array([row.is_right for row in rows])
    model = LogisticRegression(fit_intercept=False, C=10.0, max_iter=1_000).fit(table, wanted)
    probabilities = model.predict_proba(table)[:, 1]
    weights = dict(zip(vectors.feature_names_, model.coef_[0].round(3).tolist(), strict=True))
    thresholds = {}
    for label in STATEMENT_LABELS:
        chosen = np.array([row.label == label for row in rows])
        thresholds[label] = _best_threshold(probabilities[chosen], wanted[chosen], gold[label])
    return Trust(weights, thresholds)


def _best_threshold(
    probabilities: npt.NDArray[np.float64], right: npt.NDArray[np.bool_], gold: int
) -> float:
    """The threshold of the best F1, taken from a curve smoothed over neighbouring ones."""
    if not len(probabilities):
        return _UNKNOWN
    order = np.argsort(-probabilities)
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + gold)
    padded = np.pad(f1, _SMOOTHING, mode="edge")
    window = np.ones(2 * _SMOOTHING + 1) / (2 * _SMOOTHING + 1)
    best = int(np.convolve(padded, window, mode="valid").argmax())
    return round(float(probabilities[order[best]]), 3)


def fit_on(texts: Iterable[Annotated], *, rules: bool = True) -> Trust:
    """`fit` on all candidates in `texts`; without `rules` on those of the encoder alone."""
    candidates: list[Candidate] = []
    gold: Counter[str] = Counter()
    for text in texts:
        candidates += candidates_of(text.doc, text.statements, rules=rules)
        gold.update(item["label"] for item in text.statements if not item.get("optional"))
    return fit(candidates, gold)


def write_trust(found: Trust, path: Path) -> None:
    """Write `found` as the file that `dires.statements.confidence` reads."""
    lines = ["# Written by `dires train statements`.", "[weights]"]
    lines += [f'"{name}" = {weight}' for name, weight in found.weights.items()]
    lines += ["", "[thresholds]"]
    lines += [f"{label} = {value}" for label, value in found.thresholds.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
