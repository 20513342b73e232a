"""Long texts cut into overlapping windows, and the windows' results joined again.

A window is what the encoder reads at once; it ends where a line does, if it can. Each piece is
taken from the window in which it stands farthest from an edge that is not the text's own, so that
it is always read with its context.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def windows_of(
    length: int, *, size: int, overlap: int, breaks: Sequence[int] = ()
) -> list[tuple[int, int]]:
    """Windows (start, end) over ``range(length)``, even and of at most `size`.

    They meet at `breaks`, places in order where the text itself has an end, and share nothing
    there; where there is none in reach, neighbours share at least `overlap` pieces. Raises
    `ValueError` unless ``0 <= overlap < size``.
    """
    if not 0 <= overlap < size:
        raise ValueError(f"overlap {overlap} must be at least 0 and less than the window's {size}")
    windows = []
    start = 0
    while length - start > size:
        meeting = _break_near(start, length, size, breaks)
        if meeting is not None:
            end = following = meeting
        else:
            rest = length - start
            count = -(-(rest - overlap) // (size - overlap))
            end = start - (-(rest + (count - 1) * overlap) // count)
            following = end - overlap
        windows.append((start, end))
        start = following
    if start < length:
        windows.append((start, length))
    return windows


def _break_near(start: int, length: int, size: int, breaks: Sequence[int]) -> int | None:
    """The break nearest to where windows of one width would end, if a window may end there."""
    rest = length - start
    even = start + rest / -(-rest // size)
    first = bisect_left(breaks, start + max(size // 4, 1))
    last = bisect_right(breaks, start + size)
    return min(breaks[first:last], key=lambda place: abs(place - even), default=None)


def join(
    windows: Sequence[tuple[int, int]], parts: Sequence[npt.NDArray[np.float32]]
) -> npt.NDArray[np.float32]:
    """One row a piece out of one array a window: overlaps are cut in their middle."""
    rows = []
    for i, ((start, end), part) in enumerate(zip(windows, parts, strict=True)):
        first = (start + windows[i - 1][1]) // 2 if i else start
        last = (windows[i + 1][0] + end) // 2 if i + 1 < len(windows) else end
        rows.append(part[first - start : last - start])
    return np.concatenate(rows)
