"""Several processes: batches of readings go out to workers, outcomes come back in order.

spaCy's own ``nlp.pipe(n_process=…)`` waits for ever where it is stopped before its end (by
Ctrl-C, by an error, by a caller that has seen enough) while its workers have results to hand
over; it also sends whole documents, of which only the records are needed here.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

from spacy.language import Language

from dires.batch.run import Outcome, run
from dires.readers import Reading, Sourced

_pipeline: Language


def spread(
    nlp: Language, readings: Iterator[Reading], *, batch_size: int, n_process: int
) -> Iterator[Outcome]:
    """As `run`, in `n_process` processes; two batches a process are under way at most."""
    under_way: deque[Future[list[Outcome]]] = deque()
    with _workers(nlp, n_process) as workers:
        for batch in _batches(readings, batch_size):
            if isinstance(batch, Exception):
                while under_way:
                    yield from under_way.popleft().result()
                raise batch
            under_way.append(workers.submit(_work, batch))
            if len(under_way) == 2 * n_process:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


@contextmanager
def _workers(nlp: Language, count: int) -> Iterator[ProcessPoolExecutor]:
    others = set(multiprocessing.active_children())
    executor = ProcessPoolExecutor(count, initializer=_begin, initargs=(nlp,))
    try:
        yield executor
    except BaseException:
        # Stopped before the end: nobody waits for what is under way.
        for worker in set(multiprocessing.active_children()) - others:
            worker.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def _begin(nlp: Language) -> None:
    """Set up a worker; Ctrl-C, which a terminal sends to all processes, is left to the first."""
    global _pipeline
    _pipeline = nlp
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(readings: list[Reading]) -> list[Outcome]:
    return list(run(_pipeline, readings, batch_size=len(readings)))


def _batches(readings: Iterator[Reading], size: int) -> Iterator[list[Reading] | Exception]:
    """`readings` in lists of `size`; what reading raises comes last, behind what was read."""
    batch: list[Reading] = []
    failure: Exception | None = None
    try:
        for reading in readings:
            # Records may hold anything; workers need, and get, only what was read from them.
            slim = replace(reading, record=None) if isinstance(reading, Sourced) else reading
            batch.append(slim)
            if len(batch) == size:
                yield batch
                batch = []
    except Exception as error:
        failure = error
    if batch:
        yield batch
    if failure is not None:
        yield failure
