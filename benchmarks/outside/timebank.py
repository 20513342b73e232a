"""French TimeBank: the extents of TIMEX3 tags after ISO-TimeML, and their values.

The guide of this project takes a preposition into the span and an interval or a day with its
hour as one find. ISO-TimeML leaves *à*, *dès*, *depuis*, *jusqu'à* outside the tag, tags either
end of an interval, and tags a day and an hour apart where a preposition joins them. The adapter
`dires.dates.timex3` turns the one into the other; values stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.outside.cases import Case
from dires.dates import find, timex3
from dires.evaluation.figures import Score
from dires.evaluation.stages import StageResult, dates

FIGURES = ("relaxed", "strict", "value")


def measure(articles: Iterable[Case]) -> tuple[dict[str, Score], list[tuple[Case, StageResult]]]:
    """Relaxed, strict and value scores over all articles, and the results of each."""
    totals = {name: Score() for name in FIGURES}
    results = []
    for article in articles:
        found = timex3(article["text"], find(article["text"], published=article["published"]))
        result = dates(article["dates"], [date.to_dict() for date in found])
        for name in FIGURES:
            totals[name] += result.scores[f"dates.{name}"]
        results.append((article, result))
    return totals, results
