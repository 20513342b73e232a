"""A Parquet file with one row an article, every layer a list of typed structs."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from dires.article import Article, Record

_SCALARS: Final = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
}
_ROW_GROUP: Final = 512
_CONVERTED_TOGETHER: Final = 64  # rows as Python objects take much memory


class ParquetSink:
    """Writes articles in row groups of 512; the file is readable once it is closed."""

    def __init__(self, path: Path) -> None:
        self._writer = pq.ParquetWriter(path, SCHEMA, compression="zstd")
        self._rows: list[dict[str, Any]] = []
        self._batches: list[pa.RecordBatch] = []

    def write(self, article: Article) -> None:
        """Take one article."""
        self._rows.append(row(article))
        if len(self._rows) == _CONVERTED_TOGETHER:
            self._convert()
        if len(self._batches) * _CONVERTED_TOGETHER == _ROW_GROUP:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the footer."""
        self._convert()
        if self._batches:
            self._flush()
        self._writer.close()

    def _convert(self) -> None:
        if self._rows:
            self._batches.append(pa.RecordBatch.from_pylist(self._rows, schema=SCHEMA))
            self._rows = []

    def _flush(self) -> None:
        self._writer.write_table(pa.Table.from_batches(self._batches))
        self._batches = []


def arrow_type(hint: Any) -> Any:
    """The Arrow type of a type in `dires.article`: a struct for a record, a list for a tuple."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return pa.list_(arrow_type(arguments[0]))
    if origin in (Union, UnionType):
        members = set(arguments) - {type(None)}
        return arrow_type(float if float in members else members.pop())
    if isinstance(hint, type) and issubclass(hint, Record):
        hints = get_type_hints(hint)
        return pa.struct([(field.name, arrow_type(hints[field.name])) for field in fields(hint)])
    return _SCALARS[hint]


def row(article: Article) -> dict[str, Any]:
    """`article` as a row of `SCHEMA`: whole numbers among the quantities become floats."""
    record = article.to_dict()
    for quantity in record["quantities"]:
        for key in ("value", "low", "high"):
            if quantity[key] is not None:
                quantity[key] = float(quantity[key])
    return record


SCHEMA: Final = pa.schema([*arrow_type(Article)])
"""The columns: those of an article, its layers as lists of structs."""
