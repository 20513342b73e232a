"""How probable it is that an act found is one: the rule's record and the encoder's view together.

A logistic regression over the log-odds of both, with weights that ``dires train statements`` fits
on development texts (Platt, *Probabilistic Outputs for Support Vector Machines*, 1999).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dires.resources import read_toml
from dires.statements.cues import CueRule, is_proposed
from dires.statements.reliability import reliability

# Probabilities are taken as no nearer to certainty than this.
_LEAST: Final = 0.005
FILE: Final = "confidence.toml"


def log_odds(probability: float) -> float:
    """The logarithm of the odds, finite for 0 and 1 too."""
    bounded = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))


def features(rule: CueRule, evidence: float) -> dict[str, float]:
    """What is weighed of an act that `rule` found and the encoder gives `evidence`."""
    found = {f"label {rule.label}": 1.0}
    if is_proposed(rule):
        return found | {"encoder alone": 1.0, "encoder alone, log-odds": log_odds(evidence)}
    return found | {"encoder": log_odds(evidence), "rule": log_odds(reliability(rule.id))}


@dataclass(frozen=True, slots=True)
class Trust:
    """How far rules and encoder are trusted.

    `weights` are those of `features`; an act whose confidence is under the threshold of its label
    in `thresholds` is none.
    """

    weights: Mapping[str, float]
    thresholds: Mapping[str, float]

    def with_thresholds(self, given: Mapping[str, float]) -> Trust:
        """The same weights with the thresholds `given`, those of other labels as they are.

        Raises `ValueError` where one is given for what is no label.
        """
        unknown = set(given) - set(self.thresholds)
        if unknown:
            labels = ", ".join(self.thresholds)
            raise ValueError(f"no statement is a {unknown.pop()!r}; thresholds are for {labels}")
        return replace(self, thresholds={**self.thresholds, **given})

    def confidence(self, rule: CueRule, evidence: float) -> float:
        """The probability that an act is one."""
        return self.weigh(features(rule, evidence))

    def weigh(self, found: Mapping[str, float]) -> float:
        """The probability that `found` features give."""
        total = sum(self.weights.get(name, 0.0) * value for name, value in found.items())
        return round(1 / (1 + math.exp(-total)), 3)


@cache
def shipped_trust() -> Trust:
    """What was fitted on development texts."""
    return Trust(**read_toml(__package__, FILE))
