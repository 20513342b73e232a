"""A text as the encoder reads it: word pieces with their places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from dires.typography import fold

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Piece *i* has id ``ids[i]`` and stands at ``text[starts[i]:ends[i]]``, spaces left out.

    A separator stands for each stretch of line breaks; it and pieces without a character of their
    own, such as spaces, are empty (``starts[i] == ends[i]``).
    """

    ids: Ints
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.ids)


def pieces_of(text: str, tokenizer: Tokenizer, *, separator: int) -> Pieces:
    """Cut `text` into pieces, line by line, with `separator` between the lines.

    The typography is folded first, so that ``l’ONU`` and ``l'ONU`` are read alike; offsets count
    characters of `text`.
    """
    folded = fold(text)
    lines = []
    at = 0
    for line in folded.split("\n"):
        if line and not line.isspace():
            lines.append((at, line))
        at += len(line) + 1
    ids: list[int] = []
    places: list[tuple[int, int]] = []
    encoded = tokenizer.encode_batch([line for _, line in lines], add_special_tokens=False)
    for number, ((at, _), found) in enumerate(zip(lines, encoded, strict=True)):
        if number:
            ids.append(separator)
            places.append((at, at))
        ids.extend(found.ids)
        places.extend((at + start, at + end) for start, end in found.offsets)
    starts, ends = np.array(places, dtype=np.int64).reshape(-1, 2).T
    starts = _past_spaces(folded, starts, ends)
    # Of several pieces made of one character (a mark of a word's start, ``½``) the last has it.
    ends[:-1] = np.minimum(ends[:-1], starts[1:])
    return Pieces(np.array(ids, dtype=np.int64), np.minimum(starts, ends), ends)


def _past_spaces(text: str, starts: Ints, ends: Ints) -> Ints:
    """`starts` moved past the spaces that pieces begin with."""
    blank = np.frombuffer(text.encode("utf-32-le"), dtype="<u4") == ord(" ")
    blank = np.append(blank, False)
    moved = starts.copy()
    while True:
        spaces = blank[moved] & (moved < ends)
        if not spaces.any():
            return moved
        moved += spaces
