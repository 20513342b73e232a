"""Cue matching: which words of a sentence begin a statement, and by which rule.

Every word that a rule names is tried with the rule's constructions. What is embedded in the
content of another act (*appelle à soutenir*) is no act of its own: an infinitive counts only
under a verb that lends it its subject (*tient à saluer*) or that reports it (*dit soutenir*).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice
from typing import Final

from spacy.tokens import Span, Token

from dires.statements.actors import may_act
from dires.statements.constructions import complement
from dires.statements.cues import CueRule, rules_by_lemma
from dires.statements.future import future_rule
from dires.statements.imperative import imperative_rule
from dires.statements.reporting import REPORT_VERBS
from dires.statements.verbs import (
    auxiliaries,
    form,
    group_start,
    is_finite,
    is_infinitive,
    is_negated,
    is_participle,
    is_passive,
    is_past,
    is_reflexive,
    is_verb,
    lemma,
    words_before,
)

# Verbs that lend an infinitive their subject and leave the act what it is.
_CARRIERS: Final = frozenset(
    ("vouloir", "tenir", "souhaiter", "désirer", "aller", "venir", "pouvoir", "continuer", "faire")
)
# Verbs whose subject *il* is nobody.
IMPERSONAL_VERBS: Final = frozenset(
    ("falloir", "convenir", "importer", "appartenir", "agir", "revenir", "incomber")
)
_COPULAS: Final = frozenset(("être", "rester", "demeurer", "sembler", "paraître"))


@dataclass(frozen=True, slots=True)
class Match:
    """`rule` matched at `anchor`; the act's words start at token index `start`.

    `verb` is the verb that carries the act (the anchor, its copula, or the support verb of a
    noun), None for a bare noun. `complement` heads the content.
    """

    rule: CueRule
    anchor: Token
    complement: Token
    start: int
    cue_end: int
    verb: Token | None


def matches(sentence: Span) -> list[Match]:
    """Cue matches of `sentence` in the order of the text, at most one a word."""
    index = rules_by_lemma()
    found: list[Match] = []
    if _is_question(sentence):
        return found
    for token in sentence:
        pos = _part_of_speech(token)
        if pos is None:
            continue
        candidates = index.get((pos, lemma(token)), ())
        if pos == "VERB" and is_participle(token, "Past"):
            # *est ravie de*: to the tagger a passive, to the lexicon an adjective.
            candidates = (*candidates, *index.get(("ADJ", masculine_singular(form(token))), ()))
        match = next(filter(None, (_match(rule, token) for rule in candidates)), None)
        if match is None and pos == "VERB":
            # Where a cue of its own did not match for a negation, its future is a refusal.
            refused = bool(candidates) and is_negated(token)
            match = None if refused else _future_match(token) or _imperative_match(token)
        if match is not None:
            found.append(match)
    return _without_embedded(found)


def masculine_singular(participle: str) -> str:
    """*engagées* → *engagé*, *prêtes* → *prêt*."""
    for ending in ("es", "e", "s"):
        stem = participle.removesuffix(ending)
        if stem != participle and stem[-1] in "éiutns":
            return stem
    return participle


def _part_of_speech(token: Token) -> str | None:
    if is_verb(token):
        return "VERB"
    return token.pos_ if token.pos_ in ("NOUN", "ADJ") else None


def _match(rule: CueRule, token: Token) -> Match | None:
    if rule.pos == "VERB":
        return _verb_match(rule, token)
    if rule.pos == "ADJ":
        return _adjective_match(rule, token)
    return _noun_match(rule, token)


def _verb_match(rule: CueRule, token: Token) -> Match | None:
    if rule.reflexive is not None and is_reflexive(token) != rule.reflexive:
        return None
    if is_negated(token) or (rule.present and is_past(token)) or _addresses_subject(token):
        return None
    if rule.finite and not is_finite(token) and not is_infinitive(token):
        return None
    if is_passive(token):
        return _passive_match(rule, token)
    found = _complement(rule, token)
    if found is None or _is_inverted_report(token, found) or _lacks_dummy_subject(rule, token):
        return None
    if _has_inanimate_subject(token):
        return None
    if rule.label == "pledge" and found.i < token.i:
        return None
    carrier = _carrier(token)
    start = _with_impersonal_subject(group_start(carrier or token), token)
    if carrier is not None and is_negated(carrier):
        return None
    if is_infinitive(token) and carrier is None and not _reported_infinitive(token):
        return None
    if is_participle(token, "Past") and not auxiliaries(token) and "agent" not in rule.takes:
        if not (_shares_auxiliary(token) or _stands_for_main_verb(token)):
            return None
    return Match(rule, token, found, start, token.i + 1, token)


def _passive_match(rule: CueRule, token: Token) -> Match | None:
    """*Une aide a été décidée*: the content is the subject, and the act begins with it."""
    if "agent" in rule.takes or rule.label == "endorsement":
        found = _complement(rule, token)
        return found and Match(rule, token, found, group_start(token), token.i + 1, token)
    subject = next((child for child in token.lefts if child.dep_.startswith("nsubj")), None)
    if "noun" in rule.takes and subject is not None and subject.pos_ == "NOUN":
        if not rule.admits(lemma(subject)):
            return None
        start = min(child.i for child in (subject, *subject.lefts))
        return Match(rule, token, subject, start, token.i + 1, token)
    found = _complement(rule, token)
    return found and Match(rule, token, found, group_start(token), token.i + 1, token)


def _shares_auxiliary(participle: Token) -> bool:
    """Whether the auxiliary stands with an earlier verb of the row: *a salué … et suggéré que*."""
    verb = participle
    while verb.dep_ == "conj" and is_verb(verb.head) and verb.head.i < verb.i:
        verb = verb.head
        if auxiliaries(verb) and not is_passive(verb):
            return True
    return False


def _stands_for_main_verb(participle: Token) -> bool:
    """Whether a sentence with a full stop has no other verb: its auxiliary was lost on the way."""
    sentence = participle.sent
    closed = any(form(token) == "." for token in sentence[-2:])
    return (
        closed
        and participle.dep_ in ("ROOT", "acl")
        and not any(is_verb(token) and is_finite(token) for token in sentence)
    )


def _complement(rule: CueRule, token: Token) -> Token | None:
    for construction in rule.takes:
        found = complement(token, construction)
        if found is None:
            continue
        if lemma(found) in rule.without:
            return None
        if not rule.admits(lemma(found)):
            continue
        if rule.object_takes and not any(complement(found, t) for t in rule.object_takes):
            continue
        return found
    return None


def _carrier(token: Token) -> Token | None:
    """The verb that lends the infinitive `token` its subject: *tient à saluer*."""
    if not is_infinitive(token):
        return None
    for candidate in islice(words_before(token), 7):
        if is_verb(candidate) and candidate.i < group_start(token):
            return candidate if lemma(candidate) in _CARRIERS and is_finite(candidate) else None
        if candidate.is_punct and form(candidate) != ",":
            return None
    return None


def _reported_infinitive(token: Token) -> bool:
    """Whether a reporting verb governs the infinitive (*dit soutenir*, *après avoir annoncé*)."""
    if any(lemma(aux) in ("avoir", "être") for aux in auxiliaries(token)):
        return True
    return is_verb(token.head) and token.head.i < token.i and lemma(token.head) in REPORT_VERBS


def _adjective_match(rule: CueRule, token: Token) -> Match | None:
    copula = next(
        (child for child in token.lefts if child.dep_ in ("cop", "aux:pass", "aux:tense")), None
    )
    governor = token.head if is_verb(token.head) and token.head.i < token.i else None
    verb = copula or (
        governor
        if governor is not None and (lemma(governor) in _COPULAS or is_reflexive(governor))
        else None
    )
    if verb is not None and (is_negated(verb) or is_negated(token) or _addresses_subject(token)):
        return None
    if verb is None and not may_act(token.head):
        return None
    if rule.support and (verb is None or lemma(verb) not in rule.support):
        return None
    found = _complement(rule, token)
    if found is None:
        return None
    start = min(group_start(verb), group_start(token)) if verb is not None else token.i
    start = _with_impersonal_subject(start, token)
    return Match(rule, token, found, start, token.i + 1, verb)


def _noun_match(rule: CueRule, token: Token) -> Match | None:
    found = _complement(rule, token)
    if found is None:
        return None
    support = token.head
    if is_verb(support) and support.i < token.i and lemma(support) in rule.support:
        if is_negated(support):
            return None
        carrier = _carrier(support)
        return Match(rule, token, found, group_start(carrier or support), token.i + 1, support)
    copula = next((child for child in token.lefts if child.dep_ == "cop"), None)
    if copula is not None:
        if is_negated(copula):
            return None
        start = _with_impersonal_subject(group_start(copula), token)
        return Match(rule, token, found, start, token.i + 1, copula)
    if rule.copula or not _stands_free(token):
        return None
    start = token.i
    while (
        start > 0
        and token.doc[start - 1].head == token
        and (token.doc[start - 1].dep_ in ("det", "amod", "nummod"))
    ):
        start -= 1
    return Match(rule, token, found, start, token.i + 1, None)


def _stands_free(noun: Token) -> bool:
    """Whether `noun` is a noun phrase of its own: not in a name (*Fonds de soutien*), not bare."""
    if noun.ent_type_:
        return False
    return noun.is_sent_start or any(child.dep_ == "det" for child in noun.lefts)


def _future_match(token: Token) -> Match | None:
    rule = future_rule(token)
    if rule is None:
        return None
    start = group_start(token)
    if is_infinitive(token):
        start = min(start, group_start(token.head) if token.head.i < token.i else start)
        near = _carrier(token)
        start = min(start, group_start(near)) if near is not None else start
    return Match(rule, token, token, start, token.i + 1, token)


def _is_question(sentence: Span) -> bool:
    last = next((token for token in reversed(list(sentence)) if not token.is_space), None)
    return last is not None and form(last) == "?"


def _imperative_match(token: Token) -> Match | None:
    rule = imperative_rule(token)
    return rule and Match(rule, token, token, group_start(token), token.i + 1, token)


def _with_impersonal_subject(start: int, token: Token) -> int:
    """Move `start` over *il* or *c'* where nobody acts: *il est temps de*."""
    if start == 0:
        return start
    before = token.doc[start - 1]
    is_dummy = form(before) in ("c'", "ce") or before.dep_ == "expl:subj"
    is_il = form(before) == "il" and lemma(token) in IMPERSONAL_VERBS
    return start - 1 if is_dummy or is_il else start


def _is_inverted_report(verb: Token, found: Token) -> bool:
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
    text = resources.files("dires.statements").joinpath("inanimate_nouns.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["nouns"])


def _has_inanimate_subject(verb: Token) -> bool:
    """Whether the subject is a thing that wants nothing: *les résultats suggèrent*."""
    return any(
        child.dep_ == "nsubj"
        and child.pos_ == "NOUN"
        and not child.ent_type_
        and lemma(child) in _inanimate_nouns()
        for child in verb.lefts
    )


def _lacks_dummy_subject(rule: CueRule, verb: Token) -> bool:
    """Whether an impersonal verb has a subject of its own: *il appartient à*, not *ils …*."""
    if lemma(verb) == "convenir":
        # *il conviendra de* asks, *ils conviennent de* and *il a convenu de* agree.
        first = group_start(verb)
        asks = first > 0 and form(verb.doc[first - 1]) == "il" and not auxiliaries(verb)
        return asks != (rule.label == "proposal")
    if rule.label != "proposal" or lemma(verb) not in IMPERSONAL_VERBS:
        return False
    return not any(form(token) in ("il", "leur", "nous", "vous") for token in words_before(verb))


def _addresses_subject(verb: Token) -> bool:
    """Whether the subject is the person spoken to, of whom nothing is reported."""
    return any(
        form(child) in ("vous", "tu") and child.dep_.startswith("nsubj") for child in verb.lefts
    )


def _without_embedded(found: list[Match]) -> list[Match]:
    """Drop matches whose words lie inside the words of another (*tient à exprimer son soutien*)."""
    kept: list[Match] = []
    for match in found:
        if kept and match.start < kept[-1].cue_end:
            # The later word is the more specific: *renouvelle son appel à*.
            if kept[-1].verb is not None and match.verb is None:
                continue
            kept.pop()
        kept.append(match)
    return kept
