"""What the encoder saw: where statements may begin, and how probable that is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Span, Token

from dires.article import STATEMENT_LABELS
from dires.encoder import tagging
from dires.encoder.heads import has_head, read_head
from dires.statements.match import Match

HEAD: Final = "acts"
# How many tokens before a rule's words the encoder may see the same act begin (*tient à saluer*).
_LEAD: Final = 3


def has_evidence(doc: Doc) -> bool:
    """Whether the encoder has read `doc` for statements."""
    return has_head(doc, HEAD)


class Evidence:
    """The encoder's view of `doc`, which it has read."""

    def __init__(self, doc: Doc) -> None:
        self._starts = sorted(read_head(doc, HEAD))
        self._places = [span.start for span in self._starts]
        self._wholes = {label: read_head(doc, label) for label in STATEMENT_LABELS}
        self._doc = doc

    def of(self, match: Match) -> float:
        """How probable it is that the act of `match` begins where its words stand."""
        first, end = _reach(match)
        scores = [s.score for s in self._between(first, end) if s.label == match.rule.label]
        return max(scores, default=0.0)

    def end_of(self, match: Match) -> int | None:
        """The character after the statement that the encoder reads where `match` begins, if any."""
        first, end = _reach(match)
        spans = self._wholes[match.rule.label]
        ends = [span.end for span in spans if first <= span.start < end]
        return max(ends, default=None)

    def beside(
        self, matches: Sequence[Match], sentence: Span
    ) -> Iterator[tuple[Token, str, float]]:
        """Acts seen to begin in `sentence` that none of its `matches` accounts for.

        Each is given as its first token, its label and its probability.
        """
        taken = [(*_reach(match), match.rule.label) for match in matches]
        for span in self._between(sentence.start_char, sentence.end_char):
            if self._is_outdone(span):
                continue
            if not any(a <= span.start < b and label == span.label for a, b, label in taken):
                token = _token_at(self._doc, span.start)
                if token is not None:
                    yield token, span.label, span.score

    def _between(self, start: int, end: int) -> Sequence[tagging.Span]:
        return self._starts[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def _is_outdone(self, span: tagging.Span) -> bool:
        """Whether the same act is seen to begin more probably a few characters away."""
        near = self._between(span.start - 12, span.start + 13)
        return any(other.score > span.score for other in near)


def _reach(match: Match) -> tuple[int, int]:
    doc = match.anchor.doc
    first = max(match.start - _LEAD, match.anchor.sent.start)
    last = doc[match.cue_end - 1]
    return doc[first].idx, last.idx + len(last)


def _token_at(doc: Doc, character: int) -> Token | None:
    span = doc.char_span(character, character + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None
