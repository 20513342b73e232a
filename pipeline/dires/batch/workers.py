"""Several processes: batches go out to workers that hold the pipeline, outcomes come back.

spaCy's own ``nlp.pipe(n_process=…)`` waits for ever where it is stopped before its end (by
Ctrl-C, by an error, by a caller that has seen enough) while its workers have results to hand
over; it also sends whole documents, of which only the records are needed here.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import connection
from typing import TypeAlias

from spacy.language import Language
from threadpoolctl import threadpool_limits

from dires.batch.stream import Outcome
from dires.batch.work import work
from dires.readers import Reading, Sourced

_UnderWay: TypeAlias = dict[Future[list[Outcome]], Sequence[Reading]]

_pipeline: Language
_timeout: float | None


def spread(
    nlp: Language,
    batches: Iterable[list[Reading]],
    *,
    n_process: int,
    timeout: float | None = None,
    ordered: bool = True,
) -> Generator[list[Outcome], None, None]:
    """What `work` gives for each of `batches`, in `n_process` processes.

    Two batches a process are under way at most. They come back in order, or, if not `ordered`,
    as they are done. Where a worker dies (killed for its memory, say), the articles under way are
    done again one by one, and only the one that it dies of is an error.
    """
    with _Workers(nlp, n_process, timeout) as workers:
        source = iter(batches)
        under_way: _UnderWay = {}
        failure: Exception | None = None
        more = True
        while more or under_way:
            if more and len(under_way) < 2 * n_process:
                try:
                    batch = next(source)
                except StopIteration:
                    more = False
                except Exception as error:  # the caller's own: raised behind what came before it
                    more, failure = False, error
                else:
                    under_way[workers.submit(batch)] = batch
                continue
            yield from workers.collect(under_way, ordered=ordered)
        if failure is not None:
            raise failure


class _Workers:
    """A pool of processes that is made anew when one of them dies."""

    def __init__(self, nlp: Language, count: int, timeout: float | None) -> None:
        self._count = count
        self._initargs = (nlp, timeout, max(1, (os.cpu_count() or 1) // count))
        self._others = set(multiprocessing.active_children())
        self._pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._count, initializer=_begin, initargs=self._initargs)

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is not None:
            # Stopped before the end: nobody waits for what is under way.
            for worker in set(multiprocessing.active_children()) - self._others:
                worker.terminate()
        self._pool.shutdown(cancel_futures=True)

    def submit(self, batch: Sequence[Reading]) -> Future[list[Outcome]]:
        # Records may hold anything; workers need, and get, only what was read from them.
        slim = [replace(r, record=None) if isinstance(r, Sourced) else r for r in batch]
        try:
            return self._pool.submit(_work, slim)
        except BrokenProcessPool:
            self._pool.shutdown()
            self._pool = self._start()
            return self._pool.submit(_work, slim)

    def collect(self, under_way: _UnderWay, *, ordered: bool) -> Iterator[list[Outcome]]:
        """The outcomes of the first batch, or of all under way where a worker died of one."""
        first = next(iter(under_way))
        if not ordered:
            first = next(iter(wait(under_way, return_when=FIRST_COMPLETED).done))
        if not isinstance(first.exception(), BrokenProcessPool):
            del under_way[first]
            yield first.result()
            return
        for future, batch in list(under_way.items()):
            del under_way[future]
            if isinstance(future.exception(), BrokenProcessPool):
                yield [self._alone(reading) for reading in batch]
            else:
                yield future.result()

    def _alone(self, reading: Reading) -> Outcome:
        future = self.submit([reading])
        if isinstance(reading, Sourced) and isinstance(future.exception(), BrokenProcessPool):
            died = "the process that worked on it died, perhaps for want of memory"
            return reading.error(died, stage="process")
        return future.result()[0]


def _begin(nlp: Language, timeout: float | None, threads: int) -> None:
    """Set up a worker.

    Ctrl-C, which a terminal sends to all processes, is left to the first, with which the worker
    ends; and all workers' threads together are as many as there are processors.
    """
    global _pipeline, _timeout
    _pipeline, _timeout = nlp, timeout
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threadpool_limits(threads)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    connection.wait([parent.sentinel])
    os._exit(1)


def _work(readings: list[Reading]) -> list[Outcome]:
    return work(_pipeline, readings, timeout=_timeout)
