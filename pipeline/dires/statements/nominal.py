"""Acts that a noun or an adjective carries, bare or with its support verb or copula."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from dires.statements.actors import may_act
from dires.statements.constructions import rule_complement
from dires.statements.cues import CueRule
from dires.statements.match import Match
from dires.statements.verbal import carrier_of, with_impersonal_subject
from dires.statements.verbs import group_start, is_negated, is_reflexive, is_verb, lemma
from dires.statements.vetoes import addresses_subject, stands_free

_COPULAS: Final = frozenset(("être", "rester", "demeurer", "sembler", "paraître"))


def adjective_match(rule: CueRule, token: Token) -> Match | None:
    """The act that `rule` makes of the adjective `token`, or None."""
    copula = next(
        (child for child in token.lefts if child.dep_ in ("cop", "aux:pass", "aux:tense")), None
    )
    governor = token.head if is_verb(token.head) and token.head.i < token.i else None
    verb = copula or (
        governor
        if governor is not None and (lemma(governor) in _COPULAS or is_reflexive(governor))
        else None
    )
    if verb is not None and (is_negated(verb) or is_negated(token) or addresses_subject(token)):
        return None
    if verb is None and not may_act(token.head):
        return None
    if rule.support and (verb is None or lemma(verb) not in rule.support):
        return None
    found = rule_complement(rule, token)
    if found is None:
        return None
    start = min(group_start(verb), group_start(token)) if verb is not None else token.i
    start = with_impersonal_subject(start, token)
    return Match(rule, token, found, start, token.i + 1, verb)


def noun_match(rule: CueRule, token: Token) -> Match | None:
    """The act that `rule` makes of the noun `token`, or None."""
    found = rule_complement(rule, token)
    if found is None:
        return None
    support = token.head
    if is_verb(support) and support.i < token.i and lemma(support) in rule.support:
        if is_negated(support):
            return None
        carrier = carrier_of(support)
        return Match(rule, token, found, group_start(carrier or support), token.i + 1, support)
    copula = next((child for child in token.lefts if child.dep_ == "cop"), None)
    if copula is not None:
        if is_negated(copula):
            return None
        start = with_impersonal_subject(group_start(copula), token)
        return Match(rule, token, found, start, token.i + 1, copula)
    if rule.copula or not stands_free(token):
        return None
    start = token.i
    while (
        start > 0
        and token.doc[start - 1].head == token
        and (token.doc[start - 1].dep_ in ("det", "amod", "nummod"))
    ):
        start -= 1
    return Match(rule, token, found, start, token.i + 1, None)
