"""One pass of the pipeline: an article or an error for each reading, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeAlias

from spacy.language import Language
from spacy.tokens import Doc

from dires.article import Article
from dires.layers import register_extensions
from dires.pipeline import article_from_doc
from dires.readers import InputError, Reading, Sourced

Outcome: TypeAlias = Article | InputError

_POSITION = "dires.position"


def run(nlp: Language, readings: Iterable[Reading], *, batch_size: int) -> Iterator[Outcome]:
    """What `nlp` finds in each of `readings`, or the error that it is or causes."""
    register_extensions()
    return _Run(nlp, readings, batch_size=batch_size).outcomes()


class _Run:
    """One pass of `nlp` over `readings`, with an outcome for each reading, in order.

    Every document carries its position, so that results stay with their articles whatever a
    component drops. Where the pipeline raises, the articles under way are done again one by one,
    so that only those that cause it fail, and the stream goes on behind them.
    """

    def __init__(self, nlp: Language, readings: Iterable[Reading], *, batch_size: int) -> None:
        self.nlp = nlp
        self.readings = enumerate(readings)
        self.pipe = partial(nlp.pipe, batch_size=batch_size)
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
    return doc if isinstance(doc, InputError) else article_from_doc(doc, reading.article)


def _attempt(function: Callable[[Any], Doc], argument: Any, reading: Sourced) -> Doc | InputError:
    """What `function` gives, or whatever it raises as an error about `reading`."""
    try:
        return function(argument)
    except Exception as error:
        return reading.error(f"{type(error).__name__}: {error}")
