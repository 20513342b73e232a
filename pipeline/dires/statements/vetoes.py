"""Why a cue may be no act after all: false positives, each a rule of its own."""

from __future__ import annotations

from functools import cache
from typing import Final

from spacy.tokens import Span, Token

from dires.resources import read_toml
from dires.statements.actors import may_act
from dires.statements.cues import CueRule
from dires.statements.reporting import REPORT_VERBS
from dires.statements.verbs import auxiliaries, form, group_start, lemma, words_before

# Verbs whose subject *il* is nobody.
IMPERSONAL_VERBS: Final = frozenset(
    ("falloir", "convenir", "importer", "appartenir", "agir", "revenir", "incomber")
)


def is_question(sentence: Span) -> bool:
    """Whether `sentence` ends with a question mark: a question states nothing."""
    last = next((token for token in reversed(list(sentence)) if not token.is_space), None)
    return last is not None and form(last) == "?"


def addresses_subject(verb: Token) -> bool:
    """Whether the subject is the person spoken to, of whom nothing is reported."""
    return any(
        form(child) in ("vous", "tu") and child.dep_.startswith("nsubj") for child in verb.lefts
    )


def is_inverted_report(verb: Token, found: Token) -> bool:
    """*…, a juré le gouverneur*: the verb only says who spoke, and what looks like its object."""
    first = group_start(verb)
    if first == 0 or form(verb.doc[first - 1]) not in (",", "»", "”", '"'):
        return False
    following = verb.doc[verb.i + 1 : verb.i + 2]
    if following and form(following[0]).startswith("-"):
        return True
    if any(child.dep_ == "nsubj" for child in verb.rights):
        return True
    return lemma(verb) in REPORT_VERBS and found.i > verb.i and may_act(found)


@cache
def _inanimate_nouns() -> frozenset[str]:
    return frozenset(read_toml(__package__, "inanimate_nouns.toml")["nouns"])


def has_inanimate_subject(verb: Token) -> bool:
    """Whether the subject is a thing that wants nothing: *les résultats suggèrent*."""
    return any(
        child.dep_ == "nsubj"
        and child.pos_ == "NOUN"
        and not child.ent_type_
        and lemma(child) in _inanimate_nouns()
        for child in verb.lefts
    )


def lacks_dummy_subject(rule: CueRule, verb: Token) -> bool:
    """Whether an impersonal verb has a subject of its own: *il appartient à*, not *ils …*."""
    if lemma(verb) == "convenir":
        # *il conviendra de* asks, *ils conviennent de* and *il a convenu de* agree.
        first = group_start(verb)
        asks = first > 0 and form(verb.doc[first - 1]) == "il" and not auxiliaries(verb)
        return asks != (rule.label == "proposal")
    if rule.label != "proposal" or lemma(verb) not in IMPERSONAL_VERBS:
        return False
    return not any(form(token) in ("il", "leur", "nous", "vous") for token in words_before(verb))


def stands_free(noun: Token) -> bool:
    """Whether `noun` is a noun phrase of its own: not in a name (*Fonds de soutien*), not bare."""
    if noun.ent_type_:
        return False
    return noun.is_sent_start or any(child.dep_ == "det" for child in noun.lefts)
