"""Web pages: the main text, title and date of publication, by trafilatura."""

from __future__ import annotations

import re
from pathlib import Path

from dires.article import Article
from dires.readers.encoding import decode

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)


def article_from_web_page(path: Path) -> Article:
    """The article on the page saved at `path`; its id is the file's stem.

    The text is the extracted main text, one paragraph a line. The date is taken only from the
    page's metadata, never from dates mentioned in it. Raises `ValueError` for a page without
    main text.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    data = path.read_bytes()
    if not data.strip():
        raise ValueError("the file is empty")
    page = bare_extraction(
        decode(data, declared=_declared_encoding(data)),
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(page, Document) or not page.text or not page.text.strip():
        raise ValueError("no main text found on the page")
    return Article(
        id=path.stem,
        text=page.text,
        title=page.title or None,
        published=page.date or None,
        source=page.url or str(path),
    )


def _declared_encoding(data: bytes) -> str | None:
    """The encoding named in the page's head; browsers read Latin-1 as Windows-1252 (WHATWG)."""
    found = _CHARSET.search(data[:4096])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    return "cp1252" if name in {"iso-8859-1", "latin1", "us-ascii"} else name
