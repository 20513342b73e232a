"""Sinks that write lines: JSON lines of whole articles, and CSV with one row a statement.

Each article goes out in one unbuffered write of whole lines, so that whatever stops the
program, the file holds whole lines only and every article that was finished.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import Any, Final, cast

from dires.article import Article, Date, Quantity, Statement

CSV_COLUMNS: Final = (
    "id",
    "title",
    "published",
    "source",
    "label",
    "holder",
    "holder_label",
    "addressee",
    "reported_by",
    "cue",
    "text",
    "deadline",
    "dates",
    "quantities",
    "modality",
    "confidence",
    "start",
    "end",
    "explanation",
)


class _WholeLines:
    """A binary file, or standard output, that takes whole lines."""

    def __init__(self, path: Path | None) -> None:
        self._closes = path is not None
        self._file = path.open("wb", buffering=0) if path else cast(io.RawIOBase, sys.stdout.buffer)

    def write(self, lines: str) -> None:
        rest = memoryview(lines.encode("utf-8"))
        while rest:
            rest = rest[self._file.write(rest) :]
        self._file.flush()

    def close(self) -> None:
        if self._closes:
            self._file.close()


class JsonLinesSink:
    """One article a line, as `Article.to_json` gives it."""

    def __init__(self, path: Path | None) -> None:
        self._lines = _WholeLines(path)

    def write(self, article: Article) -> None:
        """Write the article's line."""
        self._lines.write(article.to_json() + "\n")

    def close(self) -> None:
        """Close the file."""
        self._lines.close()


class StatementsCsvSink:
    """One row a statement, under the header `CSV_COLUMNS` (UTF-8, quoted as in RFC 4180).

    The values of a statement's dates and quantities stand in one cell, separated by ``; ``.
    """

    def __init__(self, path: Path | None) -> None:
        self._lines = _WholeLines(path)
        self._lines.write(_csv([CSV_COLUMNS]))

    def write(self, article: Article) -> None:
        """Write the rows of the article's statements."""
        rows = [_row(article, statement) for statement in article.statements]
        self._lines.write(_csv([row[column] for column in CSV_COLUMNS] for row in rows))

    def close(self) -> None:
        """Close the file."""
        self._lines.close()


def _csv(rows: Any) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _row(article: Article, statement: Statement) -> dict[str, Any]:
    holder, addressee, reported_by = statement.holder, statement.addressee, statement.reported_by
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "label": statement.label,
        "holder": holder and holder.name,
        "holder_label": holder and holder.label,
        "addressee": addressee and addressee.name,
        "reported_by": reported_by and reported_by.name,
        "cue": statement.cue.text,
        "text": statement.text,
        "deadline": statement.deadline,
        "dates": "; ".join(_date(article.dates[i]) for i in statement.dates),
        "quantities": "; ".join(_quantity(article.quantities[i]) for i in statement.quantities),
        "modality": statement.modality,
        "confidence": statement.confidence,
        "start": statement.start,
        "end": statement.end,
        "explanation": statement.explanation,
    }


def _date(found: Date) -> str:
    return f"{found.modifier} {found.value}" if found.modifier else found.value


def _quantity(found: Quantity) -> str:
    bounds = f"{found.low}–{found.high}" if found.value is None else str(found.value)
    return " ".join(part for part in (found.modifier, bounds, found.unit) if part)
