"""Files, folders and standard input to articles."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

from dires.article import Article
from dires.readers.archives import read_web_archive
from dires.readers.lines import read_json_lines, read_json_lines_file
from dires.readers.plain import article_from_text, article_from_text_file
from dires.readers.reading import InputError, Reading, attempt, guard
from dires.readers.tables import is_saved_dataset, read_parquet, read_saved_dataset
from dires.readers.web import article_from_web_page

STANDARD_INPUT: Final = "-"
_MISSING: Final = {False: "no such file or folder", True: "no file matches"}
_BOM = b"\xef\xbb\xbf"


def _one(make: Callable[[Path], Article]) -> Callable[[Path], Iterator[Reading]]:
    def read_file(path: Path) -> Iterator[Reading]:
        yield attempt(partial(make, path), str(path))

    return read_file


_READERS: Final[dict[str, Callable[[Path], Iterator[Reading]]]] = {
    ".txt": _one(article_from_text_file),
    ".html": _one(article_from_web_page),
    ".htm": _one(article_from_web_page),
    ".jsonl": read_json_lines_file,
    ".jsonl.gz": read_json_lines_file,
    ".jsonl.zst": read_json_lines_file,
    ".parquet": read_parquet,
    ".warc": read_web_archive,
    ".warc.gz": read_web_archive,
}
SUFFIXES: Final = tuple(_READERS)
"""The suffixes of the files that can be read."""


def from_argument(argument: str) -> Path | list[Path]:
    """What a command's argument names: the files that a glob matches, sorted, or one path.

    ``**`` in a glob means any depth. A glob without a match stays the path of a missing file.
    """
    if not glob.has_magic(argument) or Path(argument).exists():
        return Path(argument)
    matches = map(Path, glob.iglob(argument, recursive=True))  # noqa: PTH207 - absolute globs too
    return sorted(path for path in matches if path.is_file()) or Path(argument)


def read_path(path: Path) -> Iterator[Reading]:
    """The articles of a file, of a folder and its subfolders, or of standard input (``-``).

    Folders are read in the order of names; files of other kinds and hidden ones (``.name``) are
    passed over there.
    """
    if str(path) == STANDARD_INPUT:
        yield from read_stream(sys.stdin.buffer, source="stdin")
    elif path.is_dir():
        readings = _read_folder(path)
        first = next(readings, None)
        if first is None:
            yield InputError(str(path), None, f"the folder holds no {_known()} file")
        else:
            yield from chain([first], readings)
    elif not path.exists():
        yield InputError(str(path), None, _MISSING[glob.has_magic(str(path))])
    elif suffix := known_suffix(path):
        yield from guard(_READERS[suffix](path), str(path))
    elif not path.is_file():
        yield from guard(_read_special(path), str(path))
    else:
        yield InputError(str(path), None, f"an unknown kind of file: {_known()} can be read")


def read_stream(stream: BinaryIO, *, source: str) -> Iterator[Reading]:
    """The articles of a stream: JSON lines if it begins with ``{``, else one plain text."""
    first = stream.readline()
    if first.removeprefix(_BOM).lstrip().startswith(b"{"):
        yield from read_json_lines(chain([first], stream), source=source)
    else:
        data = first + stream.read()
        yield attempt(lambda: article_from_text(data, name=source, source=source), source)


def would_read(source: Path, file: Path) -> bool:
    """Whether reading `source` (a path or ``-``) would read `file` too, now or once it exists."""
    if file.exists() and _same(source, file):
        return True
    source, file = source.resolve(), file.resolve()
    inside = source.is_dir() and file.is_relative_to(source)
    return source == file or (inside and known_suffix(file) is not None)


def known_suffix(path: Path) -> str | None:
    """The suffix by which `path` can be read, or None."""
    name = path.name.lower()
    return next((suffix for suffix in SUFFIXES if name.endswith(suffix)), None)


def _read_folder(folder: Path) -> Iterator[Reading]:
    reader = read_saved_dataset if is_saved_dataset(folder) else _read_members
    return guard(reader(folder), str(folder))


def _read_members(folder: Path) -> Iterator[Reading]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _read_folder(path)
        elif known_suffix(path):
            yield from read_path(path)


def _read_special(path: Path) -> Iterator[Reading]:
    with path.open("rb") as stream:
        yield from read_stream(stream, source=str(path))


def _same(source: Path, file: Path) -> bool:
    if str(source) == STANDARD_INPUT:
        return os.path.samestat(os.fstat(0), file.stat())
    return source.exists() and source.samefile(file)


def _known() -> str:
    return ", ".join(SUFFIXES[:-1]) + " or " + SUFFIXES[-1]
