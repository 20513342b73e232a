"""French verbs on a parsed sentence: lemma, tense, person, and the group around the verb.

The stock tagger knows the third person of press prose well and the first person of speeches
badly (*remédierons* comes back as a noun), and takes many a verb in *-e* for the noun it also is
(*le groupe mise sur*). Forms of the cue verbs are therefore known by themselves (`conjugation`),
and where the tagger says noun, the words around decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from spacy.tokens import Token

from dires.statements.conjugation import infinitive_of, is_finite_form
from dires.statements.tense import is_conditional_form, is_future_form
from dires.typography import fold

_INFINITIVE = re.compile(r"(?:er|ir|re|oir)$")
_PARTICIPLE = re.compile(r"(?:é|i|u|is|it|ert)(?:e|s|es)?$")
_REFLEXIVE = frozenset(("se", "s'", "me", "m'", "te", "t'", "nous", "vous"))
OBJECT_CLITICS = _REFLEXIVE | frozenset(
    ("le", "la", "l'", "les", "lui", "leur", "y", "en", "ne", "n'")
)
"""Pronouns, and *ne*, that stand before the verb and are not its subject."""
# Verbs whose compound tenses take *être*.
_WITH_ETRE = frozenset(
    ("aller", "venir", "convenir", "parvenir", "revenir", "intervenir", "devenir", "arriver",
     "partir", "entrer", "rentrer", "sortir", "monter", "descendre", "tomber", "rester", "naître",
     "mourir", "passer", "retourner")
)  # fmt: skip
# How many tokens an incise between auxiliary and participle may have.
_INCISE = 16
_SUBJECTS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_MISTAKEN = frozenset(("NOUN", "ADJ", "PROPN", "ADV", "ADP", "X", "INTJ"))
_MISSED_FUTURES = ("rons", "rai", "ront")
_AUXILIARY_FORMS = frozenset(
    ("a", "ai", "ont", "avons", "avez", "avait", "avaient", "aura", "auront", "aurait", "auraient",
     "est", "sont", "suis", "sommes", "êtes", "était", "étaient", "sera", "seront", "serait",
     "ayant", "étant", "avoir", "être", "eu", "été", "reste", "restent", "demeure", "demeurent")
)  # fmt: skip


def form(token: Token) -> str:
    """The token's folded lower-case form."""
    return _folded(token.text)


@lru_cache(maxsize=65_536)
def _folded(text: str) -> str:
    return fold(text).lower()


def words_before(token: Token) -> Iterator[Token]:
    """The tokens before `token` in its sentence, nearest first."""
    current = token
    while current.i > 0 and not current.is_sent_start:
        current = token.doc[current.i - 1]
        yield current


def is_verb(token: Token) -> bool:
    """Whether `token` is a verb or auxiliary, or one that the tagger missed."""
    return token.pos_ in ("VERB", "AUX") or _is_missed_future(token) or _is_missed_cue(token)


def may_be_verb(part_of_speech: str, word: str) -> bool:
    """Whether `is_verb` may hold of a token so tagged, with the form `word`, in some sentence."""
    if part_of_speech in ("VERB", "AUX"):
        return True
    return part_of_speech in _MISTAKEN and (
        infinitive_of(word) is not None or word.endswith(_MISSED_FUTURES)
    )


def _is_missed_cue(token: Token) -> bool:
    """Whether `token` has the form of a cue verb and stands where a verb stands."""
    if token.pos_ not in _MISTAKEN or infinitive_of(form(token)) is None:
        return False
    previous = _previous_word(token)
    if previous is None:
        return False
    if form(previous) in _AUXILIARY_FORMS:
        return bool(_PARTICIPLE.search(form(token)))
    if form(previous) in OBJECT_CLITICS and previous.dep_ != "det" and previous.pos_ != "DET":
        return form(previous) not in ("en", "de")
    # A noun is followed by its own complement, a verb by a determiner, an infinitive, *que*.
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return (
        token.pos_ != "PROPN"
        and previous.pos_ in _SUBJECTS
        and following is not None
        and (following.pos_ in ("DET", "ADP", "SCONJ", "PRON") or is_infinitive(following))
        and not any(child.dep_ == "det" for child in token.lefts)
        and not any(child.dep_ == "case" for child in previous.lefts)
    )


def _previous_word(token: Token) -> Token | None:
    """The word before `token` in its sentence, adverbs left out."""
    for previous in words_before(token):
        if previous.pos_ != "ADV" or form(previous) in ("ne", "n'"):
            return previous if not previous.is_punct else None
    return None


def _is_missed_future(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "ADJ", "ADV") or token.i == 0:
        return False
    word = form(token)
    if not word.endswith(_MISSED_FUTURES) or not is_future_form(word):
        return False
    return word.endswith("ront") or form(token.doc[token.i - 1]) in ("nous", "je", "j'", "ne", "n'")


def lemma(token: Token) -> str:
    """The infinitive of a verb, the lemma of anything else, in folded lower case."""
    base = _folded(token.lemma_)
    if not is_verb(token):
        return base
    if token.pos_ in ("VERB", "AUX") and _INFINITIVE.search(base):
        return base
    return infinitive_of(form(token)) or _infinitive_from_ending(form(token))


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
    word = form(token)
    if not word.endswith(("r", "re")):
        return False
    if token.pos_ in ("VERB", "AUX"):
        return "Inf" in token.morph.get("VerbForm", [])
    # *de vacciner*: after a preposition, a word in -er that is its own lemma and has no article.
    return (
        token.pos_ == "NOUN"
        and word.endswith("er")
        and not word.endswith("ier")
        and token.i > 0
        and form(token.doc[token.i - 1]) in ("de", "d'", "à", "pour")
    )


def is_participle(token: Token, tense: str) -> bool:
    """Whether `token` is a participle of `tense` (``Pres`` or ``Past``)."""
    if is_finite_form(form(token)):
        return False
    # *dit*, *choisit* are presents where they have a subject of their own.
    has_subject = any(child.dep_ == "nsubj" for child in token.lefts)
    if tense == "Past" and has_subject and not auxiliaries(token):
        return False
    return "Part" in token.morph.get("VerbForm", []) and tense in token.morph.get("Tense", [])


def is_present_participle(token: Token) -> bool:
    """Whether `token` is a form in *-ant* (tagged as verb or adjective) used as a verb."""
    return is_participle(token, "Pres") or (token.pos_ == "VERB" and form(token).endswith("ant"))


def is_finite(token: Token) -> bool:
    """Whether `token` is finite itself or through an auxiliary."""
    return (
        "Fin" in token.morph.get("VerbForm", [])
        or is_finite_form(form(token))
        or (token.pos_ not in ("VERB", "AUX") and is_verb(token))
        or any(
            "Fin" in child.morph.get("VerbForm", []) for child in token.lefts if child.pos_ == "AUX"
        )
    )


def auxiliaries(token: Token) -> list[Token]:
    """Auxiliaries and copulas of the verb `token`, left to right."""
    found = [child for child in token.lefts if child.dep_.startswith(("aux", "cop"))]
    if not found and form(token.doc[token.i - 1]) == "," and _PARTICIPLE.search(form(token)):
        return _auxiliary_before_incise(token)
    if not found and token.pos_ != "VERB" and _is_missed_cue(token):
        previous = _previous_word(token)
        if previous is not None and form(previous) in _AUXILIARY_FORMS:
            return [previous]
    return found


def _auxiliary_before_incise(participle: Token) -> list[Token]:
    """*a, à cet effet, demandé*: the auxiliary that an incise parts from its participle."""
    later: Token | None = None
    for token in islice(words_before(participle), _INCISE):
        if later is not None and form(later) == "," and form(token) in _AUXILIARY_FORMS:
            return [token]
        if later is not None and token.pos_ == "VERB" and form(token) not in _AUXILIARY_FORMS:
            return []
        later = token
    return []


def finite_part(token: Token) -> Token:
    """The token that carries tense and person: the first auxiliary, or the verb itself."""
    return next(iter(auxiliaries(token)), token)


def is_future(token: Token) -> bool:
    """Whether the verb `token` stands in the future, simple or perfect."""
    return is_future_form(form(finite_part(token)))


def is_conditional(token: Token) -> bool:
    """Whether the verb `token` stands in the conditional."""
    return is_conditional_form(form(finite_part(token)))


def is_past(token: Token) -> bool:
    """Whether the verb `token` stands in the imperfect or in a compound past."""
    finite = finite_part(token)
    compound = finite != token and (lemma(finite) == "avoir" or not is_passive(token))
    imperfect = form(finite).endswith(("ait", "aient", "ais", "ions", "iez"))
    present = "Pres" in finite.morph.get("Tense", [])
    return compound or (imperfect and not present and not is_conditional(token))


def is_passive(token: Token) -> bool:
    """Whether the verb `token` is passive: as the parse marks it, or with *être* as its only
    auxiliary, which it may take for that of a tense (*sont invités*)."""
    if lemma(token) in _WITH_ETRE or is_reflexive(token):
        return False
    if any(child.dep_ in ("aux:pass", "nsubj:pass") for child in token.children):
        return True
    helpers = auxiliaries(token)
    states = bool(helpers) and all(lemma(aux) == "être" for aux in helpers)
    return states and token.pos_ == "VERB" and is_participle(token, "Past")


def is_reflexive(token: Token) -> bool:
    """Whether a reflexive clitic stands in the group of the verb `token`."""
    return any(form(t) in ("se", "s'") for t in group(token)) or any(
        child.dep_.startswith("expl") and form(child) in _REFLEXIVE for child in token.lefts
    )


def is_negated(token: Token) -> bool:
    """Whether *ne … pas / jamais / plus / aucun* negates the verb `token` (not *ne … que*)."""
    negatives = (
        "pas",
        "jamais",
        "plus",
        "point",
        "nullement",
        "guère",
        "aucunement",
        "aucun",
        "aucune",
    )
    if not any(form(t) in ("ne", "n'") for t in group(token)):
        return False
    near = token.doc[group_start(token) : token.i + 5]
    return any(form(t) in negatives for t in near)


def group_start(token: Token) -> int:
    """Index of the first token of the verb group: clitics, negation, auxiliaries, verb."""
    first = min((aux.i for aux in auxiliaries(token)), default=token.i)
    while first > 0 and _belongs_to_group(token.doc[first - 1], token):
        first -= 1
    return first


def _belongs_to_group(candidate: Token, verb: Token) -> bool:
    if form(candidate) not in OBJECT_CLITICS:
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
    missed = _is_missed_future(finite) and not form(finite).endswith("ront")
    if missed or "1" in finite.morph.get("Person", []):
        return True
    return any(
        form(child) in ("je", "j'", "nous") and child.dep_.startswith("nsubj")
        for child in token.lefts
    )
