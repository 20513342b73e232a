"""The spaCy component of the dates stage."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dires import layers
from dires.dates.dateline import dateline
from dires.dates.finder import find


@Language.factory("dires_dates", assigns=["doc.spans"])
class DatesComponent:
    """Writes the layer ``dates``, resolved against ``doc._.published``.

    Where that is not given and the article's dateline names its day, it is set to that day. Dates
    that are on the document already stay as they are.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        layers.register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find the dates of `doc`; those in boilerplate segments are left out."""
        text = doc.text
        segments = layers.read(doc, "segments")
        boilerplate = [s for s in segments if s.kind == "boilerplate"]
        if doc._.published is None:
            doc._.published = dateline(text, segments)
        if layers.has(doc, "dates"):
            return doc
        dates = find(text, published=doc._.published)
        layers.write(
            doc,
            "dates",
            [d for d in dates if not any(s.start < d.end and d.start < s.end for s in boilerplate)],
        )
        return doc
