"""Cue matching: which words of a sentence begin a statement, and by which rule."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Span, Token

from dires.statements.cues import CueRule, rules_by_lemma
from dires.statements.match import Match
from dires.statements.nominal import adjective_match, noun_match
from dires.statements.urging import urging_match
from dires.statements.verbal import future_match, verb_match
from dires.statements.verbs import form, is_negated, is_participle, is_verb, lemma, may_be_verb
from dires.statements.vetoes import is_question
from dires.typography import fold


def matches(sentence: Span) -> list[Match]:
    """Cue matches of `sentence` in the order of the text, at most one a word."""
    index = rules_by_lemma()
    found: list[Match] = []
    if is_question(sentence):
        return found
    for token in sentence:
        if not _may_match(token.pos_, token.text, token.lemma_):
            continue
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
            match = None if refused else future_match(token) or urging_match(token)
        if match is not None:
            found.append(match)
    return _without_embedded(found)


@lru_cache(maxsize=65_536)
def _may_match(part_of_speech: str, text: str, base: str) -> bool:
    """Whether the word by itself may be one that a rule names; most are not, at little cost."""
    named = (part_of_speech, fold(base).lower()) in rules_by_lemma()
    is_named = named and part_of_speech in ("NOUN", "ADJ")
    return is_named or may_be_verb(part_of_speech, fold(text).lower())


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
        return verb_match(rule, token)
    if rule.pos == "ADJ":
        return adjective_match(rule, token)
    return noun_match(rule, token)


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
