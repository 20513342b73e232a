"""Predictions for the texts that the gold is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dires.article import Article
from dires.evaluation.records import Source, load_records

if TYPE_CHECKING:
    from spacy.language import Language

    from dires.batch import OnError

_INPUT: Final = ("id", "text", "title", "published", "source")


def predict(
    gold: Source, nlp: Language | None = None, *, on_error: OnError = "skip"
) -> Iterator[Article]:
    """What `nlp` (by default ``dires.load()``) finds in the texts of `gold`, in their order.

    The publication date is passed on, nothing of what gold annotates. An article that fails is
    left out, which `evaluate` counts as all missed, unless `on_error` says otherwise: it is as in
    `dires.extract`.
    """
    from dires.batch import extract  # imports spaCy, which measuring alone does not need

    inputs = [
        {name: record[name] for name in _INPUT if record.get(name) is not None}
        for record in load_records(gold)
    ]
    return extract(inputs, nlp=nlp, on_error=on_error)
