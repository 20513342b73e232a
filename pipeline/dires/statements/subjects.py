"""The subject of a verb, and the path that leads to it.

A verb borrows its subject where it has none of its own: a coordinated verb from the first of its
row, an infinitive or participle from the verb that governs it, a relative clause from its
antecedent, a passive from its agent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from dires.statements.actors import is_thing
from dires.statements.verbs import (
    OBJECT_CLITICS,
    auxiliaries,
    finite_part,
    form,
    group_start,
    is_finite,
    is_first_person,
    is_infinitive,
    is_participle,
    is_passive,
    is_present_participle,
    is_verb,
    lemma,
    words_before,
)

_RELATIVES = frozenset(("qui", "lequel", "laquelle", "lesquels", "lesquelles"))
PERSONAL = frozenset(("il", "elle", "ils", "elles"))
# Relative pronouns that are never the subject, whatever the parse says.
_OBJECTS = frozenset(("dont", "que", "qu'", "où"))
_IMPERSONAL = frozenset(("ce", "c'", "cela", "ceci", "ça"))
# How the parser hangs a main verb on another.
_HUNG = frozenset(("xcomp", "ccomp", "conj", "parataxis", "advcl"))
_NAMING = frozenset(("NOUN", "PROPN", "PRON"))
_FIRST_PERSONS = frozenset(("je", "j'", "nous", "on", "moi"))
# Participles that describe their subject (*est déterminé à*, *sont convenus de*).
_STATES = frozenset(
    ("déterminer", "disposer", "décider", "résoudre", "engager", "mobiliser", "convenir",
     "parvenir", "accorder", "préparer", "résigner", "attacher", "convaincre", "intéresser",
     "satisfaire", "réjouir", "ravir", "honorer", "tenir")
)  # fmt: skip
_MAX_STEPS = 6
AGENT: Final = "agent of the passive"
"""The path to who acts in a passive."""
# Clitics between a subject pronoun and its verb (*je ne les y*).
_CLITICS_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """`token` heads the subject (None where there is none to be named).

    `first_person` says that the subject is whoever speaks. `path` is for the explanation.
    """

    token: Token | None
    path: str
    first_person: bool = False


def subject_of(verb: Token, *, active: bool = False) -> Subject:
    """The subject of `verb` in the sense of who acts: of a passive, its agent.

    `active` says that what looks like a passive is none (*est ravie de*).
    """
    steps: list[str] = []
    current = verb
    for _ in range(_MAX_STEPS):
        found = _own_subject(current, active=active)
        if found is not None and found.token is not None and _is_topic(found.token, current):
            nearer = _subject_by_order(current)
            found = Subject(nearer, "noun phrase before the verb") if nearer is not None else found
        if found is not None:
            return Subject(found.token, " → ".join([*steps, found.path]), found.first_person)
        beside = _subject_beside(current)
        if beside is not None:
            return Subject(beside, " → ".join([*steps, "noun phrase beside the verb"]))
        governor, step = _governor(current)
        if governor is None:
            break
        if governor.pos_ in ("NOUN", "PROPN", "PRON"):
            return Subject(governor, " → ".join([*steps, step]))
        steps.append(step)
        current = governor
    nearest = _subject_by_order(verb)
    if nearest is not None:
        return Subject(nearest, "noun phrase before the verb")
    return Subject(None, " → ".join([*steps, "no subject"]))


def _is_topic(subject: Token, verb: Token) -> bool:
    """*Eau : la Ville signe*: whether a colon parts `subject` from `verb`."""
    return any(form(token) == ":" for token in subject.doc[subject.i : verb.i])


def _subject_by_order(verb: Token) -> Token | None:
    """Where the parse has no subject: the last noun phrase before the verb without preposition.

    What stands between two commas before the verb is passed over (*Pro Natura, satisfaite dans
    l'ensemble, prie*).
    """
    if not is_finite(verb):
        return None
    before = list(words_before(verb.doc[group_start(verb)]))
    if before and form(before[0]) == ",":
        enclosed = next((i for i, token in enumerate(before[1:], 1) if form(token) == ","), 0)
        before = before[enclosed + 1 :] if enclosed else before[1:]
    for candidate in before:
        if candidate.is_punct and form(candidate) != ",":
            return None
        is_phrase = _is_name_or_noun(candidate) or form(candidate) in PERSONAL
        after_topic = candidate.i > 0 and form(verb.doc[candidate.i - 1]) == ":"
        flat = candidate.dep_.startswith("flat") and not after_topic
        if is_phrase and not flat and not any(c.dep_ == "case" for c in candidate.lefts):
            return candidate
    return None


def _is_name_or_noun(token: Token) -> bool:
    """Whatever the tagger says of it: a name is one."""
    return token.pos_ in ("NOUN", "PROPN") or token.ent_type_ != ""


def _subject_beside(verb: Token) -> Token | None:
    """*et la préfecture demande*: the noun phrase that ends right before a finite verb.

    The parser often hangs such a verb on another one, whose subject it then seems to share.
    """
    if verb.dep_ not in _HUNG or not is_finite(verb) or is_infinitive(verb):
        return None
    first = group_start(verb)
    before = verb.doc[first - 1] if first > verb.sent.start else None
    if before is None or not _is_name_or_noun(before):
        return None
    found = _subject_by_order(verb)
    while found is not None and found.dep_ == "conj" and found.head.pos_ in ("NOUN", "PROPN"):
        found = found.head
    is_object = found is not None and found.dep_ in ("obj", "obl", "obl:mod", "obl:arg")
    return None if is_object else found


def _own_subject(verb: Token, *, active: bool) -> Subject | None:
    if not active and _acts_by_another(verb):
        agent = next((child for child in verb.rights if _is_agent(child)), None)
        return Subject(agent, AGENT if agent else "passive without agent")
    clitic = _clitic_subject(verb)
    if clitic is not None and not clitic.dep_.startswith("expl"):
        if form(clitic) in _FIRST_PERSONS:
            return Subject(None, f"first person « {form(clitic)} »", first_person=True)
        if form(clitic) not in _IMPERSONAL:
            return Subject(clitic, "pronoun before the verb")
    dependents = [*verb.children, *(c for aux in auxiliaries(verb) for c in aux.children)]
    for child in dependents:
        if child.dep_ in ("nsubj", "nsubj:pass") and child.pos_ != "NUM":
            word = form(child)
            if word in _OBJECTS or (is_infinitive(verb) and child.i > verb.i):
                continue
            if word in _RELATIVES:
                antecedent = _antecedent(verb, child)
                return Subject(antecedent, "antecedent of the relative clause")
            if word in _FIRST_PERSONS:
                return Subject(None, f"first person « {word} »", first_person=True)
            if word in _IMPERSONAL:
                return Subject(None, "impersonal subject")
            return Subject(child, "subject")
    if is_first_person(verb):
        return Subject(None, "first person", first_person=True)
    inverted = _inverted_subject(verb)
    return Subject(inverted, "inverted subject") if inverted is not None else None


def _clitic_subject(verb: Token) -> Token | None:
    """The pronoun among the clitics before the finite verb that can only be its subject."""
    finite = finite_part(verb)
    for i in range(finite.i - 1, max(finite.i - _CLITICS_AT_MOST, 0) - 1, -1):
        word = form(finite.doc[i])
        if word in ("je", "j'", "il", "elle", "ils", "elles", "on"):
            return finite.doc[i]
        if word == "nous" and form(finite).endswith("ons"):
            return finite.doc[i]
        if word not in OBJECT_CLITICS:
            return None
    return None


def _inverted_subject(verb: Token) -> Token | None:
    """*l'eau que réclame Bichkek*: after an object relative, the name behind the verb."""
    follows_que = any(form(child) in ("que", "qu'") for child in verb.lefts)
    if not follows_que or not verb.dep_.startswith("acl"):
        return None
    return next((child for child in verb.rights if child.pos_ == "PROPN"), None)


def _acts_by_another(verb: Token) -> bool:
    """Whether the verb is passive, so that its agent acts and not its subject."""
    is_state = lemma(verb) in _STATES and not any(form(aux) == "été" for aux in auxiliaries(verb))
    if is_state:
        return False
    if verb.dep_ == "acl" and is_participle(verb, "Past") and not auxiliaries(verb):
        return any(_is_agent(child) for child in verb.rights)
    return is_passive(verb)


def _is_agent(token: Token) -> bool:
    """Whether `token` is who acts: not *par voie de*, *par le biais de*."""
    by = token.dep_ == "obl:agent" or any(
        form(case) == "par" for case in token.lefts if case.dep_ == "case"
    )
    return by and not is_thing(token)


def _antecedent(verb: Token, relative: Token) -> Token | None:
    """The noun that the relative clause of `verb` describes; it agrees with the verb."""
    earlier = _relative_beside(relative)
    if earlier is not None and is_verb(earlier.head):
        return _antecedent(earlier.head, earlier)
    parsed = verb.head if verb.dep_ == "acl:relcl" and verb.head.i < verb.i else None
    if parsed is not None and parsed.pos_ in _NAMING and _agrees(parsed, verb):
        return parsed
    nouns = (t for t in words_before(relative) if t.pos_ in _NAMING)
    return next((noun for noun in nouns if _agrees(noun, verb)), parsed)


def _relative_beside(relative: Token) -> Token | None:
    """*qui rappelle … et qui plaide*: the relative pronoun that `relative` is coordinated with."""
    before = list(words_before(relative))
    if not before or form(before[0]) not in ("et", "mais", "ou"):
        return None
    return next((token for token in before if form(token) in _RELATIVES), None)


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether `noun`, or the row of names that it heads, has the number of `verb`."""
    plural = any("Plur" in t.morph.get("Number", []) for t in (verb, *auxiliaries(verb)))
    if any(child.dep_ == "conj" for child in noun.rights):
        return True
    if noun.pos_ == "PROPN" and not plural:
        return True
    numbers = noun.morph.get("Number", [])
    return not numbers or ("Plur" in numbers) == plural


def _governor(verb: Token) -> tuple[Token | None, str]:
    head = verb.head
    if head.i == verb.i:
        return _clause_before(verb)
    if verb.dep_ == "conj":
        head = _first_of_row(verb, head)
        return head, "coordinated with « " + head.text + " »"
    if is_present_participle(verb) and _follows_comma(verb):
        main = next((t for t in words_before(verb) if _is_main_verb(t)), None)
        if main is not None:
            return main, "main verb « " + main.text + " »"
    if (
        verb.dep_ in ("acl", "amod")
        and not is_finite(verb)
        and head.pos_ in ("NOUN", "PROPN", "PRON")
    ):
        return head, "noun that the participle describes"
    if is_infinitive(verb) or is_participle(verb, "Past") or is_present_participle(verb):
        if is_verb(head) or head.pos_ == "ADJ":
            return head, "governed by « " + head.text + " »"
        return _climb(head)
    if head.pos_ in ("AUX", "VERB") and verb.dep_ in ("xcomp", "aux", "cop", "parataxis"):
        return head, "governed by « " + head.text + " »"
    return None, ""


def _first_of_row(verb: Token, head: Token) -> Token:
    """Of `head` and the verbs above it, the nearest that `verb` can be coordinated with.

    The parser often takes the verb of a clause inside (*exige qu'ils partent et prie X de …*),
    which differs in number or tense.
    """
    if not is_finite(verb):
        return head
    current = head
    for _ in range(_MAX_STEPS):
        if is_verb(current) and _finite_features(current) == _finite_features(verb):
            return current
        if current.head.i == current.i:
            break
        current = current.head
    return head


def _finite_features(verb: Token) -> tuple[str, ...]:
    finite = finite_part(verb)
    compound = "compound" if finite != verb else "simple"
    return (
        compound,
        *("|".join(finite.morph.get(name, [])) for name in ("Number", "Tense", "Mood")),
    )


def _follows_comma(verb: Token) -> bool:
    first = group_start(verb)
    return first > 0 and form(verb.doc[first - 1]) == ","


def _is_main_verb(token: Token) -> bool:
    """Whether `token` is the finite verb of a main clause, or one coordinated with it."""
    return is_verb(token) and is_finite(token) and token.dep_ in ("ROOT", "conj")


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
    for candidate in words_before(verb):
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
