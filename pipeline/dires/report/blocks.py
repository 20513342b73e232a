"""An article's text as the blocks that it is shown in."""

from __future__ import annotations

import re
from typing import Final

from dires.article import Article, Segment

# As wide as what it replaces, so that offsets stay; escape sequences never reach the terminal.
_CONTROLS: Final = {c: " " for c in (*range(32), *range(127, 160)) if chr(c) != "\n"} | {
    0x2028: "\n",
    0x2029: "\n",
}


def safe(text: str) -> str:
    """`text` without control characters, of the same length."""
    return text.translate(_CONTROLS)


def blocks(article: Article) -> list[Segment]:
    """The article's segments in order; lines that no segment covers are paragraphs."""
    found = sorted(article.segments, key=lambda segment: segment.start)
    covered = [(segment.start, segment.end) for segment in found]
    start = 0
    for begin, end in [*covered, (len(article.text), len(article.text))]:
        found += _paragraphs(article.text, start, begin)
        start = max(start, end)
    return sorted(found, key=lambda segment: segment.start)


def _paragraphs(text: str, start: int, end: int) -> list[Segment]:
    return [
        Segment(line.start(), line.end(), "paragraph")
        for line in re.compile(r"\S(?:[^\n]*\S)?").finditer(text, start, max(start, end))
    ]
