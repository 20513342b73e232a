"""Predictions for the texts that the gold is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dires.article import Article
from dires.evaluation.records import Source, load_records

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from dires.batch import OnError

_INPUT: Final = ("id", "text", "title", "published", "source")

GIVEN: Final = {
    "given segments": ("segments",),
    "given all before": (
        "segments",
        "entities",
        "dates",
        "quantities",
    ),
}
"""What each stage is given so that it is measured by itself: the layers before it."""


def predict(
    gold: Source, nlp: Language | None = None, *, on_error: OnError = "skip"
) -> Iterator[Article]:
    """What `nlp` (by default ``dires.load()``) finds in the texts of `gold`, in their order.

    The publication date is passed on, nothing of what gold annotates. An article that fails is
    left out, which `evaluate` counts as all missed, unless `on_error` says otherwise: it is as in
    `dires.extract`.
    """
    from dires.batch import extract  # imports spaCy, which measuring alone does not need

    inputs = [_input(record) for record in load_records(gold)]
    return extract(inputs, nlp=nlp, on_error=on_error)


def predict_given(
    gold: Source, given: Sequence[str], nlp: Language | None = None
) -> Iterator[Article]:
    """As `predict`, but the layers `given` are those of the gold instead of what their stages find.

    So a stage is measured by itself, whatever the stages before it miss. A layer that the gold
    does not annotate is found as usual.
    """
    from dires.pipeline import article_from_doc, load

    nlp = nlp or load()
    records = load_records(gold)
    docs = nlp.pipe(document(nlp, record, given) for record in records)
    for record, doc in zip(records, docs, strict=True):
        yield article_from_doc(doc, Article.from_dict(_input(record)))


def _input(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: record[name] for name in _INPUT if record.get(name) is not None}


def document(nlp: Language, record: Mapping[str, Any], given: Sequence[str] = ()) -> Doc:
    """The text of `record` as `nlp` begins with it, the layers `given` being those of the gold."""
    from dires import layers

    doc = nlp.make_doc(record["text"])
    doc._.published, doc._.title = record.get("published"), record.get("title")
    for name in given:
        if record.get(name):
            items = [layers.LAYERS[name].from_dict(item) for item in record[name]]
            layers.write(doc, name, items)
    return doc
