"""Plain text: one article a file, the text exactly as it is decoded."""

from __future__ import annotations

from pathlib import Path

from dires.article import Article
from dires.readers.encoding import decode


def article_from_text(data: bytes, *, name: str, source: str) -> Article:
    """The article whose text is `data`; raises `ValueError` where there is none."""
    text = decode(data)
    if not text.strip():
        raise ValueError("the file is empty")
    return Article(id=name, text=text, source=source)


def article_from_text_file(path: Path) -> Article:
    """The article in the text file `path`; its id is the file's stem."""
    return article_from_text(path.read_bytes(), name=path.stem, source=str(path))
