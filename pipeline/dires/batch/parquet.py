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


class ParquetSink:
    """Writes articles in row groups of 512; the file is readable once it is closed."""

    def __init__(self, path: Path) -> None:
        self._schema = pa.schema([*arrow_type(Article)])
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, article: Article) -> None:
        """Take one article."""
        self._rows.append(_floats(article.to_dict()))
        if len(self._rows) == _ROW_GROUP:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the footer."""
        if self._rows:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows = []


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


def _floats(row: dict[str, Any]) -> dict[str, Any]:
    """`row` with whole numbers among the quantities as floats, which Arrow asks for."""
    for quantity in row["quantities"]:
        for key in ("value", "low", "high"):
            if quantity[key] is not None:
                quantity[key] = float(quantity[key])
    return row
