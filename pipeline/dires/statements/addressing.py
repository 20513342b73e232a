"""An act whose addressee is sought, and what the words before it tell, whatever its label."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from spacy.tokens import Token

from dires.article import Actor
from dires.statements.actors import Actors
from dires.statements.conjugation import infinitive_of
from dires.statements.cues import is_proposed
from dires.statements.match import Match
from dires.statements.phrases import antecedent, is_somebody, last_actor, named_by
from dires.statements.subjects import PERSONAL, subject_of
from dires.statements.verbs import form, is_finite, is_passive, is_verb, lemma, words_before

# Whom these verbs ask is their object: *exhorte le maire à*.
ASKING_SOMEBODY: Final = frozenset(
    ("appeler", "inviter", "exhorter", "presser", "inciter", "encourager", "prier", "sommer",
     "engager", "pousser", "conjurer", "supplier", "charger", "mandater", "convier", "implorer",
     "adjurer", "solliciter", "obliger", "contraindre", "autoriser", "convaincre", "interpeller",
     "persuader", "aider", "instruire")
)  # fmt: skip
# Whom these ask stands with *de*: *exige de la banque un effort*.
ASKING_OF: Final = frozenset(
    ("exiger", "attendre", "réclamer", "solliciter", "espérer", "vouloir", "requérir", "obtenir")
)
# Whom these ask stands with *à*, also at the head of the sentence.
ASKING_TO: Final = frozenset(
    ("demander", "conseiller", "recommander", "suggérer", "enjoindre", "ordonner", "proposer",
     "commander", "réclamer", "confier", "imposer", "prescrire")
)  # fmt: skip
# Praise that only people get.
THANKING: Final = frozenset(
    ("féliciter", "remercier", "bravo", "merci", "chapeau", "hommage", "solidaire")
)
_ASKING: Final = ASKING_SOMEBODY | ASKING_OF | ASKING_TO
# How near to the start of an act, in words, the verb stands that carries it.
_NEAR: Final = 8
# What a clitic object of these stands for is a thing: *la trouve juste*.
_JUDGING: Final = frozenset(
    ("trouver", "juger", "défendre", "accueillir", "approuver", "voter", "signer", "dire")
)
QUE: Final = frozenset(("que", "qu'"))
TO: Final = frozenset(("à", "au", "aux"))
_CLITICS: Final = frozenset(("lui", "leur", "vous", "nous", "me", "m'", "le", "la", "les", "l'"))
_DATIVES: Final = frozenset(("lui", "leur", "vous", "nous", "me", "m'"))
_THIRD: Final = frozenset(("lui", "leur", "le", "la", "les", "l'"))
# What may stand between such a clitic and its verb.
_BETWEEN: Final = frozenset(("y", "en", "ne", "n'", "le", "la", "les", "l'"))


@dataclass(frozen=True)
class Addressing:
    """The act whose addressee is asked for; nothing from token `end` on belongs to it."""

    match: Match
    actors: Actors
    end: int

    @cached_property
    def anchor(self) -> Token:
        """The word that asks or praises; near the start where only the encoder saw the act."""
        match = self.match
        carrying = _ASKING if match.rule.label == "proposal" else THANKING
        if is_proposed(match.rule) and infinitive(match.anchor) not in carrying:
            near = match.anchor.doc[match.start : min(match.start + _NEAR, self.end)]
            return next((t for t in near if infinitive(t) in carrying and is_verb(t)), match.anchor)
        return match.anchor

    @cached_property
    def holder_name(self) -> str | None:
        """The name of whose act it is, who does not address himself."""
        verb = self.match.verb
        subject = subject_of(verb).token if verb is not None else None
        if subject is None:
            return None
        return self.actors.of_phrase(subject).name


def infinitive(token: Token) -> str:
    """The infinitive of a cue verb, also in capitals (*INVITE*), else the lemma."""
    return infinitive_of(form(token)) or lemma(token)


def following_word(token: Token) -> Token:
    """The token after `token`; the last one of a text has itself."""
    return token.doc[min(token.i + 1, len(token.doc) - 1)]


def invited(act: Addressing) -> Actor | None:
    """The subject of a passive cue: *les éleveurs sont invités à*."""
    verb = act.match.verb if act.anchor == act.match.anchor else act.anchor
    if verb is None or not is_passive(verb):
        return None
    for child in verb.lefts:
        is_subject = child.dep_ in ("nsubj", "nsubj:pass")
        asked = infinitive(verb) in ASKING_SOMEBODY
        if is_subject and asked and form(child) in PERSONAL:
            return act.actors.mention_at(child) or last_actor(child, act.actors)
        if is_subject and asked:
            return named_by(child, act.actors, before=act.match.start, named=False)
        if is_subject and is_somebody(child, act.actors):
            return act.actors.of_phrase(child, before=act.match.start)
    return None


def told(act: Addressing) -> Actor | None:
    """The clitic before the cue: *lui a rendu hommage*, *leur propose*."""
    clitic = _clitic(act)
    if clitic is None:
        return None
    if infinitive(act.anchor) in _JUDGING and form(clitic) not in _DATIVES:
        return None
    known = act.actors.mention_at(clitic)
    if known is not None or form(clitic) not in _THIRD:
        return known
    return last_actor(clitic, act.actors, but=act.holder_name)


def _clitic(act: Addressing) -> Token | None:
    is_proposal = act.match.rule.label == "proposal"
    takes = _CLITICS
    if is_proposal and infinitive(act.anchor) not in ASKING_SOMEBODY:
        takes = _DATIVES
    verb = act.match.verb or act.anchor
    for token in words_before(verb):
        if form(token) in takes and _is_clitic(token):
            return None if _is_subject(token, verb) else token
        if not (token.pos_ in ("AUX", "ADV") or form(token) in _BETWEEN):
            return None
    return None


def _is_clitic(token: Token) -> bool:
    """Whether *le*, *leur* is a pronoun, which the parse may take for an article."""
    return token.dep_ != "nsubj" and (token.dep_ != "det" or is_verb(following_word(token)))


def _is_subject(clitic: Token, verb: Token) -> bool:
    """*nous demandons*, *vous demandez*, whatever the parse says."""
    ending = {"nous": "ons", "vous": "ez"}.get(form(clitic))
    return ending is not None and form(following_word(clitic)).endswith(ending)


def to_whom(act: Addressing) -> Actor | None:
    """A relative before the cue: *à qui elle demandera de*, *que les autorités appellent à*."""
    is_direct = act.match.rule.label == "endorsement" or infinitive(act.anchor) in ASKING_SOMEBODY
    for token in words_before(act.anchor):
        word = form(token)
        if token.is_punct or (is_verb(token) and token.pos_ == "VERB" and is_finite(token)):
            return None
        to = word in ("qui", "laquelle") and token.i > 0 and form(token.nbor(-1)) == "à"
        if to or word in ("auquel", "auxquels", "auxquelles"):
            return antecedent(token, act.actors)
        if is_direct and (word == "dont" or (word in QUE and _follows_noun(token))):
            return antecedent(token, act.actors)
    return None


def _follows_noun(que: Token) -> bool:
    previous = que.nbor(-1) if que.i else que
    return previous.pos_ in ("NOUN", "PROPN") or previous.is_punct
