"""A record (a JSON object, a dataset's row) to an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, Final

from dires.article import Article
from dires.readers.published import iso_date
from dires.readers.reading import InputError, Reading, Sourced

INPUT_FIELDS: Final = ("id", "text", "title", "published", "source")
_ROLES: Final = ("holder", "addressee", "reported_by")
_SURROGATE = re.compile("[\ud800-\udfff]")


def article_from_record(record: Mapping[str, Any]) -> Article:
    """The article that `record` holds; keys other than those of an input are ignored.

    Raises `ValueError` where ``id`` or ``text`` is missing, blank or no string, where another
    key has the wrong type, and where a string cannot be written as UTF-8.
    """
    return Article(
        id=_required(record, "id"),
        text=_required(record, "text"),
        title=string_in(record, "title"),
        published=iso_date(record.get("published")),
        source=string_in(record, "source"),
    )


def attempt_record(
    make: Callable[[], Mapping[str, Any]], source: str, line: int | None = None
) -> Reading:
    """The article in the record that `make` returns, or its `ValueError` as an `InputError`."""
    try:
        record = make()
        return Sourced(article_from_record(record), source, line, record)
    except ValueError as error:
        return InputError(source, line, str(error))


def with_results(reading: Sourced) -> Reading:
    """`reading` with what its record says was found in the article; as it is if that is nothing.

    An error where the record holds statements, but not as `Article.to_dict` writes them. Gold
    annotations, whose actors are just names, are read as well.
    """
    if reading.record is None or "statements" not in reading.record:
        return reading
    try:
        found = Article.from_dict(_with_actors(reading.record))
    except (TypeError, AttributeError):
        return reading.error("its 'statements' are not in the form that `dires extract` writes")
    article = replace(found, **{name: getattr(reading.article, name) for name in INPUT_FIELDS})
    if not all(0 <= start < end <= len(article.text) for start, end in _offsets(article)):
        return reading.error("it has offsets outside its text")
    return replace(reading, article=article, has_results=True)


def _with_actors(record: Mapping[str, Any]) -> dict[str, Any]:
    statements = [
        {**s, **{role: _actor(s[role]) for role in _ROLES if isinstance(s.get(role), str)}}
        for s in record["statements"]
    ]
    return {**record, "statements": statements}


def _actor(name: str) -> dict[str, Any]:
    """An actor of whom nothing is known but the name: no mention, no label."""
    return {"start": 0, "end": 0, "text": "", "name": name}


def _offsets(article: Article) -> Iterator[tuple[int, int]]:
    for field in fields(article):
        if field.name not in INPUT_FIELDS:
            for found in getattr(article, field.name):
                yield found.start, found.end


def _required(record: Mapping[str, Any], key: str) -> str:
    if key not in record:
        raise ValueError(f"the record has no {key!r}")
    value = string_in(record, key)
    if value is None or not value.strip():
        raise ValueError(f"{key!r} is empty")
    return value


def string_in(record: Mapping[str, Any], key: str) -> str | None:
    """The string `key` of `record`, None if it has none; `ValueError` for anything else."""
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"{key!r} must be a string, not {type(value).__name__}")
    surrogate = _SURROGATE.search(value)
    if surrogate:
        raise ValueError(
            f"{key!r} holds half a surrogate pair (U+{ord(surrogate[0]):04X} at character"
            f" {surrogate.start()}): the text was damaged where it was written"
        )
    return value
