"""The pipeline over a stream of articles: constant memory, one failure never stops the rest."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias

from dires.article import Article
from dires.readers import InputError, Metadata, Reading, Source, Sourced, read

if TYPE_CHECKING:
    from spacy.language import Language

OnError: TypeAlias = Literal["raise", "skip"] | Callable[[InputError], None]


def extract(
    sources: Source,
    *,
    nlp: Language | None = None,
    published: str | date | None = None,
    metadata: Metadata | None = None,
    keep_results: bool = False,
    batch_size: int = 32,
    n_process: int = 1,
    on_error: OnError = "raise",
) -> Generator[Article, None, None]:
    """Read `sources`, run the pipeline, and yield each article with everything found in it.

    `sources`, `published` and `metadata` are as in `dires.readers.read`. `nlp` is a pipeline with
    the stages of `dires.load()`, which is the default. It takes `batch_size` articles at a time,
    in this process or in `n_process` others. Articles come in the order of their sources. Nothing
    of them is kept but their ids, by which duplicates are found. With `keep_results` a record
    that holds statements already, as `dires extract` wrote it, is given as it is.

    An input that cannot be read or processed, or whose id has come before, is an `InputError`:
    with ``on_error="raise"`` it is raised and ends the stream, with ``"skip"`` it is left out,
    and a function is called with it; the stream then goes on. Raises `ValueError` at once for
    a `published` that is no date and for other values of `on_error`, `batch_size`, `n_process`.
    """
    if not (callable(on_error) or on_error in ("raise", "skip")):
        raise ValueError(f"on_error must be 'raise', 'skip' or a function, not {on_error!r}")
    if batch_size < 1 or n_process < 1:
        raise ValueError("batch_size and n_process must be 1 or more")
    readings = read(sources, published=published, metadata=metadata, keep_results=keep_results)
    return _stream(_unique(readings), nlp, batch_size, n_process, on_error)


def _stream(
    readings: Iterator[Reading],
    nlp: Language | None,
    batch_size: int,
    n_process: int,
    on_error: OnError,
) -> Generator[Article, None, None]:
    for done, group in groupby(readings, key=_has_results):
        if done:
            yield from (reading.article for reading in group if isinstance(reading, Sourced))
            continue
        from dires.pipeline import load  # spaCy, which stored results do not need

        nlp = nlp or load()
        yield from _extract(nlp, group, batch_size, n_process, on_error)


def _extract(
    nlp: Language,
    readings: Iterator[Reading],
    batch_size: int,
    n_process: int,
    on_error: OnError,
) -> Generator[Article, None, None]:
    from dires.batch.run import run
    from dires.batch.workers import spread

    if n_process == 1:
        outcomes = run(nlp, readings, batch_size=batch_size)
    else:
        outcomes = spread(nlp, readings, batch_size=batch_size, n_process=n_process)
    for outcome in outcomes:
        if isinstance(outcome, Article):
            yield outcome
        elif callable(on_error):
            on_error(outcome)
        elif on_error == "raise":
            raise outcome


def _has_results(reading: Reading) -> bool:
    return isinstance(reading, Sourced) and reading.has_results


def _unique(readings: Iterator[Reading]) -> Iterator[Reading]:
    """`readings` with an error in place of every article whose id has come before."""
    seen = set()
    for reading in readings:
        if isinstance(reading, Sourced) and reading.article.id in seen:
            yield reading.error(f"the id {reading.article.id!r} has come before")
            continue
        if isinstance(reading, Sourced):
            seen.add(reading.article.id)
        yield reading
