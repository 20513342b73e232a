"""Whether confidences are what they say: of acts with one of .8, four in five are right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dires.training.documents import Annotated
from dires.training.statements import candidates_of, fit_on

_BINS: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.0)


def reliability_table(texts: Sequence[Annotated]) -> str:
    """By confidence, how often an act is right, as a Markdown table with the expected error.

    Confidences are fitted on one half of `texts` and measured on the other, in turn. The expected
    calibration error (Naeini et al. 2015) is the mean distance of the two, weighted by numbers.
    """
    pairs: list[tuple[float, bool]] = []
    for half in (0, 1):
        trust = fit_on([text for i, text in enumerate(texts) if i % 2 != half])
        for text in texts[half::2]:
            for candidate in candidates_of(text.doc, text.statements):
                pairs.append((trust.weigh(candidate.features), candidate.is_right))
    lines = ["| confidence | acts | mean confidence | right |", "|---|--:|--:|--:|"]
    error = 0.0
    for low, high in pairwise(_BINS):
        inside = [(c, right) for c, right in pairs if low <= c < high or c == high == 1.0]
        if not inside:
            continue
        mean = sum(c for c, _ in inside) / len(inside)
        right = sum(is_right for _, is_right in inside) / len(inside)
        error += abs(mean - right) * len(inside) / len(pairs)
        lines.append(f"| {low:.1f} to {high:.1f} | {len(inside)} | {mean:.2f} | {right:.2f} |")
    return "\n".join([*lines, "", f"Expected calibration error: {error:.3f}."])
