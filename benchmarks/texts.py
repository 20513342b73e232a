"""The texts that everything here is timed on: a part of the bundled corpus, read once."""

from __future__ import annotations

from functools import cache
from itertools import islice
from pathlib import Path

from dires.readers import Sourced, read

EVERY = 12
CORPUS = Path(__file__).parent.parent / "corpus" / "articles"


@cache
def texts() -> tuple[str, ...]:
    """The texts of every twelfth article of the corpus."""
    found = (reading.article.text for reading in read([CORPUS]) if isinstance(reading, Sourced))
    return tuple(islice(found, None, None, EVERY))


@cache
def joined() -> str:
    """All texts as one, for the stages that read plain text."""
    return "\n\n".join(texts())


def words() -> int:
    """Number of white-space separated words in `texts`."""
    return sum(len(text.split()) for text in texts())
