"""JSON lines: one record a line, UTF-8, read as a stream, compressed or not."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from dires.readers.compressed import open_binary
from dires.readers.reading import InputError, Reading
from dires.readers.record import attempt_record


def read_json_lines_file(path: Path) -> Iterator[Reading]:
    """The articles of the file `path`, in order; a bad line is an error in its place."""
    with open_binary(path) as stream:
        yield from read_json_lines(stream, source=str(path))


def read_json_lines(lines: Iterable[bytes], *, source: str) -> Iterator[Reading]:
    """The articles of `lines`; blank lines are skipped, none at all is an error."""
    empty = True
    for number, line in enumerate(lines, start=1):
        if number == 1:
            if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                yield InputError(source, 1, "UTF-16: JSON lines must be UTF-8")
                return
            line = line.removeprefix(codecs.BOM_UTF8)
        if line.strip():
            empty = False
            yield attempt_record(partial(_record, line), source, number)
    if empty:
        yield InputError(source, None, "the file is empty")


def _record(line: bytes) -> dict[str, Any]:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"not valid UTF-8: byte 0x{line[error.start]:02x} at {error.start}"
        ) from error
    return json_object(text)


def json_object(line: str) -> dict[str, Any]:
    """The JSON object that `line` is; raises `ValueError` where it is none."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"broken JSON: {error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise ValueError("broken JSON: nested too deeply") from error
    if not isinstance(record, dict):
        raise ValueError(f"not a JSON object but {type(record).__name__}")
    return record
