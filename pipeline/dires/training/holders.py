"""Whose act it is: the weights of what speaks for a holder, fitted on annotated texts.

Every statement found that a required one of the gold agrees with is a choice between its candidates
(`dires.statements.candidates`); the weights make the right ones likely (conditional logit, with the
squares of the weights as a penalty).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer

from dires.evaluation.names import same_name
from dires.evaluation.spans import compare, right_label
from dires.statements.candidates import Candidate
from dires.statements.finder import acts_of
from dires.statements.preference import Preference
from dires.training.documents import Annotated

# How strongly large weights are held back, and in how many candidates a feature must occur.
_PENALTY: Final = 5.0
_RARE: Final = 15

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates for one act, and which of them the gold's holder is (several: its names)."""

    candidates: Sequence[Candidate]
    right: Sequence[bool]

    def is_right(self, preference: Preference | None) -> bool:
        """Whether `preference`, or without one the rules, choose the gold's holder."""
        chosen = _own(self.candidates) if preference is None else preference.choose(self.candidates)
        return self.right[self.candidates.index(chosen)]


@dataclass(frozen=True, slots=True)
class _Rules(Preference):
    """Chooses whom the rules name, and keeps all that there was to choose from."""

    seen: list[list[Candidate]] = field(default_factory=list)

    def choose(self, candidates: Iterable[Candidate]) -> Candidate:
        self.seen.append(list(candidates))
        return _own(self.seen[-1])


def _own(candidates: Iterable[Candidate]) -> Candidate:
    return next(candidate for candidate in candidates if candidate.is_own)


def choices_of(text: Annotated) -> Iterator[Choice]:
    """The choices that `text` puts and its gold answers."""
    rules = _Rules({})
    found = []
    for _, statement in acts_of(text.doc, preference=rules):
        # There is nothing to choose where a body resolves.
        candidates = rules.seen.pop() if rules.seen else []
        found.append({**statement.to_dict(), "candidates": candidates})
    for gold, act in compare(text.statements, found, accept=right_label).pairs:
        candidates = act["candidates"]
        if candidates and not gold.get("optional"):
            yield Choice(candidates, [_is_holder(c, gold.get("holder")) for c in candidates])


def _is_holder(candidate: Candidate, gold: str | Sequence[str] | None) -> bool:
    if candidate.actor is None or not gold:
        return candidate.actor is None and not gold
    return same_name(gold, candidate.actor.name)


def fit(choices: Iterable[Choice]) -> Preference:
    """The preference under which the right candidates of `choices` are likeliest."""
    answered = [choice for choice in choices if any(choice.right)]
    rows = [candidate.features for choice in answered for candidate in choice.candidates]
    counts = Counter(name for row in rows for name in row)
    vectors = DictVectorizer()
    table = vectors.fit_transform(
        [{name: value for name, value in row.items() if counts[name] >= _RARE} for row in rows]
    )
    right = np.array([flag for choice in answered for flag in choice.right], dtype=float)
    sizes = np.array([len(choice.candidates) for choice in answered])
    weights = _likeliest(table, right, sizes)
    named = zip(vectors.feature_names_, weights.round(3).tolist(), strict=True)
    return Preference({name: weight for name, weight in named if weight})


def _likeliest(table: csr_matrix, right: Floats, sizes: npt.NDArray[np.int_]) -> Floats:
    """The weights of the greatest penalised likelihood.

    `table` has a row a candidate, `right` is 1 for those that are, `sizes` counts the candidates of
    each choice, which follow one another.
    """
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    choice = np.repeat(np.arange(len(sizes)), sizes)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = table @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[choice])
        all_odds = np.add.reduceat(odds, starts)
        right_odds = np.add.reduceat(odds * right, starts)
        surplus = odds / all_odds[choice] - odds * right / right_odds[choice]
        penalty = _PENALTY / 2 * weights @ weights
        value = float(np.sum(np.log(all_odds) - np.log(right_odds)) + penalty)
        return value, table.T @ surplus + _PENALTY * weights

    found = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B")
    weights: Floats = found.x
    return weights


def accuracy(choices: Sequence[Choice], preference: Preference | None = None) -> float:
    """The share of `choices` in which the gold's holder is chosen, 0 where there are none.

    Without `preference` the rules choose.
    """
    right = sum(choice.is_right(preference) for choice in choices)
    return right / max(1, len(choices))


def markdown(texts: Iterable[Annotated], preference: Preference) -> str:
    """By source: how often the rules and how often `preference` find the holder, as a table."""
    choices: dict[str, list[Choice]] = defaultdict(list)
    for text in texts:
        choices[text.source] += choices_of(text)
    lines = ["| | acts | rules | weighed | among the candidates |", "|---|--:|--:|--:|--:|"]
    for source, found in choices.items():
        there = sum(any(choice.right) for choice in found) / max(1, len(found))
        shares = (accuracy(found), accuracy(found, preference), there)
        lines.append(f"| {source} | {len(found)} | {' | '.join(f'{x:.3f}' for x in shares)} |")
    return "\n".join(lines)


def write_preference(found: Preference, path: Path) -> None:
    """Write `found` as the file that `dires.statements.preference` reads."""
    lines = ["# Written by `dires train holders`.", "[weights]"]
    lines += [f'"{name}" = {weight}' for name, weight in sorted(found.weights.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
