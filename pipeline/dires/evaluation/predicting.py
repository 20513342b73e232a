"""Predictions for the texts that the gold is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dires.article import Article
from dires.evaluation.records import Source, load_records

if TYPE_CHECKING:
    from spacy.language import Language

_LAYERS = (
    "segments",
    "sentences",
    "quotations",
    "entities",
    "dates",
    "quantities",
    "statements",
)


def predict(gold: Source, nlp: Language) -> Iterator[Article]:
    """What the pipeline `nlp` finds in the texts of `gold`, in their order.

    Only text, title and publication date are passed on, nothing of what gold says about them.
    """
    from dires import layers  # imports spaCy, which measuring alone does not need

    layers.register_extensions()
    for record in load_records(gold):
        doc = nlp.make_doc(record["text"])
        doc._.published = record.get("published")
        doc._.title = record.get("title")
        doc = nlp(doc)
        yield Article(
            id=record["id"],
            text=record["text"],
            title=record.get("title"),
            published=record.get("published"),
            source=record.get("source"),
            **{name: layers.read(doc, name) for name in _LAYERS},
        )
