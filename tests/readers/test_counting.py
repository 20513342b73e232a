"""What is to come is counted as it will be read, where that is quick, and else not at all."""

import gzip
from pathlib import Path

import pytest

from dires.readers import read
from dires.readers.counting import count

LINES = b'{"id": "a", "text": "Un."}\n\n{"id": "b"}\n{"id": "c", "text": "Trois."}'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "a.txt").write_text("Un.")
    (tmp_path / "notes.md").write_text("Un.")
    (tmp_path / "x" / "b.jsonl").write_bytes(LINES)
    (tmp_path / "x" / "c.jsonl.gz").write_bytes(gzip.compress(LINES))
    return tmp_path


def test_files_folders_and_lines(folder):
    assert count([folder]) == len(list(read(folder))) == 7
    assert count([folder / "a.txt", folder / "missing.txt"]) == 1


def test_tables(folder):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    datasets = pytest.importorskip("datasets")
    rows = [{"id": str(n), "text": "Un."} for n in range(5)]
    parquet.write_table(pa.Table.from_pylist(rows), folder / "t.parquet")
    datasets.Dataset.from_list(rows).save_to_disk(folder / "saved")
    assert count([folder]) == 17


@pytest.mark.parametrize("name", ["-", "a.warc.gz"])
def test_what_only_reading_would_tell(folder, name, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "a.warc.gz").write_bytes(b"")
    assert count([folder / "a.txt", Path(name)]) is None
