"""Whose act it is: the holder of a statement, who reports it, and how both were found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from dires.article import Actor
from dires.statements.actors import Actors, actor_nouns, is_thing, signatory_nouns
from dires.statements.anaphora import THIRD_PERSONS_OWN, antecedent
from dires.statements.future import is_future_rule
from dires.statements.match import Match
from dires.statements.reporting import EXPRESSING_VERBS, REPORT_VERBS
from dires.statements.subjects import AGENT, governing_report, subject_of
from dires.statements.verbs import form, is_verb, lemma
from dires.statements.vetoes import IMPERSONAL_VERBS
from dires.statements.voices import Voice, Voices
from dires.typography import fold

_WORD: Final = re.compile(r" ?«[^»]*»")
_SPEAKERS_OWN = frozenset(("mon", "ma", "mes", "notre", "nos"))


@dataclass(frozen=True, slots=True)
class Holding:
    """`holder` and `reported_by` are None where the text does not say; `path` explains.

    `certain` says that the sentence itself names the holder as such (*salué par X*).
    """

    holder: Actor | None
    reported_by: Actor | None
    path: str
    certain: bool = False

    @property
    def way(self) -> str:
        """The kind of `path`: its last step without the words that it names."""
        return _WORD.sub("", self.path.rsplit(" → ", 1)[-1])


def holding_of(match: Match, actors: Actors, voices: Voices) -> Holding:
    """Who holds the act that `match` found."""
    voice = voices.at(match.anchor)
    reporter = _reporter(match.verb or match.anchor, actors)
    heard = reporter or (voice.actor if voice else None)
    heard_path = "reporting verb" if reporter else voice.path if voice else "nobody is heard"
    if match.rule.speech or _is_impersonal(match):
        return Holding(heard, None, heard_path)
    if match.verb is None:
        holder, path = _of_noun(match, actors) or (heard, heard_path)
    else:
        holder, path = _of_verb(match, actors, voice, heard, heard_path)
    if holder is None and is_future_rule(match.rule):
        holder = heard
    owner = _owner_of_stance(match, actors)
    if owner is not None:
        reporter = _other(holder, owner)
        return Holding(owner, reporter, f"{path}: for whom the act is", certain=True)
    return Holding(holder, _other(heard, holder), path, certain=path.endswith(AGENT))


def _other(actor: Actor | None, holder: Actor | None) -> Actor | None:
    """`actor` where it is not the holder itself."""
    return actor if actor and holder and actor.name != holder.name else None


def _of_verb(
    match: Match, actors: Actors, voice: Voice | None, heard: Actor | None, heard_path: str
) -> tuple[Actor | None, str]:
    subject = subject_of(acting_verb(match), active=match.rule.pos == "ADJ")
    token = subject.token
    if subject.first_person:
        return heard, f"{subject.path}: {heard_path}"
    if token is None:
        return None, subject.path
    if voice is not None and voice.joint and _signs(token, actors):
        return voice.actor, f"{subject.path}, one of those who sign: {voice.path}"
    if is_thing(token) and actors.mention_at(token) is None:
        owner = actors.owner_of(token)
        return owner or heard, f"{subject.path}, a thing: {'its owner' if owner else heard_path}"
    taken_up = antecedent(token) if _is_unresolved(token, actors) else None
    if taken_up is not None:
        return actors.of_phrase(taken_up), f"{subject.path}: subject of the sentence before"
    before = match.start if token.i < match.start else None
    actor = actors.of_phrase(token, before=before)
    state = actors.state_of(actor)
    return state or actor, f"{subject.path}, a capital" if state else subject.path


def _is_unresolved(token: Token, actors: Actors) -> bool:
    mention = actors.mention_at(token)
    return mention is None or fold(mention.name).lower() == form(token)


def _signs(subject: Token, actors: Actors) -> bool:
    """Whether a plural subject without a name means the parties that a joint text speaks for."""
    if "Plur" not in subject.morph.get("Number", []):
        return False
    mention = actors.mention_at(subject)
    if mention is not None and mention.label is not None:
        return False
    is_ours = any(form(child) == "nos" for child in subject.lefts)
    return form(subject) in ("ils", "elles") or is_ours or lemma(subject) in signatory_nouns()


def _owner_of_stance(match: Match, actors: Actors) -> Actor | None:
    """*réaffirme l'attachement de la France à …*: for whom somebody acts."""
    noun = match.complement
    if lemma(match.anchor) not in EXPRESSING_VERBS or lemma(noun) not in match.rule.object:
        return None
    owner = actors.owner_of(noun)
    if owner is None or owner.label not in ("LOC", "ORG"):
        return None
    return actors.state_of(owner) or owner


def acting_verb(match: Match) -> Token:
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
    if subject.token is None or is_thing(subject.token):
        return None
    return actors.of_phrase(subject.token)


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
        for child in acting_verb(match).lefts
    )


def _of_noun(match: Match, actors: Actors) -> tuple[Actor | None, str] | None:
    """The holder of a bare noun: its possessive, its complement with *de* or *par*.

    None where it is the speaker's own (*mon projet*) or says nothing of whose it is.
    """
    noun = match.anchor
    for child in noun.lefts:
        if form(child) in _SPEAKERS_OWN:
            return None
        if form(child) in THIRD_PERSONS_OWN:
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
    return None


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
