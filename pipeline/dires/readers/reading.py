"""What a reader yields for each article: the article with its origin, or what was wrong.

Readers never stop at a bad input: an error is a value in the stream, in its place.
"""

from __future__ import annotations

import traceback
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from dires.article import Article


class InputError(ValueError):
    """One input that could not be read or processed.

    `source` names the file (or ``input 3``, the third source given in memory), `line` its line,
    row or record from 1 where the source has such, `message` says what is wrong and what to do
    about it. `id` is the article's, where it has been read, `stage` what failed: ``read``, a
    limit, or a component of the pipeline. `trace` is the traceback of what was not foreseen.
    """

    def __init__(
        self,
        source: str,
        line: int | None,
        message: str,
        *,
        id: str | None = None,
        stage: str = "read",
        trace: str | None = None,
    ) -> None:
        super().__init__(source, line, message)
        self.source = source
        self.line = line
        self.message = message
        self.id = id
        self.stage = stage
        self.trace = trace

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.message}"

    def to_dict(self) -> dict[str, Any]:
        """The error as a JSON-ready record, without the traceback."""
        names = ("id", "source", "line", "stage", "message")
        return {name: getattr(self, name) for name in names}


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

    def error(self, message: str, *, stage: str = "read", trace: str | None = None) -> InputError:
        """An error about this article."""
        return InputError(
            self.source, self.line, message, id=self.article.id, stage=stage, trace=trace
        )


Reading: TypeAlias = Sourced | InputError


def attempt(make: Callable[[], Article], source: str, line: int | None = None) -> Reading:
    """The article that `make` returns, or whatever it raises as an `InputError`."""
    try:
        return Sourced(make(), source, line)
    except Exception as error:  # pages hold anything, and trip their parsers up in many ways
        return _unreadable(source, line, error)


def guard(readings: Iterator[Reading], source: str) -> Iterator[Reading]:
    """`readings` up to the point where the file itself cannot be read any further."""
    try:
        yield from readings
    except Exception as error:  # each format's library has its own for damaged files
        yield _unreadable(source, None, error)


def _unreadable(source: str, line: int | None, error: Exception) -> InputError:
    if isinstance(error, OSError) and error.strerror:
        return InputError(source, line, error.strerror.lower())
    if isinstance(error, ValueError | OSError | EOFError | ImportError | zlib.error):
        return InputError(source, line, str(error))
    trace = "".join(traceback.format_exception(error))
    return InputError(source, line, f"{type(error).__name__}: {error}", trace=trace)
