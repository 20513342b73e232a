"""One dispatch in several papers is told to be one; different articles are not."""

import json
import random

import pytest

pytest.importorskip("datasketch")

from dires.article import Article
from dires.batch import extract_to
from dires.batch.duplicates import Duplicates

WORDS = [f"mot{number}" for number in range(5000)]


def text(seed, length=300):
    return " ".join(random.Random(seed).choices(WORDS, k=length)) + "."


def found(*texts):
    duplicates = Duplicates()
    for number, each in enumerate(texts):
        duplicates.compare(Article(str(number), each))
    return {id: duplicate.duplicate_of for id, duplicate in duplicates.found.items()}


def test_a_copy_with_another_head_foot_and_typography_is_a_duplicate():
    body = "L'État s'engage : « vingt écoles ». " + text(1)
    copy = "DAKAR, 3 mai (Agence) – " + body.upper().replace("'", "’") + " © Tous droits."
    assert found(body, text(2), copy) == {"2": "0"}


def test_copies_are_told_of_the_first():
    assert found(text(1), text(1) + " Un.", text(1) + " Deux.") == {"1": "0", "2": "0"}


def test_what_shares_a_third_is_no_duplicate():
    assert found(text(1), text(1, 100) + " " + text(2, 200)) == {}


@pytest.mark.parametrize("short", ["", "…", "?!"])
def test_texts_without_words_are_not_the_same(short):
    assert found("…", short) == {}


def test_short_texts_are_the_same_only_where_they_are_equal():
    assert found("Il pleut.", "Il neige.", "il pleut !") == {"2": "0"}


def test_most_pairs_of_just_the_similarity_are_found():
    pairs = 0
    for seed in range(50):
        changed = text(seed).split()
        changed[100:140] = text(seed + 1000, 40).split()  # 252 of 340 runs are shared: 0.74
        pairs += len(found(text(seed), " ".join(changed)))
    assert pairs >= 35


def test_duplicates_are_listed_beside_the_output(tmp_path, nlp):
    sources = [{"id": name, "text": text(seed)} for name, seed in [("a", 1), ("b", 2), ("c", 1)]]
    out = tmp_path / "o.jsonl"
    beside = tmp_path / "o.jsonl.duplicates"
    for _ in range(2):
        extract_to(out, sources, nlp=nlp, dedupe=True)
        expected = {"id": "c", "duplicate_of": "a", "similarity": 1.0}
        assert [json.loads(line) for line in beside.open()] == [expected]
    extract_to(out, sources, nlp=nlp)
    assert not beside.exists()


def test_duplicates_are_a_table_of_the_database(tmp_path, nlp):
    duckdb = pytest.importorskip("duckdb")
    sources = [{"id": name, "text": text(1)} for name in "ab"]
    extract_to(tmp_path / "o.duckdb", sources, nlp=nlp, dedupe=True)
    with duckdb.connect(str(tmp_path / "o.duckdb"), read_only=True) as database:
        assert database.sql("from duplicates").fetchall() == [("b", "a", 1.0)]
