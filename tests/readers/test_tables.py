"""Tables give an article a row, whatever wrote them, and say what is wrong with a damaged one."""

import json
from datetime import date

import pytest

from dires.article import Article
from dires.readers import InputError, Sourced, read

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

ROWS = [
    {"id": "a", "text": "Un.", "published": date(2024, 7, 5), "vectors": [0.5]},
    {"id": "b", "text": "Deux.", "published": None, "vectors": []},
    {"id": "c", "text": None, "published": None, "vectors": []},
]
ARTICLES = [Article("a", "Un.", published="2024-07-05"), Article("b", "Deux.")]


def check(readings, source):
    *articles, error = readings
    assert [reading.article for reading in articles] == ARTICLES
    assert [reading.line for reading in articles] == [1, 2]
    assert str(error) == f"{source}:3: 'text' is empty"


def test_parquet_rows(tmp_path):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist(ROWS), path)
    check(read(path), path)
    check(read(tmp_path), path)


def test_more_rows_than_are_read_at_once(tmp_path):
    path = tmp_path / "a.parquet"
    rows = [{"id": str(n), "text": f"Texte {n}."} for n in range(1000)]
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=300)
    assert [reading.article.id for reading in read(path)] == [row["id"] for row in rows]


@pytest.mark.parametrize("cut", [-1, -40, 20, 3])
def test_a_cut_parquet_file_is_an_error(tmp_path, cut):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist(ROWS), path)
    path.write_bytes(path.read_bytes()[:cut])
    (error,) = read(path)
    assert isinstance(error, InputError)
    assert error.source == str(path)


def test_a_parquet_file_damaged_inside_is_an_error_and_the_next_is_read(tmp_path):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist(ROWS), path, compression="zstd")
    data = bytearray(path.read_bytes())
    data[8:60] = b"x" * 52
    path.write_bytes(data)
    (tmp_path / "b.txt").write_text("Un.")
    error, last = read(tmp_path)
    assert isinstance(error, InputError)
    assert last.article.id == "b"


def test_saved_datasets(tmp_path):
    datasets = pytest.importorskip("datasets")
    rows = datasets.Dataset.from_list(ROWS)
    rows.save_to_disk(tmp_path / "one")
    check(read(tmp_path / "one"), tmp_path / "one")
    check(read(tmp_path), tmp_path / "one")
    splits = datasets.DatasetDict(train=rows.select([0]), test=rows.select([1, 2]))
    splits.save_to_disk(tmp_path / "two")
    check(read(tmp_path / "two"), tmp_path / "two")


def test_a_damaged_dataset_is_an_error(tmp_path):
    datasets = pytest.importorskip("datasets")
    datasets.Dataset.from_list(ROWS).save_to_disk(tmp_path / "one")
    (arrow,) = (tmp_path / "one").glob("*.arrow")
    arrow.write_bytes(b"no arrow")
    (error,) = read(tmp_path / "one")
    assert isinstance(error, InputError)
    assert error.source == str(tmp_path / "one")


def test_what_was_found_before_comes_along_where_it_is_wanted(tmp_path):
    path = tmp_path / "a.parquet"
    record = Article("a", "Le maire promet.", source="S").to_dict()
    record["statements"] = [
        {"start": 9, "end": 15, "text": "promet", "label": "pledge", "confidence": 0.5,
         "cue": {"start": 9, "end": 15, "text": "promet"}}
    ]  # fmt: skip
    pq.write_table(pa.Table.from_pylist([record]), path)
    (reading,) = read(path, keep_results=True)
    assert isinstance(reading, Sourced)
    assert reading.article.statements[0].cue.text == "promet"
    assert json.loads(reading.article.to_json())["statements"][0]["label"] == "pledge"


def test_a_missing_package_is_said_to_be_missing(tmp_path, monkeypatch):
    monkeypatch.setattr("dires.extras.find_spec", lambda name: None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    (error,) = read(tmp_path / "a.parquet")
    assert "pip install 'dires[parquet]'" in str(error)
