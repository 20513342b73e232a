"""Whom a pronoun means.

A pronoun of the third person means what agrees with it and is most in view: the subject of the
clause before rather than another word, near rather than far, a person rather than a thing, who
spoke rather than who did not; never what is named again in the complements of its own verb (*il a
offert la plateforme du Kazakhstan*). Where the one most in view is no actor, the pronoun stays
unresolved. (Preference for subjects and for what is near: Lappin and Leass 1994, An algorithm for
pronominal anaphora resolution.)
"""

from __future__ import annotations

from collections.abc import Sequence

from dires.entities.grammar import grammar
from dires.entities.salience import Mention, Referent, agree, is_agentive
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
_WILL = 3.0
_TOPIC = 1.5
_MANY = 6
_SPEAKER = 4.0
_PRONOUN = 1.0
_GENDER = 2.0
_QUOTED = 8.0
_REACH = 4
_DEPTH = 12


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
        return lemma not in {"agir", "aller"} or bool({"s'", "y"} & set(following))
    said = (
        lemma in lists["impersonal_predicates"]
        or plain(words.text[verb]) in lists["impersonal_predicates"]
    )
    if said and "être" in words.lemmas[i + 1 : verb]:
        after = {plain(w) for w in words.text[verb + 1 : verb + 3]}
        return bool(after & {"de", "d'", "que", "qu'"})
    return False


def resolve_personal(
    words: Words,
    i: int,
    history: Sequence[Mention],
    step: int,
    gender: str,
    plural: bool,
    later: Sequence[tuple[int, str]],
    quoted: bool,
) -> Referent | None:
    """The actor that the subject pronoun at word `i` means, or None.

    `step` says how far in the telling it stands, `later` are the places and names of what is
    named after it; `quoted` says that it stands between quotation marks.
    """
    verb = words.heads[i]
    passive = words.dep[i] == "nsubj:pass"
    above = words.heads[verb]
    reported = words.dep[verb] in {"ccomp", "xcomp"} and above < i and is_agentive(words, above)
    agentive = reported or (not passive and is_agentive(words, verb))
    named_below = _named_below(words, i, later)
    best: tuple[float, Mention] | None = None
    for mention in reversed(history):
        away = step - mention.step
        if away > _REACH:
            break
        referent = mention.referent
        if not agree(referent, gender, plural) or (agentive and not referent.agent):
            continue
        if referent.name in named_below or (passive and referent.label in {"ORG", "LOC"}):
            continue
        if referent.label == "LOC" and not mention.subject:
            continue
        score = (
            _SUBJECT * mention.subject
            - _SENTENCE * away
            - _WORD * (i - mention.start)
            + (_PERSON + _WILL * agentive) * referent.person
            + _GENDER * (referent.gender == gender)
            + _TOPIC * min(referent.mentions, _MANY)
            + _SPEAKER * (agentive and mention.speaker)
            + _PRONOUN * mention.pronoun
            - _QUOTED * (mention.quoted and not quoted)
        )
        if best is None or score > best[0]:
            best = (score, mention)
    if best is None or not best[1].referent.actor:
        return None
    return best[1].referent


def _named_below(words: Words, i: int, later: Sequence[tuple[int, str]]) -> set[str]:
    """Names in the complements of the pronoun's own verb: it cannot mean them."""
    verb, sentence = words.heads[i], words.sentences[i]
    found = set()
    for start, name in later:
        if words.sentences[start] != sentence:
            break
        above = start
        for _ in range(_DEPTH):
            above = words.heads[above]
            if above == verb:
                found.add(name)
                break
    return found


def resolve_demonstrative(
    history: Sequence[Mention], step: int, gender: str, plural: bool
) -> Referent | None:
    """The person that *celui-ci*, *ce dernier* means: the last that agrees."""
    for mention in reversed(history):
        if step - mention.step > 1:
            return None
        if agree(mention.referent, gender, plural):
            return mention.referent if mention.referent.label == "PER" else None
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
