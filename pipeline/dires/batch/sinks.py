"""Where results go: one sink a format, opened by `open_sink`."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, Protocol

from dires.article import Article
from dires.batch.whole import is_stream, whole
from dires.extras import require
from dires.readers.tables import is_saved_dataset

FORMATS: Final = ("jsonl", "parquet", "csv", "duckdb", "datasets")
_SUFFIXES: Final = {
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl",
    ".jsonl.zst": "jsonl",
    ".parquet": "parquet",
    ".csv": "csv",
    ".duckdb": "duckdb",
    ".db": "duckdb",
}
_STREAMED: Final = ("jsonl", "csv")
_PACKAGES: Final = {"parquet": "pyarrow", "duckdb": "duckdb", "datasets": "datasets"}


class Sink(Protocol):
    """Takes articles one by one."""

    def write(self, article: Article) -> None:
        """Take one article."""

    def close(self) -> None:
        """Finish; nothing can be written afterwards."""


def format_of(path: Path) -> str:
    """The format that the suffix of `path` stands for; `ValueError` for other suffixes."""
    for suffix, format in _SUFFIXES.items():
        if path.name.lower().endswith(suffix):
            return format
    raise ValueError(
        f"{path}: cannot tell the format from the name:"
        f" end it with {', '.join(_SUFFIXES)}, or give one of {', '.join(FORMATS)}"
    )


def check_sink(path: Path | None, *, format: str) -> None:
    """Raise at once what `open_sink` would raise later, after hours of work perhaps.

    `ValueError` for formats that cannot go to standard output, `ImportError` with what to install
    where the format needs an extra, `OSError` where `path` cannot be written.
    """
    if format not in FORMATS:
        raise ValueError(f"no format {format!r}: there are {', '.join(FORMATS)}")
    if format in _PACKAGES:
        require(_PACKAGES[format], extra=format, what=format)
    if path is not None and path.suffix.lower() == ".zst":
        require("backports.zstd", extra="zstd", what=".zst")
    if path is None or is_stream(path):
        if format not in _STREAMED:
            raise ValueError(f"{format} cannot go to standard output: name a file")
        return
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        number = errno.EACCES if path.parent.is_dir() else errno.ENOENT
        raise OSError(number, os.strerror(number), str(path))
    if path.is_dir() and not (format == "datasets" and is_saved_dataset(path)):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if format == "duckdb":
        from dires.batch.database import check_database

        check_database(path)


@contextmanager
def open_sink(path: Path | None, *, format: str) -> Iterator[Sink]:
    """A sink that writes `format` (one of `FORMATS`) to `path`, or to standard output for None.

    A file appears, and takes the place of one that was there, whole at the end of the block, or
    not at all where the block raises. Articles in a DuckDB database are replaced by their ids, in
    one transaction. Raises as `check_sink` does.
    """
    check_sink(path, format=format)
    if path is None or is_stream(path):
        with closing(_make(path, format)) as sink:
            yield sink
    elif format == "duckdb":
        from dires.batch.database import open_database

        with open_database(path) as sink:
            yield sink
    else:
        with whole(path) as partial, closing(_make(partial, format)) as sink:
            yield sink


def _make(path: Path | None, format: str) -> Sink:
    if format == "jsonl":
        from dires.batch.lines import JsonLinesSink

        return JsonLinesSink(path)
    if format == "csv":
        from dires.batch.lines import StatementsCsvSink

        return StatementsCsvSink(path)
    assert path is not None
    if format == "parquet":
        from dires.batch.parquet import ParquetSink

        return ParquetSink(path)
    from dires.batch.saved import SavedDatasetSink

    return SavedDatasetSink(path)
