"""The real pipeline over real input: every offset is right, and workers change nothing."""

import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator

import dires
from dires.article import schema

TEXT = """La Namibie promet une centrale solaire

WINDHOEK, 12 mars 2025 – Le gouvernement namibien s’engage à construire une centrale de 40 MW
d’ici fin 2028, a annoncé mardi la ministre de l’Énergie, Anna Shilunga. Elle a salué l’appui de
la Banque africaine de développement et a appelé les communes à réduire leurs factures de 15 %.
"""
SOURCES = [
    {"id": "namibie", "text": TEXT, "published": "2025-03-12"},
    {"id": "vide", "text": "Il pleut."},
    {"id": "signes", "text": "« ’ – \u202f 😀 ! »\r\n\r\n\u2028Le maire promet 3 ponts."},
]


@pytest.fixture(scope="module")
def nlp():
    return dires.load("fast")


@pytest.fixture(scope="module")
def articles(nlp):
    return list(dires.extract(SOURCES, nlp=nlp))


def test_a_pledge_is_found_with_its_date_and_quantity(articles):
    pledge = next(s for s in articles[0].statements if "centrale de 40" in s.text)
    assert pledge.label == "pledge"
    assert pledge.deadline == "2028"
    assert [articles[0].quantities[i].value for i in pledge.quantities] == [40]
    assert "d’ici fin 2028" in [articles[0].dates[i].text for i in pledge.dates]


def test_the_text_is_the_input_and_every_offset_points_into_it(articles):
    assert [article.text for article in articles] == [source["text"] for source in SOURCES]
    for article in articles:
        found = [*article.entities, *article.dates, *article.quantities, *article.quotations]
        for statement in article.statements:
            actors = (statement.holder, statement.addressee, statement.reported_by)
            found += [statement, statement.cue, *filter(None, actors)]
        assert [item.text for item in found] == [article.text[i.start : i.end] for i in found]
        for block in [*article.segments, *article.sentences]:
            assert 0 <= block.start < block.end <= len(article.text)


def test_records_are_valid_against_the_schema(articles):
    for article in articles:
        Draft202012Validator(schema()).validate(article.to_dict())


def test_workers_find_the_same(nlp, articles):
    assert list(dires.extract(SOURCES, nlp=nlp, n_process=2, batch_words=1)) == articles


def test_workers_follow_on_a_pipeline_that_has_read_already():
    """A forked worker must not wait for the threads of the encoder that it inherits."""
    program = (
        "import dires; nlp = dires.load('accurate'); texts = ['La ville promet un pont.'] * 2\n"
        "sources = [{'id': str(n), 'text': text} for n, text in enumerate(texts)]\n"
        "alone = list(dires.extract(sources, nlp=nlp))\n"
        "assert list(dires.extract(sources, nlp=nlp, n_process=2, batch_words=1)) == alone"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=300)


def test_words_that_are_forgotten_after_a_batch_change_nothing(nlp, articles, monkeypatch):
    monkeypatch.setattr("dires.batch.work._KEPT_WORDS", 0)
    for _ in range(3):
        assert list(dires.extract(SOURCES, nlp=nlp, batch_words=1)) == articles


def test_a_long_run_keeps_no_words(nlp, monkeypatch):
    monkeypatch.setattr("dires.batch.work._KEPT_WORDS", 0)
    words = len(nlp.vocab), len(nlp.vocab.strings)
    sources = [
        {"id": str(n), "text": f"La commune de Bakala{n} promet {n * 7919} ponts."}
        for n in range(60)
    ]
    for _ in dires.extract(sources, nlp=nlp, batch_words=40):
        pass
    assert len(nlp.vocab.strings) - words[1] < 30
