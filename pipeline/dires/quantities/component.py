"""The spaCy component of the quantities stage: reads the Doc, calls `find`, writes the layer."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dires import layers
from dires.quantities.finder import find


@Language.factory("dires_quantities", assigns=["doc.user_data", "doc.spans"])
class QuantitiesComponent:
    """Writes layer ``quantities``; leaves out boilerplate and the dates already found.

    Quantities that are on the document already stay as they are.
    """

    def __init__(self, nlp: Language, name: str = "dires_quantities") -> None:
        self.name = name
        layers.register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find the quantities of `doc` and return it."""
        if layers.has(doc, "quantities"):
            return doc
        exclude = [(date.start, date.end) for date in layers.read(doc, "dates")]
        exclude += [
            (segment.start, segment.end)
            for segment in layers.read(doc, "segments")
            if segment.kind == "boilerplate"
        ]
        tags = {token.idx: token.pos_ for token in doc} if doc.has_annotation("POS") else None
        layers.write(doc, "quantities", find(doc.text, exclude=exclude, parts_of_speech=tags))
        return doc
