"""Web pages: the main text, title and date of publication, by trafilatura."""

from __future__ import annotations

import re
from pathlib import Path

from dires.article import Article
from dires.readers.encoding import decode

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
_LATIN_1 = frozenset(("iso-8859-1", "latin1", "us-ascii"))


def article_from_web_page(path: Path) -> Article:
    """The article on the page saved at `path`; its id is the file's stem."""
    return article_from_page(path.read_bytes(), name=path.stem, source=str(path))


def article_from_page(
    data: bytes, *, name: str, source: str, declared: str | None = None
) -> Article:
    """The article on the page `data`, of the encoding that its server or its head declares.

    The text is the extracted main text, one paragraph a line. The date is taken only from the
    page's metadata, never from dates mentioned in it. Raises `ValueError` for a page without
    main text.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    if not data.strip():
        raise ValueError("the file is empty")
    page = bare_extraction(
        decode(data, declared=_as_browsers(declared) or _declared_encoding(data)),
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(page, Document) or not page.text or not page.text.strip():
        raise ValueError("no main text found on the page")
    return Article(
        id=name,
        text=page.text,
        title=page.title or None,
        published=page.date or None,
        source=page.url or source,
    )


def _declared_encoding(data: bytes) -> str | None:
    """The encoding named in the page's head."""
    found = _CHARSET.search(data[:4096])
    return _as_browsers(found[1].decode("ascii")) if found else None


def _as_browsers(encoding: str | None) -> str | None:
    """Browsers read Latin-1 as Windows-1252 (WHATWG)."""
    return "cp1252" if encoding and encoding.lower() in _LATIN_1 else encoding
