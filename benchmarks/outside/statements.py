"""Articles annotated after this project's guide: spans and values, without an adapter."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.outside.cases import Case
from dires import dates, quantities
from dires.evaluation import stages
from dires.evaluation.figures import Score

FIGURES = ("dates.relaxed", "dates.value", "quantities.relaxed", "quantities.value")


def measure(articles: Iterable[Case]) -> dict[str, Score]:
    """Scores over all articles, dates and quantities found in plain text."""
    totals = {name: Score() for name in FIGURES}
    for article in articles:
        text = article["text"]
        found = dates.find(text, published=article.get("published"))
        counted = quantities.find(text, exclude=[(d.start, d.end) for d in found])
        scores = (
            stages.dates(article["dates"], [d.to_dict() for d in found]).scores
            | stages.quantities(article["quantities"], [q.to_dict() for q in counted]).scores
        )
        for name in FIGURES:
            totals[name] += scores[name]
    return totals
