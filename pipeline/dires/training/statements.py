"""How far rules and encoder are to be trusted: weights and thresholds of acts, fitted on gold.

A logistic regression (`dires.statements.confidence` says of what) over the candidates that rules
and encoder give for development texts, and for each label the threshold of the best F1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from dires.article import STATEMENT_LABELS
from dires.evaluation.spans import compare, right_label
from dires.statements.classify import acts_of
from dires.statements.confidence import features

_ALL: Final = dict.fromkeys(STATEMENT_LABELS, 0.0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be an act: its label, what is weighed, and whether the gold has it."""

    label: str
    features: Mapping[str, float]
    is_right: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """`weights` by feature; by label the `thresholds` and the F1 that they give."""

    weights: dict[str, float]
    thresholds: dict[str, float]
    f1: dict[str, float]


def candidates_of(doc: Doc, gold: Sequence[Mapping[str, Any]]) -> Iterator[Candidate]:
    """The candidates in `doc` that count for or against the statements of `gold`.

    Those that only touch an optional statement do neither.
    """
    acts = list(acts_of(doc, thresholds=_ALL))
    found = [{**statement.to_dict(), "number": i} for i, (_, statement) in enumerate(acts)]
    outcome = compare(gold, found, accept=right_label)
    right = {item["number"] for _, item in outcome.pairs}
    wrong = {item["number"] for item in outcome.spurious}
    for number, (act, _) in enumerate(acts):
        if number in right | wrong and act.evidence is not None:
            rule = act.match.rule
            yield Candidate(rule.label, features(rule, act.evidence), number in right)


def fit(candidates: Iterable[Candidate], gold: Mapping[str, int]) -> Fit:
    """Weights and thresholds for `candidates`; `gold` counts the required statements by label."""
    rows = list(candidates)
    vectors = DictVectorizer(sparse=False)
    table = vectors.fit_transform([dict(row.features) for row in rows])
    wanted = np.array([row.is_right for row in rows])
    model = LogisticRegression(fit_intercept=False, C=10.0, max_iter=1_000).fit(table, wanted)
    probabilities = model.predict_proba(table)[:, 1]
    weights = dict(zip(vectors.feature_names_, model.coef_[0].round(3).tolist(), strict=True))
    thresholds, f1 = {}, {}
    for label in STATEMENT_LABELS:
        chosen = np.array([row.label == label for row in rows])
        thresholds[label], f1[label] = _best_threshold(
            probabilities[chosen], wanted[chosen], gold[label]
        )
    return Fit(weights, thresholds, f1)


def _best_threshold(
    probabilities: np.ndarray[Any, Any], right: np.ndarray[Any, Any], gold: int
) -> tuple[float, float]:
    order = np.argsort(-probabilities)
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + gold)
    best = int(f1.argmax())
    return round(float(probabilities[order[best]]) - 0.001, 3), round(float(f1[best]), 3)
