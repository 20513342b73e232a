"""What is known of articles elsewhere: a table of titles, dates and sources."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import Any, Final, TypeAlias

from dires.readers.encoding import decode
from dires.readers.lines import json_object
from dires.readers.published import iso_date
from dires.readers.reading import Sourced
from dires.readers.record import string_in

_VALUES: Final = ("title", "published", "source")

_Row: TypeAlias = Mapping[str, Any]


class Metadata:
    """Titles, publication dates and sources, by the id of an article or the name of its file.

    What a row says goes before what the article says itself; what it leaves blank is left as it
    is. `missing` are the ids of the articles that came by and that no row is about.
    """

    def __init__(self) -> None:
        self.missing: list[str] = []
        self._rows: dict[tuple[str, str], dict[str, Any]] = {}
        self._used: set[tuple[str, str]] = set()

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def unused(self) -> list[str]:
        """The ids and file names of the rows that no article has come for."""
        return [name for kind, name in self._rows if (kind, name) not in self._used]

    def add(self, row: _Row) -> None:
        """Take a row: ``id`` or ``file``, and ``title``, ``published``, ``source`` if known.

        A row with an ``id`` is about the article of that id, one without about all articles in
        ``file``, a file name with or without folders (``a.txt``, ``2024/a.txt``). Other keys are
        ignored. Raises `ValueError` for a row without either, a second one about the same, values
        that are no strings, and a date that is none (see `iso_date`).
        """
        key = _key(row)
        if key in self._rows:
            raise ValueError(f"the {key[0]} {key[1]!r} has come before")
        values = {name: string_in(row, name) for name in _VALUES}
        values["published"] = iso_date(values["published"])
        self._rows[key] = {name: value for name, value in values.items() if value}

    def complete(self, reading: Sourced) -> Sourced:
        """`reading` with what is known of its article."""
        key = next((key for key in _keys(reading) if key in self._rows), None)
        if key is None:
            self.missing.append(reading.article.id)
            return reading
        self._used.add(key)
        return replace(reading, article=replace(reading.article, **self._rows[key]))


def read_metadata(path: Path) -> Metadata:
    """The table in `path`: JSON lines, or CSV (``.csv``) with a header.

    CSV cells are separated by commas, or by semicolons where the header has no comma. Raises
    `ValueError`, which names file and line, where a row is not as `Metadata.add` asks, and
    `OSError` where the file cannot be read.
    """
    rows = _csv_rows if path.suffix.lower() == ".csv" else _json_rows
    metadata = Metadata()
    try:
        text = decode(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error
    for line, make_row in rows(text):
        try:
            metadata.add(make_row())
        except ValueError as error:
            raise ValueError(f"{path}:{line}: {error}") from error
    if not metadata:
        raise ValueError(f"{path}: no rows")
    return metadata


def _json_rows(text: str) -> Iterator[tuple[int, Callable[[], _Row]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, partial(json_object, line)


def _csv_rows(text: str) -> Iterator[tuple[int, Callable[[], _Row]]]:
    header = text.partition("\n")[0]
    delimiter = ";" if ";" in header and "," not in header else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    for row in rows:
        yield rows.line_num, partial(_cells, row)


def _cells(row: dict[Any, Any]) -> _Row:
    if None in row:
        raise ValueError("more cells than the header has")
    return row


def _key(row: _Row) -> tuple[str, str]:
    for kind in ("id", "file"):
        name = string_in(row, kind)
        if name and name.strip():
            return kind, name if kind == "id" else PurePath(name).as_posix()
    raise ValueError("neither 'id' nor 'file' says which article this is about")


def _keys(reading: Sourced) -> Iterator[tuple[str, str]]:
    """The keys under which a row may be about `reading`, the closest first."""
    yield "id", reading.article.id
    parts = PurePath(reading.source).parts
    for first in range(len(parts)):
        yield "file", PurePath(*parts[first:]).as_posix()
