"""Acts that a verb carries: finite, passive, or an infinitive that another verb lends its subject.

What is embedded in the content of another act (*appelle à soutenir*) is no act of its own: an
infinitive counts only under a verb that lends it its subject (*tient à saluer*) or that reports
it (*dit soutenir*).
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from spacy.tokens import Token

from dires.statements.constructions import rule_complement
from dires.statements.cues import CueRule
from dires.statements.future import future_rule
from dires.statements.match import Match
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
from dires.statements.vetoes import (
    IMPERSONAL_VERBS,
    addresses_subject,
    has_inanimate_subject,
    is_inverted_report,
    lacks_dummy_subject,
)

# Verbs that lend an infinitive their subject and leave the act what it is.
_CARRIERS: Final = frozenset(
    ("vouloir", "tenir", "souhaiter", "désirer", "aller", "venir", "pouvoir", "continuer", "faire")
)


def verb_match(rule: CueRule, token: Token) -> Match | None:
    """The act that `rule` makes of the verb `token`, or None."""
    if rule.reflexive is not None and is_reflexive(token) != rule.reflexive:
        return None
    if is_negated(token) or (rule.present and is_past(token)) or addresses_subject(token):
        return None
    if rule.finite and not is_finite(token) and not is_infinitive(token):
        return None
    if is_passive(token):
        return _passive_match(rule, token)
    found = rule_complement(rule, token)
    if found is None or is_inverted_report(token, found) or lacks_dummy_subject(rule, token):
        return None
    if has_inanimate_subject(token):
        return None
    if rule.label == "pledge" and found.i < token.i:
        return None
    carrier = carrier_of(token)
    start = with_impersonal_subject(group_start(carrier or token), token)
    if carrier is not None and is_negated(carrier):
        return None
    if is_infinitive(token) and carrier is None and not _reported_infinitive(token):
        return None
    if is_participle(token, "Past") and not _counts_as_finite(token, rule):
        return None
    return Match(rule, token, found, start, token.i + 1, token)


def _passive_match(rule: CueRule, token: Token) -> Match | None:
    """*Une aide a été décidée*: the content is the subject, and the act begins with it."""
    subject = next((child for child in token.lefts if child.dep_.startswith("nsubj")), None)
    by_subject = "agent" not in rule.takes and rule.label != "endorsement" and "noun" in rule.takes
    if by_subject and subject is not None and subject.pos_ == "NOUN":
        if not rule.admits(lemma(subject)):
            return None
        start = min(child.i for child in (subject, *subject.lefts))
        return Match(rule, token, subject, start, token.i + 1, token)
    found = rule_complement(rule, token)
    if found is None:
        return None
    return Match(rule, token, found, group_start(token), token.i + 1, token)


def future_match(token: Token) -> Match | None:
    """The pledge that the future of the verb `token` makes, or None."""
    rule = future_rule(token)
    if rule is None:
        return None
    start = group_start(token)
    if is_infinitive(token):
        start = min(start, group_start(token.head) if token.head.i < token.i else start)
        near = carrier_of(token)
        start = min(start, group_start(near)) if near is not None else start
    return Match(rule, token, token, start, token.i + 1, token)


def carrier_of(token: Token) -> Token | None:
    """The verb that lends the infinitive `token` its subject: *tient à saluer*."""
    if not is_infinitive(token):
        return None
    for candidate in islice(words_before(token), 7):
        if is_verb(candidate) and candidate.i < group_start(token):
            return candidate if lemma(candidate) in _CARRIERS and is_finite(candidate) else None
        if candidate.is_punct and form(candidate) != ",":
            return None
    return None


def with_impersonal_subject(start: int, token: Token) -> int:
    """Move `start` over *il* or *c'* where nobody acts: *il est temps de*."""
    if start == 0:
        return start
    before = token.doc[start - 1]
    is_dummy = form(before) in ("c'", "ce") or before.dep_ == "expl:subj"
    is_il = form(before) == "il" and lemma(token) in IMPERSONAL_VERBS
    return start - 1 if is_dummy or is_il else start


def _counts_as_finite(participle: Token, rule: CueRule) -> bool:
    """Whether the past participle tells an act: with an auxiliary of its own or a borrowed one."""
    return (
        bool(auxiliaries(participle))
        or "agent" in rule.takes
        or _shares_auxiliary(participle)
        or _stands_for_main_verb(participle)
    )


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


def _reported_infinitive(token: Token) -> bool:
    """Whether a reporting verb governs the infinitive (*dit soutenir*, *après avoir annoncé*)."""
    if any(lemma(aux) in ("avoir", "être") for aux in auxiliaries(token)):
        return True
    return is_verb(token.head) and token.head.i < token.i and lemma(token.head) in REPORT_VERBS
