"""The spaCy component of the dates stage."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dires import layers
from dires.dates.finder import find


@Language.factory("dires_dates", assigns=["doc.spans"])
class DatesComponent:
    """Writes the layer ``dates``, resolved against ``doc._.published``."""

    def __init__(self, nlp: Language, name: str) -> None:
        layers.register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find the dates of `doc`; those in boilerplate segments are left out."""
        boilerplate = [s for s in layers.read(doc, "segments") if s.kind == "boilerplate"]
        dates = find(doc.text, published=doc._.published)
        layers.write(
            doc,
            "dates",
            [d for d in dates if not any(s.start < d.end and d.start < s.end for s in boilerplate)],
        )
        return doc
