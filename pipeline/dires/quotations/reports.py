"""What the finders share: a report with its places, and the text it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dires.article import Sentence
from dires.quotations.verbs import lexicon

Span = tuple[int, int]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Report:
    """A quotation with the places of its speaker's words and of its cue.

    `left` and `right` are the outer edges, quotation marks included.
    """

    start: int
    end: int
    kind: str
    left: int
    right: int
    cue: Span | None = None
    speaker: Span | None = None


class Context:
    """A folded text and its sentences, looked up by offset."""

    def __init__(self, folded: str, sentences: Sequence[Sentence]) -> None:
        self.folded = folded
        self.sentences = sentences
        self._starts = [sentence.start for sentence in sentences]

    def index(self, offset: int) -> int:
        """The index of the last sentence that starts at or before `offset`; -1 before all."""
        return bisect_right(self._starts, offset) - 1

    def sentence(self, offset: int) -> Span:
        """The sentence around `offset`; an empty span where there is none."""
        index = self.index(offset)
        if index < 0 or self.sentences[index].end <= offset:
            return offset, offset
        return self.sentences[index].start, self.sentences[index].end


def word_count(text: str) -> int:
    """The number of words in `text`."""
    return len(_WORD.findall(text))


def is_clause(text: str) -> bool:
    """Whether `text` holds a pronoun or a verb that makes it more than a name or a title."""
    return _clause().search(text) is not None


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(lexicon()["words"]["clause"], re.IGNORECASE)


@cache
def source() -> re.Pattern[str]:
    """A preposition that names a source: *selon*, *d'après*."""
    words = lexicon()["words"]
    return re.compile(
        rf"\b(?:{'|'.join(words['sources'])})(?=\s(?!{words['no_source']}))", re.IGNORECASE
    )
