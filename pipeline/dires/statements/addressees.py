"""Who is asked (proposal), or approved of (endorsement)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dires.article import Actor
from dires.statements.actors import Actors, is_thing, may_act, names_people
from dires.statements.constructions import preposition
from dires.statements.match import Match
from dires.statements.urging import is_urging
from dires.statements.verbs import form, is_infinitive, is_passive, is_verb, lemma

_OBJECTS = ("obj", "iobj", "obl:arg", "obl", "obl:mod")
# What leads from praise to whom it is for: *les efforts déployés par X*, *le courage de X*.
_DOWN = (*_OBJECTS, "nmod", "acl", "obl:agent", "xcomp", "ccomp")
# Prepositions between praise and whom it is for; others tell when, where and how it was given.
_PRAISED_BY = frozenset(("de", "à", "dans", "en", "envers", "pour", "avec"))
_CLITICS = frozenset(("lui", "leur", "vous", "nous", "le", "la", "les", "l'"))
_DUTIES = frozenset(("devoir", "falloir", "incomber", "appartenir", "revenir"))


def addressee_of(match: Match, actors: Actors, *, end: int) -> Actor | None:
    """The addressee of the act `match`, whose content ends before token `end`, if it is named."""
    found = None
    if is_urging(match.rule):
        found = _subject(match.anchor, actors)
    elif match.rule.label == "proposal":
        found = (
            _invited(match, actors)
            or _asked(match, actors, end)
            or _told(match, actors)
            or _wished_to_act(match, actors, end)
            or _obliged(match, actors)
        )
    elif match.rule.label == "endorsement":
        found = _told(match, actors) or _approved(match, actors, end)
    return found and (actors.state_of(found) or found)


def _invited(match: Match, actors: Actors) -> Actor | None:
    """The subject of a passive cue: *les éleveurs sont invités à*."""
    verb = match.verb
    if verb is None or not is_passive(verb):
        return None
    for child in verb.lefts:
        is_subject = child.dep_ in ("nsubj", "nsubj:pass") and child.pos_ != "PRON"
        if is_subject and _is_somebody(child, actors):
            return actors.of_phrase(child, before=match.start)
    return None


def _asked(match: Match, actors: Actors, end: int) -> Actor | None:
    """The object of the cue, or its complement with *à*: *exhorte X à*, *demande à X de*."""
    for child in match.anchor.rights:
        if child.i >= end or child.dep_ not in _OBJECTS or child.pos_ in ("VERB", "ADJ"):
            continue
        if child.pos_ == "PRON" and actors.mention_at(child) is None:
            continue
        case = _case(child)
        is_content = child == match.complement and case != ""
        if case not in ("", "à") or is_content or actors.is_date(child) or is_thing(child):
            continue
        acts = any(is_infinitive(token) for token in child.doc[child.i + 1 : end])
        if child.dep_ not in ("obj", "iobj") or acts or _are_several(child, actors):
            return actors.of_phrase(child, before=end)
    return None


def _told(match: Match, actors: Actors) -> Actor | None:
    """The clitic object of the cue: *lui a rendu hommage*, *vous invite à*."""
    verb = match.verb
    if verb is None:
        return None
    for child in verb.lefts:
        if child.dep_ in ("iobj", "obj", "obl:arg") and form(child) in _CLITICS:
            return actors.mention_at(child)
    return None


def _wished_to_act(match: Match, actors: Actors, end: int) -> Actor | None:
    """The subject of the content: *souhaite que X fasse*."""
    if match.complement == match.anchor or not is_verb(match.complement):
        return None
    for child in match.complement.lefts:
        if child.dep_ == "nsubj" and match.anchor.i < child.i < end and child.pos_ != "PRON":
            return None if is_thing(child) else actors.of_phrase(child, before=end)
        if child.dep_ == "nsubj" and match.anchor.i < child.i < end:
            return actors.mention_at(child)
    return None


def _obliged(match: Match, actors: Actors) -> Actor | None:
    """The subject of a duty that another speaks of: *les créanciers devront*."""
    verb = match.verb
    if verb is None or lemma(verb) not in _DUTIES:
        return None
    return _subject(verb, actors) or _subject(match.complement, actors)


def _subject(verb: Token, actors: Actors) -> Actor | None:
    for child in verb.lefts:
        if child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN") and not is_thing(child):
            return actors.of_phrase(child)
    return None


def _approved(match: Match, actors: Actors, end: int) -> Actor | None:
    """Whom the praised thing is, or whose: *salue X*, *salue le courage de X*."""
    heads = [match.complement, *_beside(match, end)]
    for noun in (noun for head in heads for noun in _nouns_down(head, end)):
        if actors.is_date(noun):
            continue
        mention = actors.mention_at(noun)
        if mention is not None and mention.label in ("PER", "ORG", "LOC"):
            return mention
        if noun.pos_ == "NOUN" and _is_somebody(noun, actors):
            return actors.of_phrase(noun, before=end)
    return None


def _beside(match: Match, end: int) -> Iterator[Token]:
    """What the parser hung on the verb and belongs to the praise: *a confiance dans X*."""
    for child in match.anchor.rights:
        if match.complement.i < child.i < end and _case(child) in _PRAISED_BY:
            yield child


def _nouns_down(head: Token, end: int) -> Iterator[Token]:
    """`head`, then the nouns that depend on it, nearest first."""
    level = [head]
    while level:
        below: list[Token] = []
        for token in level:
            if token.pos_ in ("NOUN", "PROPN", "PRON"):
                yield token
            below += [c for c in token.rights if c.i < end and c.dep_ in _DOWN]
        level = below


def _is_somebody(noun: Token, actors: Actors) -> bool:
    return may_act(noun) or names_people(noun) or actors.mention_at(noun) is not None


def _case(token: Token) -> str:
    return next((preposition(c) for c in token.lefts if c.dep_ == "case"), "")


def _are_several(token: Token, actors: Actors) -> bool:
    return actors.mention_at(token) is not None or "Plur" in token.morph.get("Number", [])
