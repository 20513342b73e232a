"""A rerun does just what is new, changed or wanted; the output is what the inputs give."""

import json
import sqlite3

import pytest
from spacy.language import Language

from dires.article import Article
from dires.batch import extract_to
from dires.batch.manifest import open_manifest


def record(number, text="Un texte. Et la suite."):
    return {"id": str(number), "text": text}


SEEN = []


@Language.component("test_see")
def see(doc):
    SEEN.append(doc.text)
    return doc


@Language.component("test_endless")
def endless(doc):
    while "sans fin" in doc.text:
        pass
    return doc


@pytest.fixture
def seen(nlp):
    """The texts that the pipeline has been given, of which those with ``panne`` fail."""
    del SEEN[:]
    nlp.add_pipe("test_see", first=True)
    return SEEN


@pytest.fixture(autouse=True)
def version(monkeypatch):
    """The version of the pipeline, as it may be set."""
    now = ["1"]
    monkeypatch.setattr("dires.batch.version.pipeline_version", lambda nlp: now[0])
    return now


def read(path):
    return [Article.from_json(line) for line in path.read_text("utf-8").splitlines()]


def test_the_output_holds_the_articles_in_order_and_the_errors_stand_beside_it(tmp_path, nlp):
    out = tmp_path / "o.jsonl"
    sources = [record(2), {"id": "x"}, record(1, "Une panne."), record(0)]
    errors = []
    summary = extract_to(out, sources, nlp=nlp, on_error=errors.append)
    assert (summary.done, summary.unchanged, summary.failed) == (2, 0, 2)
    assert [article.id for article in read(out)] == ["2", "0"]
    assert [json.loads(line) for line in (tmp_path / "o.jsonl.errors").open()] == [
        {"id": None, "source": "input 2", "line": None, "stage": "read",
         "message": "the record has no 'text'"},
        {"id": "1", "source": "input 3", "line": None, "stage": "test_first_sentence",
         "message": "RuntimeError: le moteur est en panne"},
    ]  # fmt: skip
    assert [error.stage for error in errors] == ["read", "test_first_sentence"]
    extract_to(out, [record(2)], nlp=nlp)
    assert not (tmp_path / "o.jsonl.errors").exists()


def test_a_rerun_does_what_is_new_or_changed(tmp_path, nlp, seen):
    out = tmp_path / "o.jsonl"
    extract_to(out, [record(0), record(1, "Un. A."), record(2)], nlp=nlp)
    before = out.read_bytes()
    del seen[:]
    unchanged = []
    again = [record(0), record(1, "Un. A."), record(2)]
    summary = extract_to(out, again, nlp=nlp, on_unchanged=lambda: unchanged.append(1))
    assert (summary.done, summary.unchanged, len(unchanged), seen) == (0, 3, 3, [])
    assert out.read_bytes() == before
    summary = extract_to(out, [record(3, "Neuf."), record(2), record(1, "Un. B.")], nlp=nlp)
    assert (summary.done, summary.unchanged) == (2, 1)
    assert seen == ["Neuf.", "Un. B."]
    assert [article.id for article in read(out)] == ["3", "2", "1"]
    assert read(out)[2].text == "Un. B."


@pytest.mark.parametrize("change", [{"published": "2024-07-05"}, {"title": "T"}, {"source": "S"}])
def test_what_is_known_of_an_article_belongs_to_it(tmp_path, nlp, change):
    extract_to(tmp_path / "o.jsonl", [record(0)], nlp=nlp)
    assert extract_to(tmp_path / "o.jsonl", [record(0) | change], nlp=nlp).done == 1


def test_another_pipeline_does_all_anew(tmp_path, nlp, version):
    out = tmp_path / "o.jsonl"
    extract_to(out, [record(0), record(1)], nlp=nlp)
    version[0] = "2"
    assert extract_to(out, [record(0), record(1)], nlp=nlp).done == 2
    assert extract_to(out, [record(0), record(1)], nlp=nlp).done == 0


def test_failures_are_told_again_and_redone_on_request(tmp_path, nlp, seen):
    out = tmp_path / "o.jsonl"
    sources = [record(0), record(1, "Une panne."), record(2)]
    extract_to(out, sources, nlp=nlp)
    for number, options in enumerate([{}, {}, {"redo_failed": True}, {"force": True}]):
        del seen[:]
        errors = []
        summary = extract_to(out, sources, nlp=nlp, on_error=errors.append, **options)
        assert [str(error) for error in errors] == ["input 2: RuntimeError: le moteur est en panne"]
        assert set(seen) == [set(), set(), {"Une panne."}, {s["text"] for s in sources}][number]
        assert summary.unchanged == (0 if options == {"force": True} else 2)


def test_what_failed_before_and_is_mended_is_done(tmp_path, nlp):
    out = tmp_path / "o.jsonl"
    extract_to(out, [record(1, "Une panne.")], nlp=nlp)
    summary = extract_to(out, [record(1, "Une note.")], nlp=nlp)
    assert (summary.done, summary.failed) == (1, 0)
    extract_to(out, [record(1, "Une panne.")], nlp=nlp)
    assert read(out) == []


def test_an_id_that_has_come_before_is_an_error_each_time(tmp_path, nlp):
    out = tmp_path / "o.jsonl"
    for _ in range(2):
        errors = []
        sources = [record(1, "Un."), record(1, "Deux."), record(2)]
        extract_to(out, sources, nlp=nlp, on_error=errors.append, batch_words=1)
        assert [str(error) for error in errors] == ["input 2: the id '1' has come before"]
        assert [article.text for article in read(out)] == ["Un.", record(2)["text"]]


def test_limits(tmp_path, nlp):
    nlp.add_pipe("test_endless")
    errors = []
    sources = [record(0), record(1, "Un texte sans fin."), record(2, "Mot. " * 99), record(3)]
    extract_to(
        tmp_path / "o.jsonl", sources, nlp=nlp, max_size=400, timeout=0.3, on_error=errors.append
    )
    assert [(error.stage, error.message) for error in errors] == [
        ("test_endless", "TimeoutError: it took more than the limit of 0.3 s"),
        ("size", "495 characters are more than the limit of 400"),
    ]
    assert [article.id for article in read(tmp_path / "o.jsonl")] == ["0", "3"]


def test_a_second_run_at_the_same_time_is_refused(tmp_path, nlp):
    out = tmp_path / "o.jsonl"
    with open_manifest(out, pipeline="1"), pytest.raises(BlockingIOError, match="another run"):
        extract_to(out, [record(0)], nlp=nlp)
    assert not out.exists()
    assert extract_to(out, [record(0)], nlp=nlp).done == 1


def test_a_run_that_is_stopped_goes_on(tmp_path, nlp, seen):
    out = tmp_path / "o.jsonl"

    def stopped():
        yield from (record(n) for n in range(6))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        extract_to(out, stopped(), nlp=nlp, batch_words=10)
    assert not out.exists()
    del seen[:]
    summary = extract_to(out, [record(n) for n in range(9)], nlp=nlp)
    assert (summary.unchanged, len(seen)) == (6, 3)
    assert [article.id for article in read(out)] == [str(n) for n in range(9)]


def test_a_database_keeps_what_other_runs_gave(tmp_path, nlp):
    duckdb = pytest.importorskip("duckdb")
    out = tmp_path / "o.duckdb"

    def stored(sql):
        with duckdb.connect(str(out), read_only=True) as database:
            return database.sql(sql).fetchall()

    ids = "select id from articles order by id"
    extract_to(out, [record(0), record(1)], nlp=nlp)
    extract_to(out, [record(1, "Une panne."), record(2), {"id": "x"}], nlp=nlp)
    assert stored(ids) == [("0",), ("2",)]
    assert stored("select id, stage from errors") == [("1", "test_first_sentence"), (None, "read")]
    assert extract_to(out, [record(0), record(2)], nlp=nlp).unchanged == 2
    out.unlink()
    assert extract_to(out, [record(2)], nlp=nlp).unchanged == 1
    assert stored(ids) == [("0",), ("2",)]


@pytest.mark.parametrize("content", [b"no manifest " * 99, None])
def test_what_is_no_manifest_says_so(tmp_path, nlp, content):
    path = tmp_path / "o.jsonl.manifest"
    if content:
        path.write_bytes(content)
    else:
        with sqlite3.connect(path) as database:
            database.execute("pragma user_version = 99")
    with pytest.raises(ValueError, match="remove it to begin anew"):
        extract_to(tmp_path / "o.jsonl", [record(0)], nlp=nlp)
