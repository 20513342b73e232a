"""The formats by name, and which one a path means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dires.convert import brat, conll, docbin, jsonl, labelstudio

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is, the suffix of its files (empty for a folder), its reader and writer."""

    meaning: str
    suffix: str
    read: Callable[[Path], Iterator[Record]]
    write: Callable[[Iterable[Record], Path], None]


FORMATS: Final[dict[str, Format]] = {
    "jsonl": Format("gold records, one JSON object a line", ".jsonl", jsonl.read, jsonl.write),
    "spacy": Format("spaCy DocBin", ".spacy", docbin.read, docbin.write),
    "conll": Format("CoNLL columns, entities as IOB2 tags", ".conll", conll.read, conll.write),
    "brat": Format("a folder of brat standoff", "", brat.read, brat.write),
    "labelstudio": Format("Label Studio tasks", ".json", labelstudio.read, labelstudio.write),
}


def format_of(path: Path) -> str:
    """The name of the format that `path` has by its suffix (a folder: ``brat``).

    Raises ValueError where no format has that suffix.
    """
    for name, format in FORMATS.items():
        if path.suffix.lower() == format.suffix:
            return name
    known = ", ".join(f"{format.suffix or 'a folder'} ({name})" for name, format in FORMATS.items())
    raise ValueError(f"{path}: the name says no format; there are {known}: say which one it is")


def read(path: Path, format: str | None = None) -> Iterator[Record]:
    """The gold records in `path`.

    Raises ValueError where the file is not what its format asks for, with the place.
    """
    return _named(format or format_of(path)).read(path)


def write(records: Iterable[Record], path: Path, format: str | None = None) -> None:
    """Write gold `records` to `path`, a file that is replaced or a folder that is added to."""
    _named(format or format_of(path)).write(list(records), path)


def _named(name: str) -> Format:
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    return FORMATS[name]
