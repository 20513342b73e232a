"""The imperative of the first person plural, by which a speaker urges: *Soyons prudents*."""

from __future__ import annotations

from spacy.tokens import Token

from dires.statements.cues import CueRule, rule_file
from dires.statements.verbs import form, group_start, is_finite, is_verb

_OPENERS = frozenset(("et", "mais", "donc", "alors", "or", "aussi", "ne", "n'", "ensemble"))


def imperative_rule(token: Token) -> CueRule | None:
    """The rule by which the verb `token` urges, or None where it has a subject or does not."""
    word = form(token)
    if not word.endswith("ons") or len(word) < 5 or not is_verb(token) or not is_finite(token):
        return None
    if any(child.dep_.startswith(("nsubj", "aux", "expl")) for child in token.lefts):
        return None
    first = group_start(token)
    before = token.doc[first - 1] if first else None
    opens = token.doc[first].is_sent_start or before is None or before.is_punct
    if not opens and form(token.doc[first - 1]) not in _OPENERS:
        return None
    return rule_file("imperative.toml", "proposal")["imperative"]
