"""The pipeline over a stream of articles: constant memory, one failure never stops the rest."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from itertools import chain, groupby
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from dires.article import Article
from dires.batch.limits import MAX_SIZE, within_size
from dires.batch.log import log_error
from dires.readers import InputError, Metadata, Reading, Source, Sourced, read

if TYPE_CHECKING:
    from spacy.language import Language

OnError: TypeAlias = Literal["raise", "skip"] | Callable[[InputError], None]
Outcome: TypeAlias = Article | InputError

BATCH_WORDS: Final = 10_000
"""Words that go through the pipeline together."""


def extract(
    sources: Source,
    *,
    nlp: Language | None = None,
    published: str | date | None = None,
    metadata: Metadata | None = None,
    keep_results: bool = False,
    batch_words: int = BATCH_WORDS,
    n_process: int = 1,
    ordered: bool = True,
    max_size: int = MAX_SIZE,
    timeout: float | None = None,
    on_error: OnError = "raise",
) -> Generator[Article, None, None]:
    """Read `sources`, run the pipeline, and yield each article with everything found in it.

    `sources`, `published` and `metadata` are as in `dires.readers.read`. `nlp` is a pipeline with
    the stages of `dires.load()`, which is the default. It takes articles of about `batch_words`
    words at a time, in this process or in `n_process` others. Articles come in the order of their
    sources, or, if not `ordered`, as soon as they are done. Nothing of them is kept but their
    ids, by which duplicates are found. With `keep_results` a record that holds statements
    already, as `dires extract` wrote it, is given as it is.

    An input that cannot be read or processed, whose id has come before, or that is over a limit
    (`max_size` characters, `timeout` seconds on one article) is an `InputError`: with
    ``on_error="raise"`` it is raised and ends the stream, with ``"skip"`` it is left out, and a
    function is called with it; the stream then goes on. Raises `ValueError` at once for
    a `published` that is no date and for other values of the options.
    """
    if not (callable(on_error) or on_error in ("raise", "skip")):
        raise ValueError(f"on_error must be 'raise', 'skip' or a function, not {on_error!r}")
    if min(batch_words, n_process, max_size) < 1 or (timeout is not None and timeout <= 0):
        raise ValueError("batch_words, n_process, max_size and timeout must be over 0")
    readings = read(sources, published=published, metadata=metadata, keep_results=keep_results)
    readings = within_size(unique(readings), max_size)
    engine = partial(
        process, batch_words=batch_words, n_process=n_process, timeout=timeout, ordered=ordered
    )
    return _articles(_outcomes(readings, nlp, engine), on_error)


def process(
    nlp: Language,
    readings: Iterable[Reading],
    *,
    batch_words: int = BATCH_WORDS,
    n_process: int = 1,
    timeout: float | None = None,
    ordered: bool = True,
) -> Generator[list[Outcome], None, None]:
    """What `nlp` finds in `readings`, batch by batch; the options are those of `extract`."""
    from dires.batch.work import batches, work

    parts = batches(readings, words=batch_words)
    if n_process == 1:
        return (work(nlp, part, timeout=timeout) for part in parts)
    from dires.batch.workers import spread

    return spread(nlp, parts, n_process=n_process, timeout=timeout, ordered=ordered)


def unique(readings: Iterable[Reading]) -> Iterator[Reading]:
    """`readings` with an error in place of every article whose id has come before."""
    seen = set()
    for reading in readings:
        if isinstance(reading, Sourced) and reading.article.id in seen:
            yield reading.error(f"the id {reading.article.id!r} has come before")
            continue
        if isinstance(reading, Sourced):
            seen.add(reading.article.id)
        yield reading


def _outcomes(
    readings: Iterable[Reading],
    nlp: Language | None,
    engine: Callable[[Language, Iterable[Reading]], Generator[list[Outcome], None, None]],
) -> Generator[Outcome, None, None]:
    for done, group in groupby(readings, key=_has_results):
        if done:
            yield from (reading.article for reading in group if isinstance(reading, Sourced))
            continue
        from dires.pipeline import load  # spaCy, which stored results do not need

        nlp = nlp or load()
        with closing(engine(nlp, group)) as batches:
            yield from chain.from_iterable(batches)


def _has_results(reading: Reading) -> bool:
    return isinstance(reading, Sourced) and reading.has_results


def _articles(
    outcomes: Generator[Outcome, None, None], on_error: OnError
) -> Generator[Article, None, None]:
    with closing(outcomes):
        for outcome in outcomes:
            if isinstance(outcome, Article):
                yield outcome
                continue
            log_error(outcome)
            if callable(on_error):
                on_error(outcome)
            elif on_error == "raise":
                raise outcome
