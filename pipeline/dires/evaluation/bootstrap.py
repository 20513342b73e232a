"""Confidence intervals by resampling articles.

The percentile bootstrap (Efron & Tibshirani, *An Introduction to the Bootstrap*, 1993, ch. 13):
articles are drawn with replacement as often as there are, the figure is computed from their
summed counts, and the middle 95 % of the figures so obtained is the interval. Articles are
drawn, not spans, because the spans of one article are not independent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from dires.evaluation.figures import FIGURES, Score

_LEVELS = (0.025, 0.975)


class Interval(NamedTuple):
    """The bounds of a 95 % confidence interval."""

    low: float
    high: float


def intervals(
    scores: Mapping[str, Sequence[Score]], *, resamples: int, seed: int
) -> dict[str, Interval]:
    """The interval of each figure's usual ratio from its `scores`, one an article.

    Empty where `resamples` is 0. The same draws serve every figure.
    """
    if resamples < 0:
        raise ValueError(f"{resamples} resamples: give 0 (no intervals) or more, 1000 is usual")
    if not resamples or not scores:
        return {}
    articles = len(next(iter(scores.values())))
    # How often each article is drawn in each resample.
    times = np.random.default_rng(seed).multinomial(
        articles, np.full(articles, 1 / articles), size=resamples
    )
    found = {}
    for name, of_articles in scores.items():
        counts = np.array([(s.correct, s.predicted, s.gold) for s in of_articles])
        correct, predicted, gold = (times @ counts).T
        accuracy = FIGURES[name].measure == "accuracy"
        of = gold if accuracy else (predicted + gold) / 2
        ratios = np.divide(correct, of, out=np.zeros(resamples), where=of > 0)
        low, high = np.quantile(ratios, _LEVELS)
        found[name] = Interval(float(low), float(high))
    return found
