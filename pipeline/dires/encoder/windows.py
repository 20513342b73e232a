"""Long texts cut into overlapping windows, and the windows' results joined again.

A window is what the encoder reads at once. Each piece is taken from the window in which it stands
farthest from an edge that is not the text's own, so that it is always read with its context.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def windows_of(length: int, *, size: int, overlap: int) -> list[tuple[int, int]]:
    """Windows (start, end) over ``range(length)``, as few and as even as `size` allows.

    Neighbours share at least `overlap` pieces. Raises `ValueError` unless ``0 <= overlap < size``.
    """
    if not 0 <= overlap < size:
        raise ValueError(f"overlap {overlap} must be at least 0 and less than the window's {size}")
    if not length:
        return []
    if length <= size:
        return [(0, length)]
    count = -(-(length - overlap) // (size - overlap))
    width = -(-(length + (count - 1) * overlap) // count)
    starts = [round(i * (length - width) / (count - 1)) for i in range(count)]
    return [(start, start + width) for start in starts]


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
