"""Web archives (WARC): each page that was fetched whole is an article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from dires.article import Article
from dires.extras import require
from dires.readers.compressed import open_binary
from dires.readers.reading import InputError, Reading, attempt
from dires.readers.web import article_from_page

_PAGES: Final = ("text/html", "application/xhtml+xml")


def read_web_archive(path: Path) -> Iterator[Reading]:
    """The articles of the pages in a WARC file, compressed or not.

    An article's id is that of its WARC record, its source the page's address. Records that are
    no page (requests, images, redirections, pages that the server did not find) are passed over.
    """
    require("warcio", extra="warc", what="WARC")
    from warcio.archiveiterator import ArchiveIterator

    empty = True
    # warcio takes a compressed file that is cut for whole; gzip does not.
    with open_binary(path) as stream:
        for number, record in enumerate(ArchiveIterator(stream), start=1):
            if _is_page(record):
                empty = False
                yield attempt(partial(_article, record), str(path), number)
    if empty:
        yield InputError(str(path), None, "the archive holds no web page")


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("Content-Type") or ""
    found = record.http_headers.get_statuscode() == "200"
    return found and kind.partition(";")[0].strip().lower() in _PAGES


def _article(record: Any) -> Article:
    kind = record.http_headers.get_header("Content-Type")
    page = record.content_stream().read()
    if record.raw_stream.limit:
        raise ValueError("the archive ends within this page")
    return article_from_page(
        page,
        name=record.rec_headers.get_header("WARC-Record-ID").strip("<>"),
        source=record.rec_headers.get_header("WARC-Target-URI"),
        declared=kind.lower().partition("charset=")[2].strip(" \"'") or None,
    )
