"""A record (a JSON object, a dataset's row) to an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dires.article import Article
from dires.readers.published import iso_date

_SURROGATE = re.compile("[\ud800-\udfff]")


def article_from_record(record: Mapping[str, Any]) -> Article:
    """The article that `record` holds; keys other than those of an input are ignored.

    Raises `ValueError` where ``id`` or ``text`` is missing, blank or no string, where another
    key has the wrong type, and where a string cannot be written as UTF-8.
    """
    return Article(
        id=_required(record, "id"),
        text=_required(record, "text"),
        title=_string(record, "title"),
        published=iso_date(record.get("published")),
        source=_string(record, "source"),
    )


def _required(record: Mapping[str, Any], key: str) -> str:
    if key not in record:
        raise ValueError(f"the record has no {key!r}")
    value = _string(record, key)
    if value is None or not value.strip():
        raise ValueError(f"{key!r} is empty")
    return value


def _string(record: Mapping[str, Any], key: str) -> str | None:
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
