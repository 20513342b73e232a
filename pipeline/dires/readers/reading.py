"""What a reader yields for each article: the article with its origin, or what was wrong.

Readers never stop at a bad input: an error is a value in the stream, in its place.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from dires.article import Article


class InputError(ValueError):
    """One input that could not be read or processed.

    `source` names the file (or ``input 3``, the third source given in memory), `line` its line
    from 1 where the source has lines, `message` says what is wrong and what to do about it.
    """

    def __init__(self, source: str, line: int | None, message: str) -> None:
        super().__init__(source, line, message)
        self.source = source
        self.line = line
        self.message = message

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Sourced:
    """An article and the place it was read from; `record` is the record that it was read as.

    With `has_results` the article holds what was found in it before.
    """

    article: Article
    source: str
    line: int | None = None
    record: Mapping[str, Any] | None = None
    has_results: bool = False

    def error(self, message: str) -> InputError:
        """An error about this article."""
        return InputError(self.source, self.line, message)


Reading: TypeAlias = Sourced | InputError


def attempt(make: Callable[[], Article], source: str, line: int | None = None) -> Reading:
    """The article that `make` returns, or its `ValueError` or `OSError` as an `InputError`."""
    try:
        return Sourced(make(), source, line)
    except (ValueError, OSError) as error:
        return InputError(source, line, _reason(error))


def guard(readings: Iterator[Reading], source: str) -> Iterator[Reading]:
    """`readings` up to the point where the file itself cannot be read any further."""
    try:
        yield from readings
    except (OSError, EOFError, zlib.error) as error:
        yield InputError(source, None, _reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error)
