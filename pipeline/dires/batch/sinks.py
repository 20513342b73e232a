"""Where results go: one sink a format, opened by `open_sink`."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol

from dires.article import Article

FORMATS: Final = ("jsonl", "parquet", "csv", "duckdb")
_SUFFIXES: Final = {
    ".jsonl": "jsonl",
    ".parquet": "parquet",
    ".csv": "csv",
    ".duckdb": "duckdb",
    ".db": "duckdb",
}
_PACKAGES: Final = {"parquet": "pyarrow", "duckdb": "duckdb"}


class Sink(Protocol):
    """Takes articles one by one; what was given before `close` is complete after it."""

    def write(self, article: Article) -> None:
        """Take one article."""

    def close(self) -> None:
        """Finish; nothing can be written afterwards."""


def format_of(path: Path) -> str:
    """The format that the suffix of `path` stands for; `ValueError` for other suffixes."""
    if path.suffix.lower() not in _SUFFIXES:
        raise ValueError(
            f"{path}: cannot tell the format from the name:"
            f" end it with {', '.join(_SUFFIXES)}, or give one of {', '.join(FORMATS)}"
        )
    return _SUFFIXES[path.suffix.lower()]


def open_sink(path: Path | None, *, format: str) -> Sink:
    """A sink that writes `format` (one of `FORMATS`) to `path`, or to standard output for None.

    A file that exists is replaced; in a DuckDB database only the tables that are written are.
    Raises `ValueError` for formats that cannot go to standard output, `ImportError` with what
    to install where the format needs an extra, and `OSError` where `path` cannot be written.
    """
    package = _PACKAGES.get(format)
    if package and find_spec(package) is None:
        raise ImportError(f"{format} needs {package}: pip install 'dires[{format}]'")
    if format == "jsonl":
        from dires.batch.lines import JsonLinesSink

        return JsonLinesSink(path)
    if format == "csv":
        from dires.batch.lines import StatementsCsvSink

        return StatementsCsvSink(path)
    if path is None:
        raise ValueError(f"{format} cannot go to standard output: name a file")
    if format == "parquet":
        from dires.batch.parquet import ParquetSink

        return ParquetSink(path)
    if format == "duckdb":
        from dires.batch.database import DuckDBSink

        return DuckDBSink(path)
    raise ValueError(f"no format {format!r}: there are {', '.join(FORMATS)}")
