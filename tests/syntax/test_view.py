"""Views leave out what models should not read, and annotations come home to the right token."""

from __future__ import annotations

import spacy

from dires import layers
from dires.article import Segment, Sentence
from dires.syntax.view import read_back, views_of

TEXT = "Le ministre\nparle. Merci.\n\nPartager sur Facebook\n\nIl part."


def _document():
    doc = spacy.blank("fr").make_doc(TEXT)
    boilerplate = TEXT.index("Partager")
    last = TEXT.index("Il part")
    layers.write(
        doc,
        "segments",
        [
            Segment(0, 25, "paragraph"),
            Segment(boilerplate, boilerplate + 21, "boilerplate"),
            Segment(last, len(TEXT), "paragraph"),
        ],
    )
    layers.write(doc, "sentences", [Sentence(0, 18), Sentence(19, 25), Sentence(last, len(TEXT))])
    starts = {0, TEXT.index("Merci"), boilerplate, last}
    for token in doc:
        token.is_sent_start = token.idx in starts
    return doc


def test_white_space_and_boilerplate_are_not_read():
    (view,) = views_of(_document())
    assert view.doc.text == "Le ministre parle. Merci. Il part."


def test_sentences_of_the_view_are_those_of_the_document():
    (view,) = views_of(_document())
    assert [sent.text for sent in view.doc.sents] == ["Le ministre parle.", "Merci.", "Il part."]


def test_long_documents_are_cut_between_sentences():
    views = list(views_of(_document(), max_tokens=4))
    assert [view.doc.text for view in views] == ["Le ministre parle.", "Merci.", "Il part."]


def test_annotations_come_home():
    doc = _document()
    views = list(views_of(doc))
    for view in views:
        for token in view.doc:
            token.pos_ = "VERB" if token.text in ("parle", "part") else "NOUN"
            token.dep_ = "ROOT" if token.text in ("parle", "Merci", "part") else "dep"
        words = view.doc
        for token, head in zip(words, (2, 2, 2, 2, 4, 4, 7, 7, 7), strict=True):
            token.head = words[head]
    read_back(doc, views)
    by_text = {token.text: token for token in doc if not token.is_space}
    assert by_text["ministre"].head.text == "parle"
    assert by_text["parle"].pos_ == "VERB"
    assert by_text["Il"].head.text == "part"
    assert by_text["Facebook"].pos_ == ""
    assert [sent.text.strip() for sent in doc.sents if sent.text.strip()] == [
        "Le ministre\nparle.",
        "Merci.",
        "Partager sur Facebook",
        "Il part.",
    ]


def test_an_empty_document_has_no_view():
    doc = spacy.blank("fr").make_doc("")
    assert list(views_of(doc)) == []
    read_back(doc, [])
