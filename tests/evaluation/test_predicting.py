"""Predictions for gold texts: the text is untouched, and gold is not leaked to the pipeline."""

import spacy
from spacy.language import Language

from dires import layers
from dires.article import Date
from dires.evaluation import predict


@Language.component("published_as_date")
def published_as_date(doc):
    layers.write(doc, "dates", [Date(0, 4, doc.text[:4], "DATE", str(doc._.published))])
    return doc


def test_text_and_publication_date_are_passed_on():
    nlp = spacy.blank("fr")
    nlp.add_pipe("published_as_date")
    gold = [
        {"id": "a", "text": "Hier,  déjà.\n", "published": "2024-05-02", "statements": [{}]},
        {"id": "b", "text": "Demain."},
    ]
    first, second = predict(gold, nlp)
    assert (first.id, first.text, first.published) == ("a", "Hier,  déjà.\n", "2024-05-02")
    assert [date.value for date in first.dates] == ["2024-05-02"]
    assert [date.value for date in second.dates] == ["None"]
    assert first.statements == ()
