"""Sinks that write lines: JSON lines of whole articles, and CSV with one row a statement."""

from __future__ import annotations

import csv
import gzip
import io
import sys
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

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


class JsonLinesSink:
    """One article a line, as `Article.to_json` gives it."""

    def __init__(self, path: Path | None) -> None:
        self._lines = _open(path)

    def write(self, article: Article) -> None:
        """Write the article's line."""
        self.write_record(article.to_json())

    def write_record(self, record: str) -> None:
        """Write an article that is JSON already."""
        self._lines.write(f"{record}\n".encode())

    def close(self) -> None:
        """Finish the file."""
        self._lines.close()


class StatementsCsvSink:
    """One row a statement, under the header `CSV_COLUMNS` (UTF-8, quoted as in RFC 4180).

    The values of a statement's dates and quantities stand in one cell, separated by ``; ``.
    """

    def __init__(self, path: Path | None) -> None:
        self._lines = _open(path)
        self._lines.write(_csv([CSV_COLUMNS]))

    def write(self, article: Article) -> None:
        """Write the rows of the article's statements."""
        rows = [_row(article, statement) for statement in article.statements]
        self._lines.write(_csv([row[column] for column in CSV_COLUMNS] for row in rows))

    def close(self) -> None:
        """Finish the file."""
        self._lines.close()


class _StandardOutput:
    """Takes whole lines, each article's at once, and is left open."""

    def write(self, lines: bytes) -> None:
        sys.stdout.buffer.write(lines)
        sys.stdout.buffer.flush()

    def close(self) -> None:
        sys.stdout.buffer.flush()


def _open(path: Path | None) -> BinaryIO | _StandardOutput:
    """Standard output, or a new file that is compressed if its suffix says so."""
    if path is None:
        return _StandardOutput()
    suffix = path.suffix.lower()
    if suffix == ".gz":
        # Without a time, so that the same results are the same bytes.
        return cast(BinaryIO, gzip.GzipFile(path, "wb", compresslevel=6, mtime=0))
    if suffix == ".zst":
        from backports import zstd

        return cast(BinaryIO, zstd.open(path, "wb"))
    return path.open("wb")


def _csv(rows: Any) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8")


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
