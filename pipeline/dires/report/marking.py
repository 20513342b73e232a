"""A block of text with what was found in it.

Entities are underlined, dates and quantities in italics. A statement has its label's colour and
stands between brackets with its number, which is what shows it on paper and in a file; of nested
statements the inner one keeps its own colour.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dires.article import Article, Segment
from dires.report import style
from dires.report.blocks import safe

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def marked(article: Article, block: Segment) -> Text:
    """The text of `block`; a statement's number is its place in ``article.statements``, from 1."""
    text = Text(safe(article.text[block.start : block.end]), style=style.SEGMENTS[block.kind])

    def mark(start: int, end: int, look: str) -> None:
        text.stylize(look, max(0, start - block.start), max(0, end - block.start))

    for statement in sorted(article.statements, key=lambda s: s.start - s.end):
        mark(statement.start, statement.end, style.LABELS[statement.label])
    for statement in article.statements:
        mark(statement.cue.start, statement.cue.end, style.CUE)
    for entity in article.entities:
        mark(entity.start, entity.end, style.ENTITY)
    for date in article.dates:
        mark(date.start, date.end, style.VALUE)
    for quantity in article.quantities:
        mark(quantity.start, quantity.end, style.VALUE)
    return _insert(text, _brackets(article, block))


def superscript(number: int) -> str:
    """`number` in superscript digits."""
    return str(number).translate(_SUPERSCRIPTS)


def _brackets(article: Article, block: Segment) -> Iterator[tuple[int, Text]]:
    """Brackets of the block's statements with their places, in the order they are written."""
    marks = []
    for number, statement in enumerate(article.statements, 1):
        start, end = max(statement.start, block.start), min(statement.end, block.end)
        if start >= end:
            continue
        look = style.LABELS[statement.label]
        opening = Text(f"[{superscript(number)}", style=look)
        # At one place brackets close before others open, and the longer statement is outside.
        marks.append(((start, 1, start - end, number), opening))
        marks.append(((end, 0, -start, -number), Text("]", style=look)))
    for (place, *_), bracket in sorted(marks, key=lambda mark: mark[0]):
        yield place - block.start, bracket


def _insert(text: Text, marks: Iterator[tuple[int, Text]]) -> Text:
    marks_at = list(marks)
    pieces = text.divide(place for place, _ in marks_at)
    result = Text(style=text.style)
    for piece, (_, mark) in zip(pieces, [*marks_at, (0, Text())], strict=True):
        result.append_text(piece)
        result.append_text(mark)
    return result
