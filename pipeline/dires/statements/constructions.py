"""Constructions: what a cue needs beside it, looked up on the dependency parse.

Each function answers with the token that heads the complement, or None. The parse decides where
it can; where press sentences are too long for it, the order of words does: French puts a
complement after its cue, with its preposition, before the next finite verb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from spacy.tokens import Token

from dires.statements.cues import CueRule
from dires.statements.verbs import (
    finite_part,
    form,
    is_conditional,
    is_finite,
    is_future,
    is_infinitive,
    is_verb,
    lemma,
)

# How far a complement may stand from its cue, in tokens.
REACH: Final = 30
_CONTRACTED: Final = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de", "auprès": "à"}
_CLITICS: Final = frozenset(
    ("ne", "n'", "se", "s'", "le", "la", "les", "l'", "y", "en", "lui", "leur", "me", "m'", "nous",
     "vous", "tous", "toutes", "ensemble")
)  # fmt: skip
_STOPS: Final = frozenset((";", ":", "?", "!"))
# Words that with *de* or *à* introduce a purpose or circumstance, not a complement.
_LOCUTIONS: Final = frozenset(
    ("vue", "afin", "avant", "lieu", "loin", "lors", "près", "autour", "but", "point", "manière",
     "façon", "quant", "grâce")
)  # fmt: skip
_CLAUSE_OPENERS: Final = frozenset(("que", "qu'", "qui", "dont", "où", "si", "et", "mais"))
_TRANSPARENT: Final = frozenset(("«", "»", '"', "“", "”", "autre"))
_CALENDAR: Final = frozenset(
    ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "janvier", "février",
     "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
     "décembre", "hier", "aujourd'hui", "soir", "matin", "dernier", "1er")
)  # fmt: skip
_OPENING: Final = frozenset(("«", "“"))
_CLOSING: Final = frozenset(("»", "”"))
_NOMINAL: Final = ("NOUN", "PROPN", "PRON", "NUM", "X", "SYM", "ADJ")


def complement(cue: Token, construction: str) -> Token | None:
    """The head of the complement of `cue` that `construction` describes (see `cues`)."""
    kind, _, argument = construction.partition(":")
    return _FINDERS[kind](cue, argument)


def rule_complement(rule: CueRule, token: Token) -> Token | None:
    """The complement that `rule` asks of its cue `token`: the first construction that is there."""
    for construction in rule.takes:
        found = complement(token, construction)
        if found is None:
            continue
        if lemma(found) in rule.without:
            return None
        if not rule.admits(lemma(found)):
            continue
        if rule.object_takes and not _takes(rule, found):
            continue
        return found
    return None


def _takes(rule: CueRule, noun: Token) -> bool:
    """Whether the object `noun` has the complement that `rule` asks of it."""
    found = (complement(noun, construction) for construction in rule.object_takes)
    return any(
        token is not None and (not rule.object_of or lemma(token) in rule.object_of)
        for token in found
    )


def preposition(token: Token) -> str:
    """The preposition that `token` is or contains (*aux* → *à*), else its own form."""
    word = form(token)
    return _CONTRACTED.get(word, word)


def following(cue: Token) -> Iterator[Token]:
    """Tokens after `cue` in its sentence, as far as a complement may stand."""
    opened = False
    for token in cue.doc[cue.i + 1 : cue.i + 1 + REACH]:
        opened = opened or form(token) in _OPENING
        if token.is_sent_start or form(token) in _STOPS:
            return
        if form(token) in _CLOSING and not opened:
            return
        yield token


def _infinitive(cue: Token, prep: str) -> Token | None:
    previous: str | None = None if prep else ""
    before = cue
    for token in _without_incise(cue) if not prep else following(cue):
        if token.is_space:
            continue
        if is_infinitive(token):
            if previous == prep:
                return token
            previous = None
            continue
        if not prep:
            # A bare infinitive follows its verb directly, adverbs and clitics aside.
            if token.pos_ in ("ADV", "PUNCT") or form(token) in _CLITICS:
                continue
            return None
        if token.pos_ == "VERB" and is_finite(token) and lemma(token) != "être":
            return None
        if form(token) not in _CLITICS and token.pos_ != "ADV":
            previous = preposition(token) if form(before) not in _LOCUTIONS else None
        before = token
    return None


def _without_incise(cue: Token) -> Iterator[Token]:
    """Tokens after `cue`, what stands between a first pair of commas left out."""
    commas = 0
    for token in following(cue):
        if form(token) == ",":
            commas += 1
        elif commas != 1:
            yield token


def _that_clause(cue: Token, tense: str) -> Token | None:
    commas = 0
    for token in following(cue):
        commas += form(token) == ","
        if commas % 2:
            # Between two commas stands an incise; a *que* after a single one is a relative.
            continue
        if is_infinitive(token):
            return None
        if form(token) in ("que", "qu'") and (token.dep_ == "mark" or token.pos_ == "SCONJ"):
            head = token.head
            if tense == "future" and not _looks_ahead(head):
                return None
            return head if head.i > token.i else None
        if is_verb(token) and token.pos_ == "VERB" and is_finite(token):
            return None
    return None


def _looks_ahead(verb: Token) -> bool:
    """Whether the clause of `verb` is in the future, or in the future of the past.

    The past conditional reports hearsay (*aurait été saisi*), that of *pouvoir* a chance.
    """
    if is_conditional(verb):
        finite = finite_part(verb)
        return (finite == verb or lemma(finite) != "avoir") and lemma(verb) != "pouvoir"
    near = (verb, *verb.children)
    return is_future(verb) or any(lemma(token) == "aller" and token.i <= verb.i for token in near)


def _noun(cue: Token, prep: str) -> Token | None:
    if prep:
        return _prepositional(cue, prep)
    for child in cue.rights:
        if child.dep_ == "obj" and child.pos_ in _NOMINAL:
            return child
    for child in cue.lefts:
        if child.dep_ in ("obj", "iobj") and form(child) in ("le", "la", "les", "l'", "que", "qu'"):
            return child
    return _first_bare_phrase(cue)


def _first_bare_phrase(cue: Token) -> Token | None:
    """The first noun phrase after `cue` that no preposition introduces, adjuncts passed over."""
    previous = cue
    for token in following(cue):
        if form(token) in _CLAUSE_OPENERS or (is_verb(token) and is_finite(token)):
            return None
        if previous == cue and is_infinitive(token):
            return None
        starts_phrase = token.pos_ in ("DET", "NUM") and token.head.i > token.i
        directly = previous == cue and token.pos_ in ("NOUN", "PROPN", "ADJ")
        if (starts_phrase or directly) and previous.pos_ != "ADP" and not is_calendar(token):
            head = token.head if starts_phrase else token
            if not is_calendar(head):
                return head
        if not (token.is_space or form(token) in _TRANSPARENT or token.pos_ == "ADV"):
            previous = token
    return None


def is_calendar(token: Token) -> bool:
    """Whether `token` is a day, a month or a number: *a annoncé le 30 septembre l'ouverture*."""
    return form(token) in _CALENDAR or token.like_num


def _prepositional(cue: Token, prep: str) -> Token | None:
    for child in cue.rights:
        if child.pos_ in _NOMINAL and any(
            preposition(case) == prep for case in child.lefts if case.dep_ == "case"
        ):
            return child
    for token in following(cue):
        if token.pos_ == "ADV" or token.is_space or token.is_punct:
            continue
        is_preposition = token.pos_ == "ADP" or form(token) in _CONTRACTED
        if is_preposition and preposition(token) == prep and token.head.i > token.i:
            return token.head if token.head.pos_ in _NOMINAL else None
        return None
    return None


def _quoted(cue: Token, _: str) -> Token | None:
    for token in cue.doc[cue.i + 1 : cue.i + REACH]:
        if token.is_sent_start or (is_verb(token) and is_finite(token)):
            return None
        if form(token) in ("«", "“", '"'):
            return token.nbor(1) if token.i + 1 < len(cue.doc) else None
    return None


def _purpose(cue: Token, _: str) -> Token | None:
    """*visant à*, *destiné à*, *qui vise à*: the participle or verb, within the noun phrase."""
    for token in following(cue):
        base = lemma(token)
        if base in ("viser", "destiner", "tendre") and is_verb(token):
            describes = not is_finite(token) or token.dep_ == "acl:relcl"
            return token if describes else None
        if is_verb(token) and is_finite(token) and token.pos_ == "VERB":
            return None
    return None


def _agent(cue: Token, _: str) -> Token | None:
    for child in cue.rights:
        if child.dep_ == "obl:agent" or any(form(t) == "par" for t in child.lefts):
            return child
    return None


def _any(cue: Token, _: str) -> Token | None:
    return cue


_FINDERS: Final[dict[str, Callable[[Token, str], Token | None]]] = {
    "inf": _infinitive,
    "que": _that_clause,
    "noun": _noun,
    "quote": _quoted,
    "visant": _purpose,
    "agent": _agent,
    "any": _any,
}
