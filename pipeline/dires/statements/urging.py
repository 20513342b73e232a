"""Moods that urge: *Soyons prudents*, *Que la Ville rouvre le port*, *À nous d'agir*.

They count where somebody is heard saying so. Which words they take is in ``urging.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from dires.statements.actors import may_act
from dires.statements.cues import CueRule, rule_file, rule_words
from dires.statements.match import Match
from dires.statements.verbs import form, group_start, is_finite, is_infinitive, is_verb, lemma

_OPENERS = frozenset(("et", "mais", "donc", "alors", "or", "aussi", "ne", "n'", "ensemble"))
_QUE = frozenset(("que", "qu'"))
_TO = frozenset(("à", "au", "aux", "a"))
_OF = frozenset(("de", "d'"))
# How many words a turn's actor may have (*à la Région wallonne, maintenant, de*).
_LONGEST_ACTOR = 6


def urging_rules() -> Mapping[str, CueRule]:
    """The rules by which a mood urges, with their examples."""
    return rule_file("urging.toml", "proposal")


def is_urging(rule: CueRule) -> bool:
    """Whether `rule` is one of `urging_rules`."""
    return rule in urging_rules().values()


def urging_match(token: Token) -> Match | None:
    """The proposal that the verb `token` makes by its mood, or None."""
    if not is_verb(token):
        return None
    if is_infinitive(token):
        return _turn(token)
    return _imperative(token) or _wish(token)


def _imperative(token: Token) -> Match | None:
    """*Restons unis*, *Ouvrez vos ports*: a verb without a subject that opens its clause."""
    word = form(token)
    if not word.endswith(("ons", "ez")) or len(word) < 5 or not is_finite(token):
        return None
    if word in rule_words("urging.toml")["no_imperatives"]:
        return None
    if any(child.dep_.startswith(("nsubj", "aux", "expl")) for child in token.lefts):
        return None
    first = group_start(token)
    before = token.doc[first - 1] if first else None
    opens = token.doc[first].is_sent_start or before is None or before.is_punct
    if not opens and form(token.doc[first - 1]) not in _OPENERS:
        return None
    return Match(urging_rules()["imperative"], token, token, first, token.i + 1, token)


def _wish(token: Token) -> Match | None:
    """*Que la Ville rouvre le port !*: a subjunctive that nothing governs."""
    que = next((child for child in token.lefts if form(child) in _QUE), None)
    if que is None or token.dep_ != "ROOT" or "Sub" not in token.morph.get("Mood", []):
        return None
    before = token.doc[que.i - 1] if que.i else None
    if not (que.is_sent_start or before is None or before.is_punct or form(before) in _OPENERS):
        return None
    return Match(urging_rules()["wish"], token, token, que.i, token.i + 1, token)


def _turn(token: Token) -> Match | None:
    """*À nous de jouer*, *À la Région de payer*: whose turn it is."""
    start = token.sent.start
    while start < token.i and (token.doc[start].is_punct or form(token.doc[start]) in _OPENERS):
        start += 1
    of = group_start(token) - 1
    if not (start < of <= start + _LONGEST_ACTOR and form(token.doc[of]) in _OF):
        return None
    if form(token.doc[start]) not in _TO:
        return None
    actor = token.doc[start + 1 : of]
    named = any(
        form(word) in rule_words("urging.toml")["turn_pronouns"]
        or may_act(word)
        or lemma(word) in rule_words("urging.toml")["people"]
        for word in actor
    )
    if not named or any(is_verb(word) for word in actor):
        return None
    return Match(urging_rules()["turn"], token, token, start, of + 1, token)
