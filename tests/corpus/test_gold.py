"""The corpus and its gold: well-formed, complete, split by article, original throughout."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dires import corpus
from dires.evaluation import load_records
from dires.readers import Sourced, read

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "corpus" / "articles"
GOLD = {split: corpus.load(split) for split in corpus.SPLITS}
RECORDS = [record for records in GOLD.values() for record in records]
SECOND = load_records(corpus.path("second"))
METADATA = [
    json.loads(line)
    for line in (ROOT / "corpus" / "metadata.jsonl").read_text("utf-8").splitlines()
]
VALIDATOR = Draft202012Validator(corpus.schema())


@pytest.fixture(scope="module")
def read_texts() -> dict[str, str]:
    """What the readers make of the corpus, by article."""
    readings = list(read([ARTICLES]))
    assert all(isinstance(reading, Sourced) for reading in readings), "an article is unreadable"
    return {r.article.id: r.article.text for r in readings if isinstance(r, Sourced)}


@pytest.mark.parametrize("record", [*RECORDS, *SECOND], ids=lambda record: record["id"])
def test_records_are_well_formed(record: dict[str, Any]):
    assert [error.message for error in VALIDATOR.iter_errors(record)] == []
    assert list(corpus.problems(record)) == []


def test_every_article_has_metadata_and_gold(read_texts):
    ids = sorted(record["id"] for record in RECORDS)
    assert ids == sorted(meta["id"] for meta in METADATA)
    assert {record["id"]: record["text"] for record in RECORDS} == read_texts
    files = {path.name for path in ARTICLES.rglob("*") if path.is_file()}
    assert files == {meta["file"] for meta in METADATA}


def test_gold_says_what_the_metadata_say():
    metadata = {meta["id"]: meta for meta in METADATA}
    for record in RECORDS:
        for name in ("title", "published", "genre", "region"):
            assert record[name] == metadata[record["id"]][name], (record["id"], name)


def test_it_is_as_large_as_the_datasheet_says():
    assert len(RECORDS) >= 160
    assert sum(len(record["text"].split()) for record in RECORDS) >= 60_000
    assert sum(len(record["statements"]) for record in RECORDS) >= 2_500
    assert len(SECOND) >= 40


def test_the_splits_have_their_shares_and_every_frequent_genre():
    shares = {split: len(records) / len(RECORDS) for split, records in GOLD.items()}
    assert shares["train"] == pytest.approx(0.60, abs=0.04)
    assert shares["dev"] == pytest.approx(0.15, abs=0.04)
    assert shares["test"] == pytest.approx(0.25, abs=0.04)
    genres = Counter(record["genre"] for record in RECORDS)
    for records in GOLD.values():
        assert {r["genre"] for r in records} >= {g for g, n in genres.items() if n >= 7}


def test_statements_are_as_rare_as_in_a_newspaper():
    few = sum(sum(not s.get("optional") for s in r["statements"]) <= 1 for r in RECORDS)
    assert few >= len(RECORDS) / 4


def test_the_second_reader_read_the_same_texts():
    texts = {record["id"]: record["text"] for record in RECORDS}
    for record in SECOND:
        assert record["text"] == texts[record["id"]]


def test_no_two_articles_share_a_sentence():
    """Names of bodies and formulas of diplomacy recur; twelve words in a row do not."""
    seen: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for record in RECORDS:
        for segment in record["segments"]:
            if segment["kind"] == "paragraph":
                words = re.findall(
                    r"\w+", record["text"][segment["start"] : segment["end"]].lower()
                )
                for at in range(len(words) - 11):
                    seen[tuple(words[at : at + 12])].add(record["id"])
    shared = {" ".join(words): ids for words, ids in seen.items() if len(ids) > 1}
    assert not shared


def test_the_awkward_encodings_are_kept():
    windows = (ARTICLES / "senat-deserts-medicaux.txt").read_bytes()
    assert b"\r\n" in windows
    with pytest.raises(UnicodeDecodeError):
        windows.decode("utf-8")
    wrapped = (ARTICLES / "bonn-finance-climat.txt").read_text(encoding="utf-8")
    assert max(map(len, wrapped.splitlines())) <= 73
