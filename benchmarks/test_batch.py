"""What comes before the pipeline and after it: readers, sinks, and the manifest."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from backports import zstd
from spacy.language import Language

import dires
from benchmarks.recombine import articles
from dires.article import Article
from dires.batch import open_sink
from dires.batch.manifest import open_manifest
from dires.batch.work import work
from dires.readers import Sourced, read

COUNT = 100


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The same articles in every kind of file."""
    folder = tmp_path_factory.mktemp("inputs")
    rows = list(articles(COUNT))
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    (folder / "a.jsonl").write_bytes(lines)
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(lines))
    (folder / "a.jsonl.zst").write_bytes(zstd.compress(lines))
    pq.write_table(pa.Table.from_pylist(rows), folder / "a.parquet", compression="zstd")
    for kind in ("txt", "html"):
        (folder / kind).mkdir()
    for row in rows:
        (folder / "txt" / f"{row['id']}.txt").write_text(row["text"], "utf-8")
        paragraphs = "".join(f"<p>{line}</p>" for line in row["text"].splitlines())
        page = f"<html><body><article>{paragraphs}</article></body></html>"
        (folder / "html" / f"{row['id']}.html").write_text(page, "utf-8")
    return folder


@pytest.fixture(scope="module")
def results(nlp: Language) -> list[Article]:
    return list(dires.extract(articles(COUNT), nlp=nlp))


def tell(benchmark, texts: list[str]) -> None:
    benchmark.extra_info.update(
        words=sum(len(text.split()) for text in texts), characters=sum(map(len, texts))
    )


@pytest.mark.parametrize(
    "name", ["txt", "html", "a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.parquet"]
)
def test_read(benchmark, folder, name):
    tell(benchmark, [row["text"] for row in articles(COUNT)])
    assert len(benchmark(lambda: list(read(folder / name)))) == COUNT


@pytest.mark.parametrize("name", ["jsonl", "jsonl.gz", "jsonl.zst", "csv", "parquet", "duckdb"])
def test_write(benchmark, tmp_path, results, name):
    tell(benchmark, [article.text for article in results])

    def write():
        with open_sink(tmp_path / f"o.{name}", format=name.partition(".")[0]) as sink:
            for article in results:
                sink.write(article)

    benchmark(write)


def test_manifest(benchmark, tmp_path, results):
    """Claim articles, keep their records, and read these back, as a run does."""
    tell(benchmark, [article.text for article in results])
    readings = [Sourced(article, "a.jsonl") for article in results]

    def keep():
        with open_manifest(tmp_path / "o.jsonl", pipeline="1") as manifest:
            for _ in manifest.new(readings, force=True):
                pass
            manifest.add(results)
            assert sum(1 for _ in manifest.records()) == COUNT
            manifest.end(keep_others=False)

    benchmark(keep)


@pytest.mark.parametrize("words", [100, 1_000, 10_000, 100_000])
def test_article_of_words(benchmark, nlp, words):
    """The whole pipeline on one article: does its cost grow with its length, or faster?"""
    row = next(articles(1, words=words))
    tell(benchmark, [row["text"]])
    reading = Sourced(Article(row["id"], row["text"]), "a.jsonl")
    (outcome,) = benchmark.pedantic(work, args=(nlp, [reading]), rounds=3, warmup_rounds=1)
    assert isinstance(outcome, Article)
