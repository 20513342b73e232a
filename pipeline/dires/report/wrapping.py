"""Breaking a styled text into lines, as French typography wants it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from rich.text import Text

# No break at a no-break space, after «, before a high punctuation mark, however it is spaced.
_WORD = re.compile(r"(?:[«©§] )?[^ ]+(?: [»:;!?%€$]+(?![^ ]))* *")


def wrap(text: Text, width: int) -> list[Text]:
    """The lines of `text`, none wider than `width` cells; its own line breaks are kept."""
    if width < 1:
        raise ValueError(f"cannot wrap to a width of {width}")
    return [line for part in text.split("\n", allow_blank=True) for line in _lines(part, width)]


def _lines(text: Text, width: int) -> list[Text]:
    plain = text.plain
    breaks = []
    start = 0
    for begin, end in _pieces(plain, width):
        if begin > start and cell_len(plain[start:end].rstrip(" ")) > width:
            breaks.append(begin)
            start = begin
    lines = list(text.divide(breaks))
    for line in lines:
        line.rstrip()
    return lines


def _pieces(plain: str, width: int) -> Iterator[tuple[int, int]]:
    """What must stay on one line: words, cut only where one is wider than a whole line."""
    for word in _WORD.finditer(plain):
        start, end = word.span()
        while cell_len(plain[start:end].rstrip(" ")) > width:
            cut = start + max(1, len(set_cell_size(plain[start:end], width).rstrip(" ")))
            yield start, cut
            start = cut
        yield start, end


def shorten(text: Text, width: int, *, lines: int) -> list[Text]:
    """The first `lines` lines of `text`, the last one ending in … where there would be more."""
    wrapped = wrap(text, width)
    if len(wrapped) <= lines:
        return wrapped
    *kept, last = wrapped[:lines]
    if cell_len(last.plain) == width:
        # Make room by the last word; where there is but one, by its last letter.
        last = last[: max(last.plain.rfind(" "), 0) or len(last) - 1]
    return [*kept, Text.assemble(last, "…")]
