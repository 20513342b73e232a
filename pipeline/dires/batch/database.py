"""A DuckDB database: a table of articles, one of each layer, of errors and of duplicates, and
views.

Rows of a layer name their article (``article``) and their place in its layer (``position``, from
0), which is what ``statements.dates`` and ``statements.quantities`` refer to; together they are
the key. What is a record inside a record is spread over columns (``holder_name``, ``cue_text``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from importlib import resources
from pathlib import Path
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import duckdb

from dires.article import Article, Record

_DATES: Final = frozenset({"published", "earliest", "latest"})
_TYPES: Final = {str: "VARCHAR", int: "INTEGER", float: "DOUBLE"}
_TOGETHER: Final = 64
_DUPLICATES: Final = {"id": "VARCHAR", "duplicate_of": "VARCHAR", "similarity": "DOUBLE"}
_ERRORS: Final = {"id": "VARCHAR", "source": "VARCHAR", "line": "INTEGER", "stage": "VARCHAR",
                  "message": "VARCHAR"}  # fmt: skip


def check_database(path: Path) -> None:
    """Raise `OSError` where `path` is no database, or another program has it open for writing."""
    if path.exists():
        with _connect(path):
            pass


@contextmanager
def open_database(path: Path) -> Iterator[DuckDBSink]:
    """The database at `path`, made if it is not there; what is written is all there at the end of
    the block, or nothing of it where the block raises."""
    with _connect(path) as database:
        database.begin()
        sink = DuckDBSink(database)
        yield sink
        sink.close()
        database.commit()


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(path))
    except duckdb.Error as error:
        raise OSError(f"{path}: {error}") from error


class DuckDBSink:
    """Puts articles into the tables, each in the place of one with its id; other tables, and
    other articles, are left alone."""

    def __init__(self, database: duckdb.DuckDBPyConnection) -> None:
        hints = get_type_hints(Article)
        layers = {name: _member(hint) for name, hint in hints.items() if _is_list(hint)}
        keys = {"article": "VARCHAR", "position": "INTEGER"}
        self._layers = tuple(layers)
        self._columns = {"articles": _columns(Article)} | {
            name: keys | _columns(record) for name, record in layers.items()
        }
        self._rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in self._columns}
        self._database = database
        for name, columns in self._columns.items():
            declared = ", ".join(f'"{column}" {t}' for column, t in columns.items())
            key = "id" if name == "articles" else "article, position"
            database.execute(
                f'CREATE TABLE IF NOT EXISTS "{name}" ({declared}, PRIMARY KEY ({key}))'
            )
        database.execute(
            resources.files("dires.batch").joinpath("views.sql").read_text(encoding="utf-8")
        )

    def write(self, article: Article) -> None:
        """Take one article."""
        data = article.to_dict()
        self._rows["articles"].append(tuple(data[column] for column in self._columns["articles"]))
        for name in self._layers:
            for position, record in enumerate(data[name]):
                flat = {"article": article.id, "position": position} | dict(_flat(record))
                self._rows[name].append(tuple(flat.get(c) for c in self._columns[name]))
        if len(self._rows["articles"]) == _TOGETHER:
            self._flush()

    def remove(self, identifiers: Iterable[str]) -> None:
        """Take articles out."""
        known = self._database.execute(
            "SELECT id FROM articles WHERE id IN (SELECT unnest(CAST(? AS VARCHAR[])))",
            [list(identifiers)],
        ).fetchall()
        if known:
            for name in self._columns:
                key = "id" if name == "articles" else "article"
                self._database.execute(
                    f'DELETE FROM "{name}" WHERE {key} IN (SELECT unnest(CAST(? AS VARCHAR[])))',
                    [[identifier for (identifier,) in known]],
                )

    def write_errors(self, errors: Iterable[dict[str, Any]]) -> None:
        """Put the errors of a run in the place of those of the run before."""
        self._replace("errors", _ERRORS, errors)

    def write_duplicates(self, duplicates: Iterable[dict[str, Any]]) -> None:
        """Put the near-duplicates of a run in the place of those of the run before."""
        self._replace("duplicates", _DUPLICATES, duplicates)

    def _replace(self, name: str, types: dict[str, str], records: Iterable[dict[str, Any]]) -> None:
        declared = ", ".join(f'"{column}" {t}' for column, t in types.items())
        self._database.execute(f"CREATE OR REPLACE TABLE {name} ({declared})")
        self._insert(name, types, [tuple(record.values()) for record in records])

    def close(self) -> None:
        """Hand over what is left."""
        self._flush()

    def _flush(self) -> None:
        self.remove([row[0] for row in self._rows["articles"]])
        for name, rows in self._rows.items():
            self._insert(name, self._columns[name], rows)
            self._rows[name] = []

    def _insert(self, name: str, types: dict[str, str], rows: list[tuple[Any, ...]]) -> None:
        if rows:
            values = ", ".join(f"unnest(CAST(? AS {t}[]))" for t in types.values())
            columns = [list(column) for column in zip(*rows, strict=True)]
            self._database.execute(f'INSERT INTO "{name}" SELECT {values}', columns)


def _is_list(hint: Any) -> bool:
    return get_origin(hint) is tuple


def _member(hint: Any) -> Any:
    """`X` of ``tuple[X, ...]`` and of ``X | None``; `float` of ``float | int | None``."""
    members = set(get_args(hint)) - {type(None), Ellipsis}
    return float if float in members else members.pop()


def _columns(record: type[Record], prefix: str = "") -> dict[str, str]:
    """Column names and SQL types of a record type: records inside it spread out, lists of
    records (the layers of an article) left out."""
    columns: dict[str, str] = {}
    hints = get_type_hints(record)
    for name in (field.name for field in fields(record)):
        hint = hints[name]
        inner = _member(hint) if get_origin(hint) in (tuple, Union, UnionType) else hint
        is_record = isinstance(inner, type) and issubclass(inner, Record)
        if is_record and _is_list(hint):
            continue
        if is_record:
            columns |= _columns(inner, f"{prefix}{name}_")
        else:
            column_type = "DATE" if name in _DATES else _TYPES[inner]
            columns[prefix + name] = column_type + ("[]" if _is_list(hint) else "")
    return columns


def _flat(record: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in record.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}_")
        else:
            yield prefix + name, value
