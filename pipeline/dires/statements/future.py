"""The future tense as a pledge: what somebody says will be done, where it is theirs to do.

*Le Kazakhstan accueillera un sommet* binds Kazakhstan; *le chômage baissera* binds nobody. The
verb decides first (states, outcomes and modal verbs never count: `future.toml`), then the
subject: the speaker, or an actor; a scheduled event (*le sommet se tiendra*) needs neither.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from dires.statements.actors import may_act
from dires.statements.cues import CueRule, rule_file, rule_words
from dires.statements.subjects import subject_of
from dires.statements.verbs import (
    finite_part,
    form,
    is_first_person,
    is_future,
    is_infinitive,
    is_negated,
    is_passive,
    lemma,
)

_PRONOUNS_OF_ACTORS = frozenset(("il", "elle", "ils", "elles", "qui"))


def future_rules() -> Mapping[str, CueRule]:
    """The rules by which a future counts, with their examples."""
    return rule_file("future.toml", "pledge")


def is_future_rule(rule: CueRule) -> bool:
    """Whether it is the tense by which `rule` counts."""
    return rule in future_rules().values()


def future_rule(token: Token) -> CueRule | None:
    """The rule by which the future at the verb `token` is a pledge, or None."""
    if not (is_future(token) or _near_future(token)):
        return None
    if finite_part(token) != token and not is_passive(token):
        # The future perfect looks back (*sera restée un fief*).
        return None
    if any(form(child) in ("si", "quand", "lorsque") for child in token.lefts):
        return None
    if is_negated(token):
        # A refusal (*nous ne céderons pas*).
        return None
    words = rule_words("future.toml")
    base = lemma(token)
    if base in words["events"]:
        return future_rules()["future_of_event"]
    speaks = is_first_person(token) or (is_infinitive(token) and is_first_person(token.head))
    if base in words["never"] and not (speaks and base in words["speaker"]):
        return None
    if speaks:
        return future_rules()["future_of_speaker"]
    if is_passive(token):
        return future_rules()["future_passive"] if base in words["planned"] else None
    subject = subject_of(token).token
    if subject is not None and (may_act(subject) or form(subject) in _PRONOUNS_OF_ACTORS):
        return future_rules()["future_of_actor"]
    return None


def _near_future(token: Token) -> bool:
    """*va* or *vont* with the infinitive `token`."""
    if not is_infinitive(token):
        return False
    for candidate in (token.head, *token.lefts):
        if (
            candidate.i < token.i
            and lemma(candidate) == "aller"
            and ("Pres" in candidate.morph.get("Tense", []))
        ):
            return candidate.i >= token.i - 5
    return False
