"""One statement or several: coordinated contents that have each a date or quantity of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Token

from dires.article import Date, Quantity
from dires.statements.arguments import inside
from dires.statements.match import Match
from dires.statements.verbs import is_infinitive


def parts_of(
    match: Match, end: int, dates: Sequence[Date], quantities: Sequence[Quantity]
) -> Iterator[tuple[int, int]]:
    """The parts of the statement of `match` up to token `end`, each as its first token and the
    token after it: one for each coordinated content with a date or quantity of its own."""
    heads = [match.complement, *_row(match.complement, end)]
    cuts = [match.start]
    for head in heads[1:]:
        cuts.append(min(token.i for token in head.subtree))
    parts: list[tuple[int, int]] = []
    doc = match.anchor.doc
    for start, stop in pairwise([*cuts, end]):
        while start < stop and doc[start].pos_ in ("CCONJ", "PUNCT", "ADP", "SPACE") and parts:
            start += 1
        while stop - 1 > start and doc[stop - 1].pos_ in ("CCONJ", "PUNCT", "SPACE"):
            stop -= 1
        parts.append((start, stop))
    own = [
        inside(doc[a].idx, doc[b - 1].idx + len(doc[b - 1]), dates)
        or inside(doc[a].idx, doc[b - 1].idx + len(doc[b - 1]), quantities)
        for a, b in parts
        if b > a
    ]
    if len(parts) > 1 and len(own) == len(parts) and all(own):
        yield from parts
    else:
        yield match.start, end


def _row(head: Token, end: int) -> list[Token]:
    """Infinitives coordinated with the infinitive `head`, or nouns with the noun `head`."""

    def is_alike(token: Token) -> bool:
        return is_infinitive(token) if is_infinitive(head) else token.pos_ == "NOUN"

    if not is_alike(head):
        return []
    row: list[Token] = []
    for child in head.rights:
        if child.dep_ == "conj" and is_alike(child) and child.i < end:
            row += [child, *_row(child, end)]
    return row
