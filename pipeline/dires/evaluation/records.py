"""Gold and predictions as plain records: read from JSONL, from articles or from dictionaries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, TypeAlias

from dires.article import Article

Source: TypeAlias = str | PathLike[str] | Iterable[Mapping[str, Any] | Article]
"""A JSONL file's path, or records: dictionaries in the form of `Article.to_dict`, or articles."""


def load_records(source: Source) -> list[dict[str, Any]]:
    """The records of `source` in their order.

    Gold may say less than an `Article`: layers may be missing (they are then not measured), an
    actor may be just its canonical name (or a list of names any of which is right), ``optional``
    marks a span that counts neither way, and ``alt`` lists further labels that are right.

    Raises ValueError where a line is no JSON object, or a record has no ``id`` or one seen before.
    """
    records: list[dict[str, Any]] = []
    seen: set[str] = set()
    for where, record in _entries(source):
        identifier = record.get("id")
        if not isinstance(identifier, str):
            raise ValueError(f"{where}: the record has no 'id' to match gold and predictions by")
        if identifier in seen:
            raise ValueError(f"{where}: id {identifier!r} occurs twice; ids must be unique")
        seen.add(identifier)
        records.append(record)
    return records


def _entries(source: Source) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(source, str | PathLike):
        yield from _lines(Path(source))
        return
    for number, entry in enumerate(source, 1):
        yield (
            f"record {number}",
            entry.to_dict() if isinstance(entry, Article) else dict(entry),
        )


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            where = f"{path}:{number}"
            try:
                record = json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"{where}: not JSON ({error}); one object a line") from error
            if not isinstance(record, dict):
                raise ValueError(f"{where}: a {type(record).__name__}, not a JSON object")
            yield where, record
