"""Lines of a text, and the blocks they make once hard wrapping is undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

_LINE = re.compile(r"\S[^\n]*")
_BULLET = re.compile(r"(?:[-*•·‣▪■►→]|\(?\d{1,2}[.)]|[a-z]\))\s")
_TERMINAL = re.compile(r"[.!?:;…»\"]\)?$")
_MAX_COLUMNS = 132
_MIN_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class Block:
    """One or more whole lines that belong together; `gap` is the number of blank lines before."""

    start: int
    end: int
    text: str
    gap: int

    @property
    def bulleted(self) -> bool:
        """Whether the block is an item of a list."""
        return _BULLET.match(self.text) is not None


def blocks(folded: str) -> list[Block]:
    """The blocks of a folded text, in order; together they hold all of its visible characters.

    A block is a line, or several lines where the text is hard-wrapped: that is decided from the
    lengths of its lines (see `wrap_width`).
    """
    lines = _lines(folded)
    width = wrap_width(lines)
    groups: list[list[Block]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Block(g[0].start, g[-1].end, folded[g[0].start : g[-1].end], g[0].gap) for g in groups]


def wrap_width(lines: Sequence[Block]) -> int | None:
    """The column at which the text was hard-wrapped, or None where it was not.

    A break inside a sentence after `n` characters, before a word of `k` letters, was made at a
    width between `n` and `n + k`. The width is the one that explains most of the breaks; text
    without wrapping has next to no breaks inside a sentence.
    """
    breaks = [(a, b) for a, b in pairwise(lines) if not b.gap and len(a.text) <= _MAX_COLUMNS]
    inside = [(a, b) for a, b in breaks if _mid_sentence(a, b) and len(a.text) >= _MIN_COLUMNS]
    if len(inside) < 2 or len(inside) < 0.25 * len(breaks):
        return None
    changes: Counter[int] = Counter()
    for a, b in inside:
        changes[len(a.text)] += 1
        changes[len(a.text) + _first_word(b) + 1] -= 1
    columns = sorted(changes)
    explained = accumulate(changes[column] for column in columns)
    return -max((count, -column) for count, column in zip(explained, columns, strict=True))[1]


def _lines(folded: str) -> list[Block]:
    lines = []
    previous_end = 0
    for match in _LINE.finditer(folded):
        text = match.group().rstrip()
        start = match.start()
        gap = max(0, folded.count("\n", previous_end, start) - 1)
        lines.append(Block(start, start + len(text), text, gap))
        previous_end = start + len(text)
    return lines


def _continues(line: Block, following: Block, width: int | None) -> bool:
    if following.gap or following.bulleted:
        return False
    length = len(line.text)
    inside = _mid_sentence(line, following)
    if width is None:
        return inside and length >= _MIN_COLUMNS
    if length > width + 2:
        return False
    full = length + 1 + _first_word(following) > width and length > 0.6 * width
    return inside or full


def _mid_sentence(line: Block, following: Block) -> bool:
    return following.text[0].islower() and not _TERMINAL.search(line.text[-2:])


def _first_word(line: Block) -> int:
    space = line.text.find(" ")
    return len(line.text) if space < 0 else space
