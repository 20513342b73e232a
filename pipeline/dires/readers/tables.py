"""Rows of tables, each an article: Parquet files, and folders that `datasets` saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Final

from dires.article import Article
from dires.extras import require
from dires.readers.reading import InputError, Reading
from dires.readers.record import attempt_record

_COLUMNS: Final = frozenset(field.name for field in fields(Article))
_ROWS_AT_ONCE: Final = 64


def read_parquet(path: Path) -> Iterator[Reading]:
    """The articles of a Parquet file, a few rows in memory at a time."""
    require("pyarrow", extra="parquet", what="Parquet")
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        columns = [name for name in file.schema_arrow.names if name in _COLUMNS]
        batches = file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=columns)
        yield from _articles((row for batch in batches for row in batch.to_pylist()), str(path))


def count_rows(path: Path) -> int:
    """The rows of a Parquet file."""
    require("pyarrow", extra="parquet", what="Parquet")
    import pyarrow.parquet as pq

    return int(pq.read_metadata(path).num_rows)


def is_saved_dataset(folder: Path) -> bool:
    """Whether ``save_to_disk`` of `datasets` wrote `folder`: one dataset, or several splits."""
    return (folder / "dataset_dict.json").is_file() or (folder / "state.json").is_file()


def read_saved_dataset(folder: Path) -> Iterator[Reading]:
    """The articles of a saved dataset, of all its splits one after the other."""
    kept = (
        split.select_columns([name for name in split.column_names if name in _COLUMNS])
        for split in _splits(folder)
    )
    yield from _articles(chain.from_iterable(kept), str(folder))


def count_saved_rows(folder: Path) -> int:
    """The rows of a saved dataset, of all its splits."""
    return sum(map(len, _splits(folder)))


def _splits(folder: Path) -> list[Any]:
    require("datasets", extra="datasets", what="a saved dataset")
    from datasets import DatasetDict, load_from_disk

    saved = load_from_disk(str(folder))
    return list(saved.values()) if isinstance(saved, DatasetDict) else [saved]


def _articles(rows: Iterable[Mapping[str, Any]], source: str) -> Iterator[Reading]:
    number = 0
    for number, row in enumerate(rows, start=1):
        yield attempt_record(partial(dict, row), source, number)
    if not number:
        yield InputError(source, None, "the table has no rows")
