"""What one article may cost: its size, and the time that is spent on it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from dires.readers import Reading, Sourced

MAX_SIZE: Final = 10_000_000
"""Characters an article may have: a long book has a tenth of them."""


def within_size(readings: Iterable[Reading], size: int) -> Iterator[Reading]:
    """`readings` with an error in place of every article of more than `size` characters."""
    for reading in readings:
        if isinstance(reading, Sourced) and len(reading.article.text) > size:
            length = len(reading.article.text)
            message = f"{length:,} characters are more than the limit of {size:,}"
            yield reading.error(message, stage="size")
        else:
            yield reading


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Raise `TimeoutError` in what runs here once it has taken `seconds`; None for no limit.

    By a signal, which reaches the main thread only: elsewhere, and on Windows, nothing is limited.
    """
    if (
        seconds is None
        or not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"it took more than the limit of {seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
