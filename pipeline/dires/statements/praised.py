"""Of whom an endorsement approves: who is thanked, who did or owns what is praised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from dires.article import Actor
from dires.entities.lexicon import lexicon
from dires.statements.addressing import (
    QUE,
    THANKING,
    TO,
    Addressing,
    following_word,
    infinitive,
    invited,
    to_whom,
    told,
)
from dires.statements.anaphora import THIRD_PERSONS_OWN
from dires.statements.constructions import preposition
from dires.statements.phrases import is_somebody, last_actor, named_by, noun_from, without_incises
from dires.statements.verbs import form, is_verb, lemma

_OBJECTS = ("obj", "iobj", "obl:arg", "obl", "obl:mod")
# What leads from praise to whom it is for: *les efforts déployés par X*, *le courage de X*.
_DOWN = (*_OBJECTS, "nmod", "acl", "obl:agent", "xcomp", "ccomp")
# Prepositions between praise and whom it is for; others tell when, where and how it was given.
_PRAISED_BY = frozenset(("de", "à", "dans", "en", "envers", "pour", "avec"))
# Prepositions to whom praise is for; after a stance (*confiance*) those to whom it is shown.
_BY_WHOM: Final = ("de", "par")
_FOR_WHOM: Final = ("de", "par", "à", "envers", "avec")
_RELATIVES: Final = frozenset(("qui", "que", "qu'", "dont", "où", "lequel", "auquel"))
# Nouns of a stance, with *à*, *pour* or *envers* to whom it is shown.
_STANCES: Final = frozenset(
    ("soutien", "appui", "attachement", "confiance", "satisfaction", "reconnaissance", "hommage",
     "admiration", "solidarité", "respect", "fierté", "gratitude", "accord", "adhésion",
     "félicitation", "remerciement", "amitié", "estime", "côté", "engagement", "foi", "bravo",
     "merci", "chapeau", "faveur", "avis", "approbation", "joie", "préférence", "voix")
)  # fmt: skip


def _thanked(act: Addressing) -> Actor | None:
    """The first phrase after praise that only people get: *remercie les bénévoles de*."""
    if infinitive(act.anchor) not in THANKING and form(act.anchor) not in THANKING:
        return None
    for token in without_incises(following_word(act.anchor), act.end):
        if is_verb(token) or form(token) in ("pour", "de", "d'", "du"):
            return None
        if token.pos_ in ("DET", "NOUN", "PROPN", "PRON", "NUM") or form(token) in TO:
            noun = noun_from(token if form(token) not in TO else following_word(token), act.end)
            return named_by(noun, act.actors, before=act.end, named=False)
    return None


def _praised_to_act(act: Addressing) -> Actor | None:
    """The subject of what is welcomed: *se réjouit que la Suède ait signé*."""
    for token in without_incises(following_word(act.anchor), act.end):
        if form(token) in QUE:
            noun = noun_from(following_word(token), act.end)
            return named_by(noun, act.actors, before=act.end)
        if token.pos_ not in ("ADV", "SPACE", "PUNCT"):
            return None
    return None


def _approved(act: Addressing) -> Actor | None:
    """Whom the praised thing is, or whose: *salue X*, *salue le courage de X*."""
    actors = act.actors
    heads = [act.match.complement, *_beside(act)]
    for noun in (noun for head in heads for noun in _nouns_down(head, act.end)):
        if actors.is_date(noun):
            continue
        mention = actors.mention_at(noun)
        if mention is not None and mention.label == "LOC" and not _is_state(mention):
            continue
        if mention is not None and mention.label in ("PER", "ORG", "LOC"):
            return mention
        if noun.pos_ == "NOUN" and is_somebody(noun, actors):
            return actors.of_phrase(noun, before=act.end)
    return None


def _beside(act: Addressing) -> Iterator[Token]:
    """What the parser hung on the verb and belongs to the praise: *a confiance dans X*."""
    for child in act.anchor.rights:
        if act.match.complement.i < child.i < act.end and _case(child) in _PRAISED_BY:
            yield child


def _nouns_down(head: Token, end: int) -> Iterator[Token]:
    """`head`, then the nouns that depend on it, nearest first."""
    level = [head]
    while level:
        below: list[Token] = []
        for token in level:
            if token.pos_ in ("NOUN", "PROPN", "PRON"):
                yield token
            below += [
                c for c in token.rights if c.i < end and c.dep_ in _DOWN and not _is_where(c, token)
            ]
        level = below


def _is_where(noun: Token, head: Token) -> bool:
    """Whether `noun` tells where the thing `head` is: *le guichet à Bienne*."""
    if head.dep_ == "acl":
        return _case(noun) in ("à", "avec")
    places = head.pos_ == "NOUN" and lemma(head) not in _STANCES
    return places and _case(noun) in ("à", "dans", "en", "sur", "lors", "pour")


def _is_state(place: Actor) -> bool:
    """Whether `place` is a state, or a capital that stands for it; other places seldom act."""
    known = lexicon().look_up(place.name)
    return known is not None and known.country is not None


def _case(token: Token) -> str:
    return next((preposition(c) for c in token.lefts if c.dep_ == "case"), "")


def _praised_in_words(act: Addressing) -> Actor | None:
    """The first somebody in the words of the praise, where the parse shows none."""
    previous = act.anchor
    stance = lemma(act.anchor) in _STANCES
    for token in act.anchor.doc[act.anchor.i + 1 : act.end]:
        leads = preposition(previous) in (_FOR_WHOM if stance else _BY_WHOM)
        is_comma = form(token) == ","
        if (token.is_punct and not (is_comma and stance)) or form(token) in _RELATIVES:
            return None
        if form(token) in THIRD_PERSONS_OWN and lemma(token.head) not in _STANCES:
            owner = act.actors.mention_at(token)
            return owner or last_actor(token, act.actors, but=act.holder_name)
        if token.pos_ in ("NOUN", "PROPN"):
            if previous.pos_ == "ADP" and not leads:
                if form(previous) != "avec":
                    return None
                previous = token
                continue
            stance = stance or lemma(token) in _STANCES
            owner = named_by(token, act.actors, before=act.end) or act.actors.owner_of(token)
            if owner is not None and (owner.label != "LOC" or _is_state(owner)):
                return owner
        if token.pos_ not in ("DET", "ADJ", "NUM", "SPACE", "PUNCT"):
            previous = token
    return None


PRAISED: Final = (told, invited, to_whom, _thanked, _praised_to_act, _approved, _praised_in_words)
"""The sources for an endorsement, in the order in which they are tried."""
