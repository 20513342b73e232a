"""Whom a proposal asks: its cue's complement, what stands first, who is to act in its content."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from dires.article import Actor
from dires.statements.addressing import (
    ASKING_OF,
    ASKING_SOMEBODY,
    ASKING_TO,
    QUE,
    TO,
    Addressing,
    following_word,
    infinitive,
    invited,
    to_whom,
    told,
)
from dires.statements.constructions import preposition
from dires.statements.phrases import (
    infinitive_after,
    last_actor,
    named_by,
    noun_from,
    without_incises,
)
from dires.statements.subjects import PERSONAL
from dires.statements.urging import is_urging
from dires.statements.verbs import form, is_finite, is_infinitive, is_passive, is_verb, lemma

_DUTIES = frozenset(("devoir", "falloir", "incomber", "appartenir", "revenir"))
# Nouns that take *à* or *de* with who is asked: *lancer un appel aux dons*, *solliciter l'aide de*.
_REQUESTS: Final = frozenset(
    ("appel", "demande", "invitation", "ordre", "conseil", "consigne", "instruction", "requête")
)
# Verbs that carry such a noun: *invitation est faite aux écoles*.
_GIVING: Final = frozenset(("faire", "être", "adresser", "lancer"))
_FAVOURS: Final = frozenset(("aide", "soutien", "appui", "autorisation", "avis", "assistance"))
# States of a thing rather than deeds: *souhaite que le texte devienne*.
_BEING: Final = frozenset(("être", "devenir", "rester", "demeurer"))


def _exhorted(act: Addressing) -> Actor | None:
    """The object before the infinitive: *invite, au nom de tous, les riverains à*."""
    if infinitive(act.anchor) not in ASKING_SOMEBODY:
        return None
    for token in without_incises(following_word(act.anchor), act.end):
        if is_infinitive(token) or token.pos_ == "ADP" or (is_verb(token) and is_finite(token)):
            return None
        if token.pos_ in ("DET", "NOUN", "PROPN", "PRON", "NUM"):
            noun = noun_from(token, act.end)
            at = infinitive_after(noun, act.end)
            return named_by(noun, act.actors, before=at or act.end, named=at is None)
    return None


def _requested(act: Addressing) -> Actor | None:
    """The complement with *à*: *demande, en outre, aux ménages de ne rien jeter*."""
    if infinitive(act.anchor) in ASKING_SOMEBODY:
        return None
    return _after_preposition(act, "à")


def _required(act: Addressing) -> Actor | None:
    """The complement with *de* or *auprès de*: *attend des banques qu'elles*."""
    if infinitive(act.anchor) not in ASKING_OF:
        return None
    return _after_preposition(act, "de")


def _after_preposition(act: Addressing, wanted: str) -> Actor | None:
    """The first somebody that `wanted` leads to: right after the cue, or before the infinitive."""
    directly, named = True, True
    for token in without_incises(following_word(act.anchor), act.end):
        if form(token) in QUE or is_infinitive(token) or (is_verb(token) and is_finite(token)):
            return None
        if preposition(token) == wanted or form(token) == "auprès":
            noun = _led_to(token, act.end)
            at = infinitive_after(noun, act.end)
            if directly or at is not None or _hangs_on(noun, act.anchor):
                named = named and at is None
                found = named_by(noun, act.actors, before=at or act.end, named=named)
                if found is not None:
                    return found
        if lemma(token) in (_REQUESTS if wanted == "à" else _FAVOURS):
            directly, named = True, wanted == "de"
        elif lemma(token) in _GIVING:
            continue
        elif not (token.pos_ in ("ADV", "SPACE", "AUX", "ADJ", "DET") or token.is_punct):
            directly = False
    return None


def _led_to(preposition_: Token, end: int) -> Token | None:
    """The noun after *à* or *de*, or after *auprès de*."""
    following = following_word(preposition_)
    if form(preposition_) == "auprès" and form(following) in ("de", "d'"):
        following = following_word(following)
    return noun_from(following, end)


def _hangs_on(noun: Token | None, cue: Token) -> bool:
    return noun is not None and noun.head == cue and noun.ent_type_ != "LOC"


def _fronted(act: Addressing) -> Actor | None:
    """What stands first: *Aux États membres, elle conseille de*, *Au Sénat : voter*."""
    sentence = act.anchor.sent
    first = next((t for t in sentence if not (t.is_punct or t.is_space)), None)
    if first is None or form(first) not in TO or first.i >= act.anchor.i:
        return None
    noun = noun_from(following_word(first), act.anchor.i)
    mark = next((t for t in act.anchor.doc[first.i : act.anchor.i] if form(t) in (",", ":")), None)
    if noun is None or mark is None or noun.i > mark.i:
        return None
    urges = is_infinitive(act.anchor) or is_urging(act.match.rule)
    asks = urges or (form(mark) == "," and infinitive(act.anchor) in ASKING_TO)
    found = named_by(noun, act.actors, before=mark.i, named=False) if asks else None
    return None if found is None or found.label == "LOC" else found


def _wished_to_act(act: Addressing) -> Actor | None:
    """The subject of the clause with *que*: *souhaite que X fasse*."""
    for token in without_incises(following_word(act.anchor), act.end):
        if form(token) in QUE:
            return _clause_subject(token, act)
        if token.pos_ not in ("ADV", "SPACE", "PUNCT", "ADP") and form(token) != "ce":
            return None
    return None


def _urged(act: Addressing) -> Actor | None:
    """The subject of a wish: *que la Ville rouvre le port !*."""
    first = act.anchor.doc[act.match.start]
    if first.pos_ in ("CCONJ", "ADV", "PUNCT") and first.i + 1 < act.end:
        first = following_word(first)
    return _clause_subject(first, act) if form(first) in QUE else None


def _clause_subject(que: Token, act: Addressing) -> Actor | None:
    """Who is to act in the clause that `que` opens; in a passive whoever stands with *par*."""
    for token in without_incises(following_word(que), act.end):
        if form(token) in PERSONAL:
            verb = _verb_after(token, act.end)
            if verb is None or is_passive(verb) or lemma(verb) in _BEING:
                return None
            return act.actors.mention_at(token) or last_actor(
                token, act.actors, before=act.match.start, but=act.holder_name
            )
        if token.pos_ in ("ADV", "SPACE", "PUNCT"):
            continue
        noun = noun_from(token, act.end)
        if noun is None:
            return None
        verb = _verb_after(noun, act.end)
        if verb is None:
            return named_by(noun, act.actors, before=act.end)
        carriers = (verb, *(child for child in verb.rights if child.dep_ == "xcomp"))
        passive = next((carrier for carrier in carriers if is_passive(carrier)), None)
        if passive is not None:
            return _agent(passive, act)
        if verb.dep_ == "cop":
            return None
        return named_by(noun, act.actors, before=_group_start(verb), named=False)
    return None


def _group_start(verb: Token) -> int:
    return min([verb.i, *(child.i for child in verb.lefts if child.dep_.startswith("aux"))])


def _verb_after(noun: Token, end: int) -> Token | None:
    """The finite verb after `noun`, the one that carries the sense."""
    for token in without_incises(following_word(noun), end):
        if form(token) in ("qui", "dont", "où"):
            continue
        if is_verb(token) and is_finite(token) and token.dep_ != "acl:relcl":
            is_helper = token.pos_ == "AUX" and token.dep_.startswith("aux")
            return token.head if is_helper and token.head.i > token.i else token
    return None


def _agent(verb: Token, act: Addressing) -> Actor | None:
    """Who is to do what a passive says: *soit repris par la Ville*."""
    for token in verb.doc[verb.i + 1 : act.end]:
        if form(token) == "par":
            noun = noun_from(following_word(token), act.end)
            return named_by(noun, act.actors, before=act.end)
    return None


def _turn(act: Addressing) -> Actor | None:
    """Whose turn it is: *Au Conseil de trancher*."""
    start = act.match.start
    for token in act.anchor.doc[start : min(start + 4, act.end)]:
        if form(token) in TO:
            noun = noun_from(following_word(token), act.end)
            at = infinitive_after(noun, act.end)
            return named_by(noun, act.actors, before=at, named=False) if at is not None else None
        if token.pos_ not in ("PUNCT", "CCONJ", "PRON", "AUX", "ADV"):
            return None
    return None


def _obliged(act: Addressing) -> Actor | None:
    """The subject of a duty that another speaks of: *les créanciers devront*."""
    verb = act.match.verb
    if verb is None or lemma(verb) not in _DUTIES or is_passive(act.match.complement):
        return None
    return _subject(verb, act) or _subject(act.match.complement, act)


def _subject(verb: Token, act: Addressing) -> Actor | None:
    for child in verb.lefts:
        if child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN"):
            return named_by(child, act.actors, before=verb.i)
    return None


ASKED: Final = (
    invited,
    _urged,
    _turn,
    told,
    _exhorted,
    _required,
    _requested,
    to_whom,
    _fronted,
    _wished_to_act,
    _obliged,
)
"""The sources for a proposal, in the order in which they are tried."""
URGED: Final = (_urged, _turn, _fronted)
"""The sources for a mood that urges (see `urging`)."""
