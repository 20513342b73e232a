"""Whom a pronoun means.

A pronoun of the third person means what agrees with it and is most in view: the subject of the
clause before rather than another word, near rather than far, a person rather than a thing. Where the
one most in view is no actor, the pronoun stays unresolved. (Preference for subjects and for what is
near: Lappin and Leass 1994, An algorithm for pronominal anaphora resolution.)
"""

from __future__ import annotations

from collections.abc import Sequence

from dires.entities.roles import grammar
from dires.entities.salience import Mention, Referent, agree
from dires.entities.words import Words, plain

PERSONAL = {"il": ("m", False), "elle": ("f", False), "ils": ("m", True), "elles": ("f", True)}
DEMONSTRATIVE = {
    "celui-ci": ("m", False),
    "celle-ci": ("f", False),
    "ceux-ci": ("m", True),
    "celles-ci": ("f", True),
}
RELATIVE = frozenset({"qui", "lequel", "laquelle", "lesquels", "lesquelles"})
_SUBJECT = 8.0
_SENTENCE = 5.0
_WORD = 0.05
_PERSON = 3.0
_ACTOR = 4.0
_PRONOUN = 1.0
_REACH = 3


def is_impersonal(words: Words, i: int) -> bool:
    """Whether *il* at word `i` stands for nothing: *il faut*, *il est possible que*."""
    if plain(words.text[i]) != "il":
        return False
    if words.dep[i].startswith("expl"):
        return True
    verb = words.heads[i]
    lists = grammar()
    following = [plain(w) for w in words.text[i + 1 : i + 5]]
    if following[:1] == ["y"] or following[:2] == ["n'", "y"]:
        return True
    lemma = plain(words.lemmas[verb])
    if lemma in lists["impersonal_verbs"]:
        return lemma != "agir" and lemma != "aller" or bool({"s'", "y"} & set(following))
    if lemma in lists["impersonal_predicates"] or plain(words.text[verb]) in lists["impersonal_predicates"]:
        after = {plain(w) for w in words.text[verb + 1 : verb + 3]}
        return bool(after & {"de", "d'", "que", "qu'"})
    return False


def resolve_personal(
    words: Words, i: int, history: Sequence[Mention], gender: str, plural: bool
) -> Referent | None:
    """The actor that the subject pronoun at word `i` means, or None."""
    agentive = plain(words.lemmas[words.heads[i]]) in grammar()["agentive"]
    best: tuple[float, Mention] | None = None
    sentence = words.sentences[i]
    for mention in reversed(history):
        away = sentence - mention.sentence
        if away > _REACH:
            break
        referent = mention.referent
        if not agree(referent, gender, plural) or (agentive and not referent.actor):
            continue
        if away == 0 and not referent.actor and not mention.subject:
            continue
        score = (
            _SUBJECT * mention.subject
            - _SENTENCE * away
            - _WORD * (i - mention.start)
            + _PERSON * (referent.label == "PER")
            + _ACTOR * (agentive and referent.actor)
            + _PRONOUN * mention.pronoun
        )
        if best is None or score > best[0]:
            best = (score, mention)
    if best is None or not best[1].referent.actor:
        return None
    return best[1].referent


def resolve_demonstrative(
    words: Words, i: int, history: Sequence[Mention], gender: str, plural: bool
) -> Referent | None:
    """The actor that *celui-ci*, *ce dernier* at word `i` means: the last that agrees."""
    for mention in reversed(history):
        if words.sentences[i] - mention.sentence > 1:
            return None
        if agree(mention.referent, gender, plural):
            return mention.referent if mention.referent.actor else None
    return None


def antecedent(words: Words, i: int) -> int | None:
    """The word that the relative pronoun at word `i` takes up, or None."""
    clause = words.heads[i]
    for _ in range(3):
        if words.dep[clause].startswith("acl"):
            noun = words.heads[clause]
            return noun if noun < i else None
        clause = words.heads[clause]
    return None
