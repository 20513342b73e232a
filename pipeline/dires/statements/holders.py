"""Whose act it is: the holder of a statement, who reports it, and how both were found."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dires.article import Actor
from dires.statements.actors import Actors, actor_nouns
from dires.statements.matching import IMPERSONAL_VERBS, Match
from dires.statements.reporting import REPORT_VERBS
from dires.statements.subjects import governing_report, subject_of
from dires.statements.verbs import form, is_verb, lemma
from dires.statements.voices import Voices

_SPEAKERS_OWN = frozenset(("mon", "ma", "mes", "notre", "nos"))
_THIRD_PERSONS_OWN = frozenset(("son", "sa", "ses", "leur", "leurs"))


@dataclass(frozen=True, slots=True)
class Holding:
    """`holder` and `reported_by` are None where the text does not say; `path` explains."""

    holder: Actor | None
    reported_by: Actor | None
    path: str


def holding_of(match: Match, actors: Actors, voices: Voices) -> Holding:
    """Who holds the act that `match` found."""
    voice = voices.at(match.anchor)
    reporter = _reporter(match.verb or match.anchor, actors)
    heard = reporter or (voice.actor if voice else None)
    if match.rule.speech or _is_impersonal(match):
        path = "reporting verb" if reporter else voice.path if voice else "nobody is heard"
        return Holding(heard, None, path)
    if match.verb is None:
        holder, path = _of_noun(match, actors)
        if path in ("speaker's own", ""):
            holder, path = heard, voice.path if voice else path
    else:
        subject = subject_of(_acting_verb(match), active=match.rule.pos == "ADJ")
        if subject.first_person:
            holder, path = heard, f"{subject.path}: {voice.path if voice else 'reporting verb'}"
        else:
            holder, path = None, subject.path
            if subject.token is not None:
                before = match.start if subject.token.i < match.start else None
                holder = actors.of_phrase(subject.token, before=before)
    if holder is None and match.rule.id.startswith("pledge.future"):
        holder = heard
    reported_by = heard if holder and heard and heard.name != holder.name else None
    return Holding(holder, reported_by, path)


def _acting_verb(match: Match) -> Token:
    """The verb whose subject acts: after a copula the predicate, which heads it."""
    if match.verb is not None and match.verb.head == match.anchor:
        return match.anchor
    assert match.verb is not None
    return match.verb


def _reporter(token: Token, actors: Actors) -> Actor | None:
    report = governing_report(token, REPORT_VERBS)
    if report is None:
        return None
    subject = subject_of(report)
    return actors.of_phrase(subject.token) if subject.token is not None else None


def _is_impersonal(match: Match) -> bool:
    verb = match.verb
    if verb is None:
        return False
    if lemma(match.anchor) == "falloir":
        return True
    return any(
        form(child) in ("il", "c'", "ce")
        and (
            child.dep_ == "expl:subj"
            or match.rule.pos != "VERB"
            or lemma(match.anchor) in IMPERSONAL_VERBS
        )
        for child in _acting_verb(match).lefts
    )


def _of_noun(match: Match, actors: Actors) -> tuple[Actor | None, str]:
    """The holder of a bare noun: its possessive, its complement with *de* or *par*."""
    noun = match.anchor
    for child in noun.lefts:
        if form(child) in _SPEAKERS_OWN:
            return None, "speaker's own"
        if form(child) in _THIRD_PERSONS_OWN:
            return _possessor(noun, actors)
    for child in noun.rights:
        case = next((form(c) for c in child.lefts if c.dep_ == "case"), "")
        if (
            case in ("de", "du", "d'", "des", "par")
            and child != match.complement
            and (actors.mention_at(child) is not None or lemma(child) in actor_nouns())
        ):
            return actors.of_phrase(child), f"complement of « {noun.text} »"
    governor = noun.head
    if is_verb(governor) and noun.dep_ in ("obj", "obl", "obl:arg", "xcomp"):
        subject = subject_of(governor)
        if subject.token is not None and actors.mention_at(subject.token) is not None:
            return actors.of_phrase(subject.token), f"{subject.path} of « {governor.text} »"
    return None, ""


def _possessor(noun: Token, actors: Actors) -> tuple[Actor | None, str]:
    current = noun
    while current.head.i != current.i:
        current = current.head
        if is_verb(current):
            subject = subject_of(current)
            if subject.token is not None and subject.token != noun:
                return actors.of_phrase(subject.token), "possessive: subject of its clause"
    earlier = [actor for actor in actors.mentions if actor.end <= noun.idx]
    return (earlier[-1], "possessive: last actor") if earlier else (None, "possessive")
