"""Articles that are nearly the same: one dispatch in five papers, a page fetched twice.

Two articles are near-duplicates where at least seven in ten of their runs of five words are the
same (Jaccard similarity, estimated by MinHash: Broder 1997, “On the resemblance and containment
of documents”). Case, punctuation and typography do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from datasketch import LeanMinHash, MinHash, MinHashLSH

from dires.article import Article
from dires.readers import Reading, Sourced
from dires.typography import fold

_WORD: Final = re.compile(r"\w+")
_RUN: Final = 5
_HASHES: Final = 128
_BANDS: Final = (25, 5)  # finds 99 of 100 pairs of a similarity of 0.7
SIMILARITY: Final = 0.7


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The article `id` is nearly the same as `duplicate_of`, which came first."""

    id: str
    duplicate_of: str
    similarity: float


class Duplicates:
    """Finds, for each article, the first one before it that it is nearly the same as.

    `found` has the near-duplicates by their ids. About 10 kB of memory are kept for each article
    that is none.
    """

    def __init__(self, *, similarity: float = SIMILARITY) -> None:
        self.found: dict[str, Duplicate] = {}
        self._similarity = similarity
        self._index = MinHashLSH(num_perm=_HASHES, params=_BANDS)
        self._originals: dict[str, LeanMinHash] = {}

    def watch(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """`readings`, each article compared with those before it as it passes."""
        for reading in readings:
            if isinstance(reading, Sourced):
                self.compare(reading.article)
            yield reading

    def compare(self, article: Article) -> Duplicate | None:
        """What `article` is a near-duplicate of, if it is one."""
        signature = _signature(article.text)
        if signature is None or article.id in self._originals or article.id in self.found:
            return None
        similar = [
            (signature.jaccard(self._originals[original]), original)
            for original in self._index.query(signature)
        ]
        similarity, original = max(similar, default=(0.0, ""))
        if similarity < self._similarity:
            self._originals[article.id] = signature
            self._index.insert(article.id, signature)
            return None
        duplicate = Duplicate(article.id, original, round(float(similarity), 3))
        self.found[article.id] = duplicate
        return duplicate


def _signature(text: str) -> LeanMinHash | None:
    words = _WORD.findall(fold(text).lower())
    if not words:
        return None
    runs = {
        " ".join(words[start : start + _RUN]).encode("utf-8", "surrogatepass")
        for start in range(max(1, len(words) - _RUN + 1))
    }
    minhash = MinHash(num_perm=_HASHES)
    minhash.update_batch(runs)
    return LeanMinHash(minhash)
