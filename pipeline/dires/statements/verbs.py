"""French verbs on a parsed sentence: lemma, tense, person, and the group around the verb.

The stock tagger knows the third person of press prose well and the first person of speeches
badly (*remédierons* comes back as a noun); where its lemma is no infinitive, the ending decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from dires.typography import fold

_INFINITIVE = re.compile(r"(?:er|ir|re|oir)$")
_FUTURE_ENDING = re.compile(r"^(.{2,}?)r(?:ai|as|a|ons|ez|ont)$")
_FIRST_PERSON_PLURAL = re.compile(r"^(.{3,})(?:er|ir|r)ons$")
_REFLEXIVE = frozenset(("se", "s'", "me", "m'", "te", "t'", "nous", "vous"))
_CLITICS = _REFLEXIVE | frozenset(("le", "la", "l'", "les", "lui", "leur", "y", "en", "ne", "n'"))
_AUXILIARIES = frozenset(("être", "avoir"))


def form(token: Token) -> str:
    """The token's folded lower-case form."""
    return fold(token.text).lower()


def is_verb(token: Token) -> bool:
    """Whether `token` is a verb or auxiliary, or a future form that the tagger missed."""
    return token.pos_ in ("VERB", "AUX") or _is_missed_future(token)


def _is_missed_future(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "ADJ", "ADV") or token.i == 0:
        return False
    word = form(token)
    previous = form(token.nbor(-1))
    return (previous in ("nous", "ne") and bool(_FIRST_PERSON_PLURAL.match(word))) or (
        previous in ("je", "j'") and word.endswith("rai") and len(word) > 5
    )


def lemma(token: Token) -> str:
    """The infinitive of a verb, the lemma of anything else, in folded lower case."""
    base = fold(token.lemma_).lower()
    if not is_verb(token) or _INFINITIVE.search(base):
        return base
    return _infinitive_from_ending(form(token))


def _infinitive_from_ending(word: str) -> str:
    for ending, infinitive in (
        ("erons", "er"), ("eront", "er"), ("erai", "er"), ("era", "er"), ("erez", "er"),
        ("irons", "ir"), ("iront", "ir"), ("irai", "ir"), ("ira", "ir"),
        ("aient", "er"), ("èrent", "er"), ("ons", "er"), ("ent", "er"), ("ait", "er"),
        ("ant", "er"), ("ées", "er"), ("ée", "er"), ("és", "er"), ("é", "er"), ("es", "er"),
        ("e", "er"),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + infinitive
    return word


def is_infinitive(token: Token) -> bool:
    """Whether `token` is a verb in the infinitive."""
    return token.pos_ in ("VERB", "AUX") and "Inf" in token.morph.get("VerbForm")


def is_participle(token: Token, tense: str) -> bool:
    """Whether `token` is a participle of `tense` (``Pres`` or ``Past``)."""
    return "Part" in token.morph.get("VerbForm") and tense in token.morph.get("Tense")


def is_present_participle(token: Token) -> bool:
    """Whether `token` is a form in *-ant* (tagged as verb or adjective) used as a verb."""
    return is_participle(token, "Pres") or (token.pos_ == "VERB" and form(token).endswith("ant"))


def is_finite(token: Token) -> bool:
    """Whether `token` is finite itself or through an auxiliary."""
    return (
        "Fin" in token.morph.get("VerbForm")
        or _is_missed_future(token)
        or any(
            "Fin" in child.morph.get("VerbForm") for child in token.lefts if child.pos_ == "AUX"
        )
    )


def auxiliaries(token: Token) -> list[Token]:
    """Auxiliaries and copulas of the verb `token`, left to right."""
    return [child for child in token.lefts if child.dep_.startswith(("aux", "cop"))]


def finite_part(token: Token) -> Token:
    """The token that carries tense and person: the first auxiliary, or the verb itself."""
    return next(iter(auxiliaries(token)), token)


def is_future(token: Token) -> bool:
    """Whether the verb `token` stands in the future, simple or perfect."""
    finite = finite_part(token)
    return "Fut" in finite.morph.get("Tense") or _is_missed_future(finite)


def is_conditional(token: Token) -> bool:
    """Whether the verb `token` stands in the conditional."""
    return "Cnd" in finite_part(token).morph.get("Mood")


def is_passive(token: Token) -> bool:
    """Whether the parse marks the verb `token` as passive."""
    return any(child.dep_ in ("aux:pass", "nsubj:pass") for child in token.children)


def is_reflexive(token: Token) -> bool:
    """Whether a reflexive clitic stands in the group of the verb `token`."""
    return any(form(t) in ("se", "s'") for t in group(token)) or any(
        child.dep_.startswith("expl") and form(child) in _REFLEXIVE for child in token.lefts
    )


def is_negated(token: Token) -> bool:
    """Whether *ne … pas / jamais / plus / aucun* negates the verb `token` (not *ne … que*)."""
    negatives = ("pas", "jamais", "plus", "point", "nullement", "guère", "aucunement")
    if not any(form(t) in ("ne", "n'") for t in group(token)):
        return False
    last = min(token.i + 4, token.doc[-1].i)
    near = (token.doc[i] for i in range(group_start(token), last + 1))
    return any(form(t) in negatives for t in near)


def group_start(token: Token) -> int:
    """Index of the first token of the verb group: clitics, negation, auxiliaries, verb."""
    first = min((aux.i for aux in auxiliaries(token)), default=token.i)
    sentence_start = token.sent.start
    while first > sentence_start and _belongs_to_group(token.doc[first - 1], token):
        first -= 1
    return first


def _belongs_to_group(candidate: Token, verb: Token) -> bool:
    if form(candidate) not in _CLITICS:
        return False
    if candidate.dep_ in ("nsubj", "nsubj:pass", "det"):
        return False
    # *nous* and *vous* next to a verb of their person are its subject.
    return form(candidate) not in ("nous", "vous") or candidate.dep_.startswith(("expl", "iobj"))


def group(token: Token) -> Iterator[Token]:
    """The tokens of the verb group, first clitic to verb."""
    return (token.doc[i] for i in range(group_start(token), token.i + 1))


def is_first_person(token: Token) -> bool:
    """Whether the verb `token` is in the first person, by morphology, ending or subject."""
    finite = finite_part(token)
    if "1" in finite.morph.get("Person") or _is_missed_future(finite):
        return True
    return any(
        form(child) in ("je", "j'", "nous") and child.dep_.startswith("nsubj")
        for child in token.lefts
    )
