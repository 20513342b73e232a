"""No piece of a long text is lost, and each comes from where it was read in context."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dires.encoder.windows import join, windows_of


@st.composite
def layouts(draw):
    size = draw(st.integers(1, 60))
    return draw(st.integers(0, 400)), size, draw(st.integers(0, size - 1))


breaks = st.lists(st.integers(1, 399), unique=True).map(sorted)


@given(layouts())
def test_windows_cover_the_text_and_overlap(layout):
    length, size, overlap = layout
    windows = windows_of(length, size=size, overlap=overlap)
    assert {i for start, end in windows for i in range(start, end)} == set(range(length))
    assert all(0 < end - start <= size for start, end in windows)
    for (_, end), (start, _) in pairwise(windows):
        assert end - start >= overlap


@given(layouts(), breaks)
def test_neighbours_meet_at_a_break_or_overlap(layout, breaks):
    length, size, overlap = layout
    windows = windows_of(length, size=size, overlap=overlap, breaks=breaks)
    assert {i for start, end in windows for i in range(start, end)} == set(range(length))
    assert all(0 < end - start <= size for start, end in windows)
    for (_, end), (start, _) in pairwise(windows):
        assert end - start >= overlap or (start == end and end in breaks)


def test_a_text_of_two_lines_is_read_line_by_line():
    assert windows_of(30, size=20, overlap=10, breaks=[14]) == [(0, 14), (14, 30)]


@given(layouts(), breaks)
def test_joining_gives_every_piece_once_and_in_order(layout, breaks):
    length, size, overlap = layout
    windows = windows_of(length, size=size, overlap=overlap, breaks=breaks)
    parts = [np.arange(start, end, dtype=np.float32)[:, None] for start, end in windows]
    if windows:
        assert join(windows, parts)[:, 0].tolist() == list(range(length))


def test_pieces_at_an_inner_edge_come_from_the_other_window():
    windows = windows_of(30, size=20, overlap=10)
    parts = [np.full((end - start, 1), i, np.float32) for i, (start, end) in enumerate(windows)]
    assert windows == [(0, 20), (10, 30)]
    assert join(windows, parts)[:, 0].tolist() == [0] * 15 + [1] * 15


def test_an_overlap_as_long_as_the_window_is_refused():
    with pytest.raises(ValueError, match="overlap"):
        windows_of(30, size=10, overlap=10)
