"""Anything that holds articles, in memory or on disk, to a stream of articles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

from dires.article import Article
from dires.readers.metadata import Metadata
from dires.readers.paths import from_argument, read_path
from dires.readers.published import iso_date
from dires.readers.reading import InputError, Reading, Sourced
from dires.readers.record import INPUT_FIELDS, attempt_record, with_results

Source: TypeAlias = str | os.PathLike[str] | Mapping[str, Any] | Article | Iterable["Source"]


def read(
    sources: Source,
    *,
    published: str | date | None = None,
    metadata: Metadata | None = None,
    keep_results: bool = False,
) -> Iterator[Reading]:
    """The articles of `sources`, one at a time, in order; errors stand in their place.

    A source is

    - a `Path`: a file or a folder;
    - a `str`: the name of a file or folder if one of that name exists; else an article's text
      if it holds white space (its id is then ``text-N``, N being its position from 1); else a
      glob, ``-`` for standard input, or the name of a missing file, which is an error. Where
      the texts are not known beforehand, give them as mappings;
    - a mapping with ``id`` and ``text``, and ``title``, ``published`` and ``source`` if known;
    - an `Article`, of which only these five are kept;
    - an iterable of sources, such as a list, a generator or a `datasets.Dataset`.

    `metadata` is what is known of the articles elsewhere (see `read_metadata`), `published` the
    publication date of those that then still have none. With `keep_results` an article whose
    record holds statements keeps everything that was found in it before. Raises `ValueError` if
    `published` is no date (see `iso_date`) and `TypeError` if `sources` is nothing of the above.
    """
    default = iso_date(published)
    if not _is_source(sources):
        raise TypeError(_not_a_source(sources))
    readings = _read(sources, count(1))
    if keep_results:
        readings = map(_when_read(with_results), readings)
    if metadata is not None:
        readings = map(_when_read(metadata.complete), readings)
    if default is not None:
        readings = map(_when_read(partial(_published, default)), readings)
    return readings


def _when_read(change: Callable[[Sourced], Reading]) -> Callable[[Reading], Reading]:
    """`change` for articles; errors stay as they are."""
    return lambda reading: change(reading) if isinstance(reading, Sourced) else reading


def _published(published: str, reading: Sourced) -> Sourced:
    if reading.article.published is not None:
        return reading
    return replace(reading, article=replace(reading.article, published=published))


def _read(source: Any, positions: Iterator[int]) -> Iterator[Reading]:
    if isinstance(source, os.PathLike):
        next(positions)
        yield from read_path(Path(source))
    elif isinstance(source, str):
        yield from _read_string(source, next(positions))
    elif isinstance(source, Mapping):
        yield _from_record(source, next(positions))
    elif isinstance(source, Article):
        record = {name: getattr(source, name) for name in INPUT_FIELDS}
        yield _from_record(record, next(positions))
    elif _is_source(source):
        for item in source:
            yield from _read(item, positions)
    else:
        yield InputError(f"input {next(positions)}", None, _not_a_source(source))


def _read_string(source: str, position: int) -> Iterator[Reading]:
    if os.path.exists(source) or not any(map(str.isspace, source)):  # noqa: PTH110
        named = from_argument(source)
        for path in named if isinstance(named, list) else [named]:
            yield from read_path(path)
    else:
        yield _from_record({"id": f"text-{position}", "text": source}, position)


def _from_record(record: Mapping[str, Any], position: int) -> Reading:
    return attempt_record(lambda: record, f"input {position}")


def _is_source(value: Any) -> bool:
    return isinstance(value, os.PathLike | Article | Iterable) and not isinstance(value, bytes)


def _not_a_source(value: object) -> str:
    return (
        f"{type(value).__name__} is not a source: give a path, a text,"
        " a mapping with 'id' and 'text', an Article, or an iterable of these"
    )
