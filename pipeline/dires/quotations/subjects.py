"""The subject of a reporting verb, read from a dependency parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 12


def subject_of(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The subject of the verb at the characters ``start:end`` of a parsed `doc`, or None."""
    cue = doc.char_span(start, end, alignment_mode="expand")
    if cue is None:
        return None
    verb = cue.root.head if cue.root.dep_.startswith("aux") else cue.root
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    for token in verb.children:
        if token.dep_ == "nsubj" and not token.is_space:
            return _phrase(token)
    return None


def _phrase(head: Token) -> tuple[int, int]:
    first, last = head.left_edge, head.right_edge
    if last.i - first.i >= _LONGEST:
        first = last = head
    return first.idx, last.idx + len(last.text)
