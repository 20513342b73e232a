"""The project's own format: gold records as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from dires.evaluation.records import load_records

_ORDER: Final = (
    "id", "title", "published", "source", "genre", "region", "text",
    "segments", "entities", "dates", "quantities", "statements",
)  # fmt: skip


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of the file, one a line."""
    yield from load_records(path)


def write(records: Iterable[dict[str, Any]], path: Path) -> None:
    """One record a line."""
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        for record in records:
            lines.write(json.dumps(_ordered(record), ensure_ascii=False) + "\n")


def _ordered(record: dict[str, Any]) -> dict[str, Any]:
    """`record` with its keys in the usual order, so that equal records make equal lines."""
    known = {name: record[name] for name in _ORDER if name in record}
    return known | record
