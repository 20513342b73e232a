"""How far each rule is to be trusted, as counted on annotated development texts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from dires.resources import read_csv

# A rule never seen starts as one that was right two times in three, with the weight of three.
_PRIOR_RIGHT: Final = 2
_PRIOR_FOUND: Final = 3


@cache
def _counts() -> Mapping[str, tuple[int, int]]:
    rows = read_csv(__package__, "reliability.csv")
    return {row["rule"]: (int(row["right"]), int(row["found"])) for row in rows}


def reliability(rule: str) -> float:
    """The share of the rule's finds that were right, smoothed (Laplace's rule of succession)."""
    right, found = _counts().get(rule, (0, 0))
    return round((right + _PRIOR_RIGHT) / (found + _PRIOR_FOUND), 3)
