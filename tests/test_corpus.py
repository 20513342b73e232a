"""The corpus and its gold agree with each other and with the rules of the annotation guide."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dires.article import DATE_TYPES, ENTITY_LABELS, MODALITIES, SEGMENT_KINDS, STATEMENT_LABELS
from dires.readers import Sourced, read

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "corpus" / "articles"
SPANS = ("segments", "entities", "dates", "quantities", "statements")
DEADLINE = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|Q[1-4]|H[12]|SP|SU|FA|WI|W\d\d))?")
GENRES = {
    "agency dispatch", "summit report", "communiqué", "interview", "parliamentary report",
    "business and energy", "climate conference", "development aid", "security council",
    "local politics", "sport",
}  # fmt: skip


def json_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


GOLD = json_lines(ROOT / "annotations" / "gold.jsonl")
METADATA = json_lines(ROOT / "corpus" / "metadata.jsonl")


@pytest.fixture(scope="module")
def read_texts() -> dict[str, str]:
    """What the readers make of the corpus, by article."""
    readings = list(read([ARTICLES]))
    assert all(isinstance(reading, Sourced) for reading in readings), "an article is unreadable"
    return {r.article.id: r.article.text for r in readings if isinstance(r, Sourced)}


@pytest.fixture(params=GOLD, ids=lambda record: record["id"])
def record(request: pytest.FixtureRequest) -> dict[str, Any]:
    """One annotated article."""
    return request.param


def test_every_file_has_metadata_and_gold(read_texts):
    ids = [record["id"] for record in METADATA]
    assert sorted(ids) == sorted(read_texts)
    assert sorted(ids) == sorted(record["id"] for record in GOLD)
    assert {m["file"] for m in METADATA} == {path.name for path in ARTICLES.iterdir()}
    for meta in METADATA:
        assert meta["title"], meta["id"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", meta["published"]), meta["id"]


def test_the_genres_are_there():
    assert {meta["genre"] for meta in METADATA} >= GENRES


def test_more_than_a_quarter_of_the_articles_hold_hardly_a_statement():
    few = [r["id"] for r in GOLD if sum(not s.get("optional") for s in r["statements"]) <= 2]
    assert len(few) * 4 >= len(GOLD)


def test_the_awkward_encodings_are_kept():
    windows = (ARTICLES / "senat-deserts-medicaux.txt").read_bytes()
    assert b"\r\n" in windows
    with pytest.raises(UnicodeDecodeError):
        windows.decode("utf-8")
    wrapped = (ARTICLES / "bonn-finance-climat.txt").read_text(encoding="utf-8")
    assert max(map(len, wrapped.splitlines())) <= 73


def test_gold_text_is_what_the_readers_read(record, read_texts):
    assert record["text"] == read_texts[record["id"]]


def test_spans_point_at_their_text(record):
    text = record["text"]
    for layer in SPANS:
        for span in record[layer]:
            found = text[span["start"] : span["end"]]
            assert found, (layer, span)
            assert found == found.strip(), (layer, found)
            assert span.get("text", found) == found
    for statement in record["statements"]:
        cue = statement["cue"]
        assert text[cue["start"] : cue["end"]] == cue["text"]


def test_labels_are_legal(record):
    assert {s["kind"] for s in record["segments"]} <= set(SEGMENT_KINDS)
    assert {e["label"] for e in record["entities"]} <= set(ENTITY_LABELS)
    assert {d["type"] for d in record["dates"]} <= set(DATE_TYPES)
    for statement in record["statements"]:
        assert statement["label"] in STATEMENT_LABELS
        assert statement["modality"] in MODALITIES
        for role in ("holder", "addressee", "reported_by"):
            assert statement[role] is None or statement[role].strip() == statement[role] != ""
        assert set(statement.get("alt", ())) <= set(STATEMENT_LABELS) - {statement["label"]}


@pytest.mark.parametrize("layer", ["segments", "entities", "quantities", "dates"])
def test_spans_of_a_layer_do_not_overlap(record, layer):
    spans = sorted(record[layer], key=lambda span: span["start"])
    for one, next_one in pairwise(spans):
        assert one["end"] <= next_one["start"], (layer, one, next_one)


def test_statements_nest_or_are_apart(record):
    statements = record["statements"]
    for one in statements:
        for other in statements:
            crossing = one["start"] < other["start"] < one["end"] < other["end"]
            assert not crossing, (one["text"], other["text"])


def test_segments_cover_the_text(record):
    text = list(record["text"])
    for segment in record["segments"]:
        text[segment["start"] : segment["end"]] = " " * (segment["end"] - segment["start"])
    assert not "".join(text).strip()


def test_statements_lie_in_one_segment_of_text(record):
    for statement in record["statements"]:
        around = [
            segment
            for segment in record["segments"]
            if segment["start"] <= statement["start"] and statement["end"] <= segment["end"]
        ]
        assert len(around) == 1, statement["text"]
        assert around[0]["kind"] != "boilerplate", statement["text"]


def test_what_is_in_boilerplate_is_optional(record):
    for segment in record["segments"]:
        if segment["kind"] != "boilerplate":
            continue
        for layer in ("entities", "dates", "quantities"):
            for span in record[layer]:
                if segment["start"] <= span["start"] < segment["end"]:
                    assert span.get("optional"), (layer, span)


def test_deadlines_and_ranges_are_normalised(record):
    for statement in record["statements"]:
        deadline = statement["deadline"]
        assert deadline is None or DEADLINE.fullmatch(deadline), statement["text"]
    for quantity in record["quantities"]:
        assert isinstance(quantity["value"], int | float)
        if quantity["low"] is not None:
            assert quantity["low"] == quantity["value"] < quantity["high"]
