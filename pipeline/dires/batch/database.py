"""A DuckDB database: a table of articles and one of each layer.

Rows of a layer name their article (``article``) and their place in its layer (``position``, from
0), which is what ``statements.dates`` and ``statements.quantities`` refer to. What is a record
inside a record is spread over columns (``holder_name``, ``cue_text``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import duckdb

from dires.article import Article, Record

_DATES: Final = frozenset({"published", "earliest", "latest"})
_TYPES: Final = {str: "VARCHAR", int: "INTEGER", float: "DOUBLE"}
_COMMIT_EVERY: Final = 64


class DuckDBSink:
    """Replaces the tables of the results in a database, and leaves its other tables alone."""

    def __init__(self, path: Path) -> None:
        hints = get_type_hints(Article)
        layers = {name: _member(hint) for name, hint in hints.items() if _is_list(hint)}
        keys = {"article": "VARCHAR", "position": "INTEGER"}
        self._layers = tuple(layers)
        self._columns = {"articles": _columns(Article)} | {
            name: keys | _columns(record) for name, record in layers.items()
        }
        self._rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in self._columns}
        self._database = duckdb.connect(str(path))
        for name, columns in self._columns.items():
            declared = ", ".join(f'"{column}" {t}' for column, t in columns.items())
            self._database.execute(f'CREATE OR REPLACE TABLE "{name}" ({declared})')

    def write(self, article: Article) -> None:
        """Take one article."""
        data = article.to_dict()
        self._rows["articles"].append(tuple(data[column] for column in self._columns["articles"]))
        for name in self._layers:
            for position, record in enumerate(data[name]):
                flat = {"article": article.id, "position": position} | dict(_flat(record))
                self._rows[name].append(tuple(flat.get(c) for c in self._columns[name]))
        if len(self._rows["articles"]) == _COMMIT_EVERY:
            self._flush()

    def close(self) -> None:
        """Write what is left and close the database."""
        self._flush()
        self._database.close()

    def _flush(self) -> None:
        self._database.begin()
        for name, rows in self._rows.items():
            if rows:
                types = self._columns[name].values()
                values = ", ".join(f"unnest(CAST(? AS {t}[]))" for t in types)
                columns = [list(column) for column in zip(*rows, strict=True)]
                self._database.execute(f'INSERT INTO "{name}" SELECT {values}', columns)
            self._rows[name] = []
        self._database.commit()


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
