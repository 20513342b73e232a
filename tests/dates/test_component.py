"""The component writes what `find` finds, and leaves boilerplate out."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from dires import layers
from dires.article import Segment
from dires.dates import find

TEXT = "Le sommet aura lieu du 2 au 6 juin 2025.\n\nNewsletter du 5 juillet 2024"


def pipeline() -> Language:
    nlp = spacy.blank("fr")
    nlp.add_pipe("dires_dates")
    return nlp


def test_alone_it_reads_the_whole_doc() -> None:
    doc = pipeline()(TEXT)
    assert list(layers.read(doc, "dates")) == find(TEXT)
    assert next(span.text for span in doc.spans["dates"]).startswith("du 2")


def test_boilerplate_is_left_out() -> None:
    nlp = pipeline()
    doc = nlp.make_doc(TEXT)
    layers.write(
        doc, "segments", [Segment(0, 40, "paragraph"), Segment(42, len(TEXT), "boilerplate")]
    )
    assert [found.value for found in layers.read(nlp(doc), "dates")] == ["2025-06-02/2025-06-06"]


def test_publication_date_is_used() -> None:
    nlp = pipeline()
    doc = nlp.make_doc("Il est parti hier.")
    doc._.published = "2024-07-04"
    assert layers.read(nlp(doc), "dates")[0].value == "2024-07-03"


def test_saved_and_loaded(tmp_path: Path) -> None:
    pipeline().to_disk(tmp_path)
    doc = spacy.load(tmp_path)(TEXT)
    assert layers.read(doc, "dates") == layers.read(pipeline()(TEXT), "dates")
