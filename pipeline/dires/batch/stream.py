"""The pipeline over a stream of articles: constant memory, one failure never stops the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator
from datetime import date
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from dires.article import Article
from dires.readers import InputError, Metadata, Reading, Source, Sourced, read

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    Outcome: TypeAlias = tuple[Sourced, Doc] | InputError

OnError: TypeAlias = Literal["raise", "skip"] | Callable[[InputError], None]

_POSITION = "dires.position"


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
    the stages of `dires.load()`, which is the default; `batch_size` and `n_process` are as in
    ``nlp.pipe``. Articles come in the order of their sources. Nothing of them is kept but their
    ids, by which duplicates are found. With `keep_results` a record that holds statements
    already, as `dires extract` wrote it, is not extracted again but given as it is.

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
    from dires.layers import register_extensions
    from dires.pipeline import article_from_doc

    register_extensions()
    for outcome in _Run(nlp, readings, batch_size=batch_size, n_process=n_process).outcomes():
        if not isinstance(outcome, InputError):
            reading, doc = outcome
            yield article_from_doc(doc, reading.article)
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


class _Run:
    """One pass of `nlp` over `readings`, with an outcome for each reading, in order.

    Every document carries its position, so that results stay with their articles whatever a
    component drops. Where the pipeline raises, the articles under way are done again one by one,
    so that only those that cause it fail, and the stream goes on behind them.
    """

    def __init__(
        self, nlp: Language, readings: Iterator[Reading], *, batch_size: int, n_process: int
    ) -> None:
        self.nlp = nlp
        self.readings = enumerate(readings)
        self.pipe = partial(nlp.pipe, batch_size=batch_size, n_process=n_process)
        self.under_way: deque[tuple[int, Reading]] = deque()
        self.exhausted = False
        self.reader_error: Exception | None = None

    def outcomes(self) -> Iterator[Outcome]:
        while not self.exhausted:
            try:
                for doc in self.pipe(self._documents()):
                    position = doc.user_data.pop(_POSITION)
                    yield from self._without_result(before=position)
                    _, reading = self.under_way.popleft()
                    yield _outcome(reading, doc)
            except Exception:
                if not self.under_way:
                    raise
                yield from self._one_by_one()
        yield from self._without_result()
        if self.reader_error is not None:
            raise self.reader_error

    def _documents(self) -> Iterator[Doc]:
        """Documents for the readings to come, which are then under way."""
        try:
            for position, reading in self.readings:
                doc = self._document(reading, position)
                if isinstance(doc, InputError):
                    self.under_way.append((position, doc))
                else:
                    self.under_way.append((position, reading))
                    yield doc
        except Exception as error:  # raised by the caller's iterable: it is raised in its place
            self.reader_error = error
        self.exhausted = True

    def _document(self, reading: Reading, position: int) -> Doc | InputError:
        if isinstance(reading, InputError):
            return reading
        doc = _attempt(self.nlp.make_doc, reading.article.text, reading)
        if not isinstance(doc, InputError):
            doc._.published = reading.article.published
            doc._.title = reading.article.title
            doc.user_data[_POSITION] = position
        return doc

    def _without_result(self, *, before: int | None = None) -> Iterator[InputError]:
        """The errors, and the articles that a component dropped, up to position `before`."""
        while self.under_way and self.under_way[0][0] != before:
            _, reading = self.under_way.popleft()
            if isinstance(reading, InputError):
                yield reading
            else:
                yield reading.error("a component of the pipeline dropped it")

    def _one_by_one(self) -> Iterator[Outcome]:
        while self.under_way:
            position, reading = self.under_way.popleft()
            doc = self._document(reading, position)
            if isinstance(reading, Sourced) and not isinstance(doc, InputError):
                doc = _attempt(self.nlp, doc, reading)
            yield _outcome(reading, doc)


def _outcome(reading: Reading, doc: Doc | InputError) -> Outcome:
    if isinstance(reading, InputError):
        return reading
    return doc if isinstance(doc, InputError) else (reading, doc)


def _attempt(function: Callable[[Any], Doc], argument: Any, reading: Sourced) -> Doc | InputError:
    """What `function` gives, or whatever it raises as an error about `reading`."""
    try:
        return function(argument)
    except Exception as error:
        return reading.error(f"{type(error).__name__}: {error}")
