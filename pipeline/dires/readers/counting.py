"""How many articles there are to come, where that can be told much sooner than they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dires.readers.compressed import open_binary
from dires.readers.paths import STANDARD_INPUT, known_suffix
from dires.readers.tables import count_rows, count_saved_rows, is_saved_dataset


def count(paths: Iterable[Path]) -> int | None:
    """The number of articles in `paths`, files or folders, or None if it is not to be told so.

    Rows and lines are counted that may turn out not to be articles. Raises what reading the
    files would raise.
    """
    total = 0
    for file in _files(paths):
        number = _count_file(file)
        if number is None:
            return None
        total += number
    return total


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir() and not is_saved_dataset(path):
            yield from _files(p for p in path.iterdir() if not p.name.startswith("."))
        else:
            yield path


def _count_file(path: Path) -> int | None:
    suffix = known_suffix(path)
    if path.is_dir():
        return count_saved_rows(path)
    if str(path) == STANDARD_INPUT or (path.exists() and not path.is_file()):
        return None
    if suffix is None or not path.exists():
        return 0
    if suffix == ".parquet":
        return count_rows(path)
    if suffix.startswith(".jsonl"):
        with open_binary(path) as stream:
            return sum(1 for line in stream if not line.isspace())
    return None if suffix.startswith(".warc") else 1
