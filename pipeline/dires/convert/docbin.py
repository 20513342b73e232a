"""spaCy's `DocBin`: what `spacy train` reads.

The record lies in ``doc.user_data["dires.gold"]``, as JSON with exact offsets; ``doc.ents`` and
``doc.spans`` mirror them, widened to whole tokens. Optional entities are not in ``doc.ents``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dires.convert.marks import LABEL_OF, Mark, marks, record

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_KEY: Final = "dires.gold"


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of the documents.

    Documents of other makers are read by their ``doc.ents`` and the groups of ``doc.spans`` that
    have the name of a layer, and get their place in the file as id.
    """
    import spacy
    from spacy.tokens import DocBin

    bin = DocBin().from_disk(path)
    for number, doc in enumerate(bin.get_docs(spacy.blank("fr").vocab), 1):
        gold = doc.user_data.get(_KEY)
        yield json.loads(gold) if gold else _foreign(doc, number)


def write(records: Iterable[dict[str, Any]], path: Path) -> None:
    """One document an article."""
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("fr")
    nlp.max_length = 100_000_000
    bin = DocBin(store_user_data=True)
    for entry in records:
        doc = nlp.make_doc(entry["text"])
        doc.user_data[_KEY] = json.dumps(entry, ensure_ascii=False)
        found = marks(entry)
        doc.ents = _whole(
            doc, [m for m in found if m.layer == "entities" and not m.properties.get("optional")]
        )
        for layer in LABEL_OF:
            doc.spans[layer] = [_span(doc, mark) for mark in found if mark.layer == layer]
        bin.add(doc)
    bin.to_disk(path)


def _foreign(doc: Doc, number: int) -> dict[str, Any]:
    found = [Mark(ent.label_, ent.start_char, ent.end_char, {}) for ent in doc.ents]
    for layer in LABEL_OF:
        if layer in doc.spans and not (layer == "entities" and found):
            found += [Mark(s.label_, s.start_char, s.end_char, {}) for s in doc.spans[layer]]
    return record({"id": str(number)}, doc.text, found)


def _span(doc: Doc, mark: Mark) -> Span:
    span = doc.char_span(mark.start, mark.end, label=mark.label, alignment_mode="expand")
    assert span is not None, "the offsets of gold lie inside its text"
    return span


def _whole(doc: Doc, found: Iterable[Mark]) -> list[Span]:
    """The spans of `found`, those left out that share a token with one before."""
    spans: list[Span] = []
    for mark in found:
        span = _span(doc, mark)
        if not spans or spans[-1].end <= span.start:
            spans.append(span)
    return spans
