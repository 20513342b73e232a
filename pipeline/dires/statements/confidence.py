"""How probable it is that an act found is one: the rule's record and the encoder's view together.

A logistic regression over the log-odds of both, with weights that ``dires train statements`` fits
on development texts (Platt, *Probabilistic Outputs for Support Vector Machines*, 1999).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
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
    """What `confidence` weighs of an act that `rule` found and the encoder gives `evidence`."""
    found = {f"label {rule.label}": 1.0}
    if is_proposed(rule):
        return found | {"encoder alone": 1.0, "encoder alone, log-odds": log_odds(evidence)}
    return found | {"encoder": log_odds(evidence), "rule": log_odds(reliability(rule.id))}


def confidence(rule: CueRule, evidence: float | None) -> float:
    """The probability that the act is one; without `evidence` that of the `rule` by itself."""
    if evidence is None:
        return reliability(rule.id)
    weights = _settings()["weights"]
    total = sum(weights[name] * value for name, value in features(rule, evidence).items())
    return round(1 / (1 + math.exp(-total)), 3)


def default_thresholds() -> Mapping[str, float]:
    """By label the confidence under which an act is no statement where the encoder has read."""
    return _settings()["thresholds"]


@cache
def _settings() -> Mapping[str, Mapping[str, float]]:
    return read_toml(__package__, FILE)
