"""The subject of a verb, and the path that leads to it.

A verb borrows its subject where it has none of its own: a coordinated verb from the first of its
row, an infinitive or participle from the verb that governs it, a relative clause from its
antecedent, a passive from its agent.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dires.statements.verbs import (
    auxiliaries,
    form,
    is_finite,
    is_first_person,
    is_infinitive,
    is_participle,
    is_passive,
    is_present_participle,
    is_verb,
    lemma,
)

_RELATIVES = frozenset(("qui", "lequel", "laquelle", "lesquels", "lesquelles"))
_IMPERSONAL = frozenset(("ce", "c'", "cela", "ceci", "ça"))
_MAX_STEPS = 6


@dataclass(frozen=True, slots=True)
class Subject:
    """`token` heads the subject (None where there is none to be named).

    `first_person` says that the subject is whoever speaks. `path` is for the explanation.
    """

    token: Token | None
    path: str
    first_person: bool = False


def subject_of(verb: Token) -> Subject:
    """The subject of `verb` in the sense of who acts: of a passive, its agent."""
    steps: list[str] = []
    current = verb
    for _ in range(_MAX_STEPS):
        found = _own_subject(current)
        if found is not None:
            return Subject(found.token, " → ".join([*steps, found.path]), found.first_person)
        governor, step = _governor(current)
        if governor is None:
            break
        if governor.pos_ in ("NOUN", "PROPN", "PRON"):
            return Subject(governor, " → ".join([*steps, step]))
        steps.append(step)
        current = governor
    return Subject(None, " → ".join([*steps, "no subject"]))


def _own_subject(verb: Token) -> Subject | None:
    if is_passive(verb) or (verb.dep_ == "acl" and is_participle(verb, "Past")):
        agent = next((child for child in verb.rights if _is_agent(child)), None)
        return Subject(agent, "agent of the passive" if agent else "passive without agent")
    for child in verb.children:
        if child.dep_ == "nsubj" or (child.dep_ == "nsubj:pass" and not is_passive(verb)):
            word = form(child)
            if word in _RELATIVES:
                antecedent = _antecedent(verb, child)
                return Subject(antecedent, "antecedent of the relative clause")
            if word in ("je", "j'", "nous", "on"):
                return Subject(None, f"first person « {word} »", first_person=True)
            if word in _IMPERSONAL:
                return Subject(None, "impersonal subject")
            return Subject(child, "subject")
    if is_first_person(verb):
        return Subject(None, "first person", first_person=True)
    return None


def _is_agent(token: Token) -> bool:
    return token.dep_ == "obl:agent" or any(
        form(case) == "par" for case in token.lefts if case.dep_ == "case"
    )


def _antecedent(verb: Token, relative: Token) -> Token | None:
    if verb.dep_ == "acl:relcl" and verb.head.i < verb.i:
        return verb.head
    for i in range(relative.i - 1, relative.sent.start - 1, -1):
        candidate = verb.doc[i]
        if candidate.pos_ in ("NOUN", "PROPN", "PRON") and candidate.dep_ not in ("case",):
            return candidate
    return None


def _governor(verb: Token) -> tuple[Token | None, str]:
    head = verb.head
    if head.i == verb.i:
        return _clause_before(verb)
    if verb.dep_ == "conj":
        return head, "coordinated with « " + head.text + " »"
    if verb.dep_ in ("acl", "amod") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return head, "noun that the participle describes"
    if is_infinitive(verb) or is_participle(verb, "Past") or is_present_participle(verb):
        if is_verb(head) or head.pos_ == "ADJ":
            return head, "governed by « " + head.text + " »"
        return _climb(head)
    if head.pos_ in ("AUX", "VERB") and verb.dep_ in ("xcomp", "aux", "cop", "parataxis"):
        return head, "governed by « " + head.text + " »"
    return None, ""


def _climb(token: Token) -> tuple[Token | None, str]:
    """The verb above `token`."""
    current = token
    for _ in range(_MAX_STEPS):
        if current.head.i == current.i:
            return (current, "main verb") if is_verb(current) else (None, "")
        current = current.head
        if is_verb(current):
            return current, "governed by « " + current.text + " »"
    return None, ""


def _clause_before(verb: Token) -> tuple[Token | None, str]:
    """Where the parser made a non-finite verb the root: the finite verb that stands before it."""
    if is_finite(verb) and not is_infinitive(verb):
        return None, ""
    for i in range(verb.i - 1, verb.sent.start - 1, -1):
        candidate = verb.doc[i]
        if candidate.pos_ == "VERB" and candidate.i not in {a.i for a in auxiliaries(verb)}:
            return candidate, "after « " + candidate.text + " »"
    return None, ""


def governing_report(verb: Token, report_verbs: frozenset[str]) -> Token | None:
    """The reporting verb in whose that-clause or infinitive `verb` stands, if any."""
    current = verb
    for _ in range(_MAX_STEPS):
        if current.head.i == current.i:
            return None
        dependency, current = current.dep_, current.head
        if dependency in ("ccomp", "xcomp") and lemma(current) in report_verbs:
            return current
    return None
