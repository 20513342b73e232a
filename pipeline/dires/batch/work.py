"""A batch through the pipeline: an article or an error for each reading."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc

from dires.article import Article
from dires.batch.limits import time_limit
from dires.batch.stream import Outcome
from dires.layers import register_extensions
from dires.pipeline import article_from_doc
from dires.readers import Reading, Sourced

# Words that the vocabulary keeps; beyond them, those of a batch are forgotten after it.
_KEPT_WORDS: Final = 100_000
_POSITION: Final = "dires.position"


def batches(readings: Iterable[Reading], *, words: int) -> Iterator[list[Reading]]:
    """`readings` in lists of about `words` words; what reading raises comes after what was read."""
    batch: list[Reading] = []
    size = 0
    try:
        for reading in readings:
            batch.append(reading)
            size += reading.article.text.count(" ") + 1 if isinstance(reading, Sourced) else 1
            if size >= words:
                yield batch
                batch, size = [], 0
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def work(
    nlp: Language, readings: Sequence[Reading], *, timeout: float | None = None
) -> list[Outcome]:
    """What `nlp` finds in each of `readings`, or the error that it is or causes.

    Where the pipeline raises, drops an article, or takes longer than `timeout` seconds, those
    without a result are done again one by one, so that only those that cause it fail.
    """
    register_extensions()
    with _bounded_vocabulary(nlp):
        found = _together(nlp, readings, timeout)
        return [
            found[position]
            if position in found
            else _alone(nlp, reading, timeout)
            if isinstance(reading, Sourced)
            else reading
            for position, reading in enumerate(readings)
        ]


def _together(
    nlp: Language, readings: Sequence[Reading], timeout: float | None
) -> dict[int, Article]:
    """Articles by position, as far as the pipeline came."""
    found: dict[int, Article] = {}
    # Whose fault it is, and what is told of it, is seen when each is done alone.
    with suppress(Exception), time_limit(timeout):
        documents = _documents(nlp, readings)
        for doc in nlp.pipe(documents, batch_size=len(readings)):
            position = doc.user_data.pop(_POSITION)
            reading = readings[position]
            assert isinstance(reading, Sourced)
            found[position] = article_from_doc(doc, reading.article)
    return found


def _documents(nlp: Language, readings: Sequence[Reading]) -> Iterator[Doc]:
    for position, reading in enumerate(readings):
        if isinstance(reading, Sourced):
            doc = _document(nlp, reading)
            doc.user_data[_POSITION] = position
            yield doc


def _document(nlp: Language, reading: Sourced) -> Doc:
    doc = nlp.make_doc(reading.article.text)
    doc._.published = reading.article.published
    doc._.title = reading.article.title
    return doc


def _alone(nlp: Language, reading: Sourced, timeout: float | None) -> Outcome:
    stage = "tokenizer"
    try:
        with time_limit(timeout):
            doc = _document(nlp, reading)
            for name, component in nlp.pipeline:
                stage = name
                doc = component(doc)
            return article_from_doc(doc, reading.article)
    except Exception as error:
        trace = "".join(traceback.format_exception(error))
        return reading.error(f"{type(error).__name__}: {error}", stage=stage, trace=trace)


def _bounded_vocabulary(nlp: Language) -> AbstractContextManager[Any]:
    """spaCy remembers every word for ever; here the first ones only, which are the frequent ones.

    A memory zone from the start would be slow, as all words would be new to every batch.
    """
    return nlp.memory_zone() if len(nlp.vocab) > _KEPT_WORDS else nullcontext()
