"""Acts that no rule knows: matches made where the encoder sees a statement begin."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from spacy.tokens import Token

from dires.statements.constructions import complement
from dires.statements.cues import proposed_rule
from dires.statements.match import Match
from dires.statements.verbs import group_start, is_verb

# How far the word that carries the act may stand from the first of its words.
_REACH: Final = 8
_CONSTRUCTIONS: Final = ("inf:à", "inf:de", "que", "inf", "noun", "noun:à", "noun:de", "quote")
_OPENERS: Final = ("DET", "PRON", "ADV", "SPACE", "PUNCT", "ADP", "SCONJ", "CCONJ")


def proposed_match(first: Token, label: str) -> Match:
    """The act with `label` whose words begin at `first`."""
    carrier = _carrier(first)
    verb = carrier if is_verb(carrier) else None
    anchor = _predicate(carrier)
    start = min(first.i, group_start(verb)) if verb is not None else first.i
    found = next((c for name in _CONSTRUCTIONS if (c := complement(anchor, name))), None)
    return Match(proposed_rule(label), anchor, found or anchor, start, anchor.i + 1, verb)


def _carrier(first: Token) -> Token:
    """The first word of weight: a verb, or the noun of a phrase that `first` opens."""
    near = first.doc[first.i : min(first.i + _REACH, first.sent.end)]
    openers = list(takewhile(lambda token: token.pos_ in _OPENERS and not is_verb(token), near))
    at = first.i + len(openers)
    carrier = first.doc[at] if len(openers) < len(near) else first
    if carrier.pos_ == "AUX" and carrier.dep_.startswith("aux") and carrier.head.i > carrier.i:
        return carrier.head
    if carrier.pos_ == "ADJ" and carrier.head.i > carrier.i and carrier.head.pos_ == "NOUN":
        return carrier.head
    return carrier


def _predicate(carrier: Token) -> Token:
    """After a copula the predicate (*est favorable à*), else the word itself."""
    if carrier.dep_ == "cop" and carrier.head.i > carrier.i:
        return carrier.head
    return carrier
