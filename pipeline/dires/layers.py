"""The stages' results on a spaCy `Doc`.

A layer is what one stage found: typed records, kept as plain dictionaries in `Doc.user_data`
(so that documents survive `to_bytes`, `DocBin` and worker processes) and mirrored as spans in
`Doc.spans[name]`, widened to whole tokens. A record's own offsets stay exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Final

from spacy.tokens import Doc, Span, SpanGroup

from dires.article import (
    Actor,
    Date,
    Entity,
    Participant,
    Quantity,
    Quotation,
    Record,
    Segment,
    Sentence,
    Statement,
)

LAYERS: Final[dict[str, type[Any]]] = {
    "segments": Segment,
    "sentences": Sentence,
    "quotations": Quotation,
    "entities": Entity,
    "mentions": Actor,
    "participants": Participant,
    "dates": Date,
    "quantities": Quantity,
    "statements": Statement,
}
_SPAN_ATTRIBUTES = {
    "segment": "segments",
    "quotation": "quotations",
    "entity": "entities",
    "actor": "mentions",
    "participant": "participants",
    "date": "dates",
    "quantity": "quantities",
    "statement": "statements",
}


def write(doc: Doc, name: str, records: Iterable[Any]) -> None:
    """Store `records` (of the type that `LAYERS` gives for `name`) as layer `name` of `doc`."""
    records = list(records)
    doc.user_data[_key(name)] = [record.to_dict() for record in records]
    spans = []
    for index, record in enumerate(records):
        span = doc.char_span(
            record.start, record.end, label=_label(record), alignment_mode="expand", span_id=index
        )
        if span is None:
            raise ValueError(
                f"{name}: offsets {record.start}:{record.end} lie outside the text"
                f" of {len(doc.text)} characters"
            )
        spans.append(span)
    doc.spans[name] = SpanGroup(doc, name=name, spans=spans)


def read(doc: Doc, name: str) -> tuple[Any, ...]:
    """Layer `name` of `doc` as typed records; empty where the stage has not run."""
    record_type: type[Record] = LAYERS[name]
    return tuple(record_type.from_dict(data) for data in doc.user_data.get(_key(name), ()))


def has(doc: Doc, name: str) -> bool:
    """Whether the stage that writes layer `name` has run on `doc`."""
    return _key(name) in doc.user_data


def _key(name: str) -> str:
    return f"dires.{name}"


def _label(record: Record) -> str:
    for attribute in ("label", "kind", "type", "unit"):
        value = getattr(record, attribute, None)
        if value is not None:
            return str(value)
    return ""


def _record_of(span: Span, name: str) -> Any:
    """The record of layer `name` that `span` mirrors, or None."""
    data: Sequence[dict[str, Any]] = span.doc.user_data.get(_key(name), ())
    index = span.id
    if index < len(data) and data[index]["start"] < span.end_char > span.start_char:
        record = LAYERS[name].from_dict(data[index])
        if span.start_char <= record.start and record.end <= span.end_char:
            return record
    return None


def register_extensions() -> None:
    """Declare ``span._.date``, ``span._.statement`` … (idempotent)."""
    for attribute, name in _SPAN_ATTRIBUTES.items():
        if not Span.has_extension(attribute):
            Span.set_extension(attribute, getter=partial(_record_of, name=name))
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    if not Doc.has_extension("title"):
        Doc.set_extension("title", default=None)
