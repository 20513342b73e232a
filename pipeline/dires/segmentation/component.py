"""The spaCy component that lays out the document and sets its sentence starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from dires import layers
from dires.segmentation.segments import segment
from dires.segmentation.splitter import sentences

if TYPE_CHECKING:
    from thinc.types import Ints2d


@Language.factory(
    "dires_segments",
    assigns=["doc.user_data", "doc.spans", "token.is_sent_start"],
)
class SegmentsComponent:
    """Writes layers ``segments`` and ``sentences`` and every token's ``is_sent_start``.

    White space between sentences belongs to the sentence before it. A known title may be given
    as ``doc._.title``. Segments that are on the document already stay as they are.
    """

    def __init__(self, nlp: Language, name: str = "dires_segments") -> None:
        self.name = name
        layers.register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Segment `doc` and return it."""
        if layers.has(doc, "segments"):
            parts = layers.read(doc, "segments")
        else:
            parts = segment(doc.text, title=doc._.title)
        found = sentences(doc.text, parts)
        layers.write(doc, "segments", parts)
        layers.write(doc, "sentences", found)
        if len(doc):
            offsets = doc.to_array("IDX").astype("int64")
            starts = np.full(len(doc), -1, dtype="int64")
            places = np.searchsorted(offsets, [sentence.start for sentence in found])
            starts[places[places < len(doc)]] = 1
            starts[0] = 1
            doc.from_array(["SENT_START"], cast("Ints2d", starts[:, None].astype("uint64")))
        return doc
