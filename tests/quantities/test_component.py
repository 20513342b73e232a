"""The spaCy component writes what `find` finds, beside the layers of other stages."""

from pathlib import Path

import pytest
import spacy

import dires.quantities.component  # noqa: F401
from dires import layers
from dires.article import Date, Segment
from dires.quantities import find

TEXT = "Le plan coûte 3 millions d'euros. Abonnez-vous à nos 12 lettres."


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    nlp = spacy.blank("fr")
    nlp.add_pipe("dires_quantities")
    return nlp


def test_alone_it_reads_the_whole_document(nlp: spacy.Language) -> None:
    doc = nlp(TEXT)
    assert list(layers.read(doc, "quantities")) == find(TEXT)
    assert [span._.quantity.value for span in doc.spans["quantities"]] == [3_000_000, 12]


def test_dates_and_boilerplate_are_left_out(nlp: spacy.Language) -> None:
    doc = nlp.make_doc(TEXT)
    cut = TEXT.index("Abonnez")
    layers.write(
        doc, "segments", [Segment(0, cut, "paragraph"), Segment(cut, len(TEXT), "boilerplate")]
    )
    layers.write(doc, "dates", [])
    assert [q.unit for q in layers.read(nlp(doc), "quantities")] == ["EUR"]

    doc = nlp.make_doc(TEXT)
    start = TEXT.index("3 millions")
    date = Date(start, start + 10, "3 millions", "DATE", "XXXX")
    layers.write(doc, "dates", [date])
    assert [q.unit for q in layers.read(nlp(doc), "quantities")] == ["lettre"]


def test_it_survives_disk(nlp: spacy.Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    doc = spacy.load(tmp_path)(TEXT)
    assert list(layers.read(doc, "quantities")) == find(TEXT)
