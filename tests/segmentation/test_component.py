"""The component writes its layers and every sentence start, and survives the disk."""

import pytest
import spacy

from dires import layers

TEXT = "  Un accord sur l’eau\n\nLe maire parle. Il sourit.\n\nNewsletter"


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("fr")
    pipeline.add_pipe("dires_segments")
    return pipeline


def test_sentence_starts_follow_the_sentences(nlp):
    doc = nlp(TEXT)
    assert all(token.is_sent_start is not None for token in doc)
    starts = [t.text for t in doc if t.is_sent_start and not t.is_space]
    assert starts == ["Un", "Le", "Il", "Newsletter"]
    kinds = [s.kind for s in layers.read(doc, "segments")]
    assert kinds == ["heading", "paragraph", "boilerplate"]
    assert [s.text for s in doc.spans["sentences"]][1:3] == ["Le maire parle.", "Il sourit."]


def test_the_given_title_is_used(nlp):
    doc = nlp.make_doc("Le budget est voté.\n\nLe maire parle longuement du budget de la ville.")
    doc._.title = "Le budget est voté."
    assert layers.read(nlp(doc), "segments")[0].kind == "title"


def test_empty_text(nlp):
    assert layers.read(nlp(""), "sentences") == ()
    assert [t.is_sent_start for t in nlp(" \n ")][:1] == [True]


def test_round_trip(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert layers.read(again(TEXT), "sentences") == layers.read(nlp(TEXT), "sentences")


def test_logic_does_not_import_spacy():
    import subprocess
    import sys

    code = "import sys, dires.segmentation, dires.quotations; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
