"""Who of the candidates holds an act: what speaks for each, weighed.

A conditional logit (McFadden, *Conditional logit analysis of qualitative choice behavior*, 1974)
with weights that ``dires train holders`` fits on annotated texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from dires.resources import read_toml
from dires.statements.candidates import Candidate

FILE: Final = "preference.toml"


@dataclass(frozen=True, slots=True)
class Preference:
    """Weights by feature; one that is not there counts for nothing."""

    weights: Mapping[str, float]

    def choose(self, candidates: Iterable[Candidate]) -> Candidate:
        """The candidate that most speaks for; of equals the first. There must be one."""
        return max(candidates, key=self.weigh)

    def weigh(self, candidate: Candidate) -> float:
        """The sum of what speaks for `candidate`."""
        weights = self.weights
        return sum(weights.get(name, 0.0) * value for name, value in candidate.features.items())


@cache
def shipped_preference() -> Preference:
    """What was fitted on annotated texts."""
    return Preference(**read_toml(__package__, FILE))
