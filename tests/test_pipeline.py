"""The pipeline as a spaCy Language: round trip, workers, stages in other people's pipelines."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

import dires
from dires import layers
from dires.article import Article
from dires.pipeline import STAGES, article_from_doc

TEXT = (
    "La ministre Anne Delvaux a promis de doubler l’aide d’ici 2027. "
    "Elle a appelé les régions à investir 30 millions d’euros."
)


def _found(doc):
    return {name: layers.read(doc, name) for name in layers.LAYERS}


def test_every_stage_is_an_entry_point(nlp):
    assert nlp.pipe_names == list(STAGES)


def test_text_is_untouched(nlp):
    assert nlp(TEXT).text == TEXT


def test_spans_mirror_records(nlp):
    doc = nlp(TEXT)
    for name in ("entities", "dates", "quantities", "statements"):
        records = layers.read(doc, name)
        assert records, name
        for span, record in zip(doc.spans[name], records, strict=True):
            assert span.start_char <= record.start < record.end <= span.end_char
    assert doc.spans["statements"][0]._.statement.label == "pledge"
    assert doc.spans["dates"][0]._.date.value == "2027"


def test_round_trip_to_disk(nlp, tmp_path: Path):
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    assert _found(again(TEXT)) == _found(nlp(TEXT))


def test_documents_survive_bytes(nlp):
    doc = nlp(TEXT)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert _found(again) == _found(doc)


def test_several_processes_find_the_same(nlp):
    texts = [TEXT, "", "Il pleut.", TEXT.replace("2027", "2031")] * 2
    alone = [_found(doc) for doc in nlp.pipe(texts)]
    shared = [_found(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=2)]
    assert shared == alone


@pytest.mark.parametrize(
    ("stage", "layer"),
    [("dires_dates", "dates"), ("dires_quantities", "quantities"), ("dires_entities", "entities"),
     ("dires_statements", "statements")],
)  # fmt: skip
def test_a_stage_in_another_pipeline(stage: str, layer: str):
    nlp = spacy.load("fr_core_news_sm")
    nlp.add_pipe(stage)
    doc = nlp(TEXT.replace("’", "'"))
    assert doc.spans[layer]


def test_statements_without_a_parse_say_what_is_missing():
    nlp = spacy.blank("fr")
    nlp.add_pipe("dires_statements")
    with pytest.raises(ValueError, match="dependency parse"):
        nlp(TEXT)


def test_empty_text(nlp):
    assert _found(nlp("")) == dict.fromkeys(layers.LAYERS, ())


def test_article_from_doc(nlp):
    article = article_from_doc(nlp(TEXT), Article(id="a", text=TEXT))
    assert article.statements[0].holder.name == "Anne Delvaux"
    assert article.statements[0].deadline == "2027"
    assert article.statements[1].holder.name == "Anne Delvaux"
    assert article.statements[1].label == "proposal"
    assert Article.from_json(article.to_json()) == article


def test_extract_streams_articles():
    articles = dires.extract([{"id": "a", "text": TEXT}])
    assert [article.id for article in articles] == ["a"]
