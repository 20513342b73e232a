"""Who the words beside a cue name: phrases read word by word, clitics, possessives, relatives.

The parse of a long press sentence often hangs an addressee on the wrong word; its place in the
row of words is firmer. Everything here goes by that place and asks the parse for little.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

from dires.article import Actor
from dires.statements.actors import Actors, is_thing, may_act, names_people
from dires.statements.constructions import is_calendar, preposition
from dires.statements.verbs import form, is_finite, is_infinitive, is_verb, lemma

# What may stand between a preposition and the noun it leads to.
_BEFORE_NOUN: Final = ("DET", "ADJ", "NUM", "ADV", "SPACE")
_CONTRACTED: Final = frozenset(("au", "aux", "du", "des"))
_QUOTES: Final = frozenset(("«", "»", "“", "”", '"'))
_EVERYBODY: Final = frozenset(("chacun", "chacune", "tous", "toutes", "quiconque"))
_THOSE: Final = frozenset(("ceux", "celles", "celui", "celle"))
_AFORESAID: Final = frozenset(
    ("dernier", "dernière", "derniers", "dernières", "celui-ci", "celle-ci", "ceux-ci",
     "celles-ci", "eux", "elles", "lui", "elle", "ceux-là")
)  # fmt: skip
# Nouns of who is often asked or praised, beside those that decide and those of trades.
_ADDRESSED: Final = frozenset(
    ("adhérent", "allié", "bénévole", "camarade", "camp", "collectivité", "collègue", "commune",
     "député", "députée", "élu", "élue", "homologue", "institut", "interlocuteur",
     "juge", "maire", "ménage", "ministère", "municipalité", "parent", "préfecture", "préfet",
     "prof", "responsable", "scientifique", "successeur", "voisin")
)  # fmt: skip
# Nouns of set phrases with *à* and *de*, never addressed.
_SET_PHRASES: Final = frozenset(
    ("contraire", "nouveau", "cor", "cri", "effet", "terme", "issue", "égard", "titre", "fois",
     "échelle", "sujet", "avenir", "instar", "propos", "travers", "condition", "occasion", "nom",
     "partir", "côté", "part", "fin", "manière", "façon", "ensemble", "moins", "plus", "base",
     "lieu", "place", "tour", "besoin", "droit", "devoir", "risque", "jour", "moment", "temps",
     "maximum", "minimum", "milliard", "million", "règle")
)  # fmt: skip
_PLURAL_CLITICS: Final = frozenset(("les", "leur", "leurs", "eux", "ceux-ci", "celles-ci"))
# Prepositions of where something is, before a place that does not act.
_WHERE: Final = frozenset(("à", "en", "dans", "depuis", "vers", "sur", "chez", "près", "entre"))
# How many sentences back a pronoun may point.
_SENTENCES_BACK: Final = 4
# How long an incise between two commas may be.
_LONGEST_INCISE: Final = 25


def is_somebody(noun: Token, actors: Actors) -> bool:
    """Whether `noun` can be asked or praised: a name, an office, people."""
    mention = actors.mention_at(noun)
    if mention is not None:
        return mention.label != "MISC"
    if form(noun) == "partie":
        return False
    known = noun.pos_ == "NOUN" and lemma(noun) in _ADDRESSED
    return (may_act(noun) and noun.ent_type_ != "MISC") or names_people(noun) or known


def without_incises(first: Token, end: int) -> Iterator[Token]:
    """The tokens from `first` to token `end`, what stands between two commas left out."""
    doc, i = first.doc, first.i
    while i < end:
        token = doc[i]
        if form(token) == ",":
            closing = next(
                (t.i for t in doc[i + 1 : min(end, i + _LONGEST_INCISE)] if form(t) == ","), None
            )
            i = closing + 1 if closing is not None else i + 1
            continue
        yield token
        i += 1


def noun_from(first: Token, end: int) -> Token | None:
    """The noun that the phrase opening at `first` has as its head."""
    for token in first.doc[first.i : end]:
        if token.pos_ in ("NOUN", "PROPN") or token.ent_type_ in ("PER", "ORG", "LOC"):
            return token
        if form(token) in _EVERYBODY | _THOSE | _AFORESAID and token.pos_ != "DET":
            if form(token) in ("tous", "toutes") and _opens(token, end):
                continue
            return token
        if token.pos_ not in _BEFORE_NOUN and form(token) not in _QUOTES | _CONTRACTED:
            previous = token.nbor(-1)
            described = previous.i > first.i and previous.pos_ == "ADJ" and is_verb(token)
            return previous if described else None
    return None


def _opens(token: Token, end: int) -> bool:
    """Whether *tous* goes on: *tous les maires*, *tous ceux qui*."""
    after = token.doc[token.i + 1] if token.i + 1 < end else None
    return after is not None and (after.pos_ == "DET" or form(after) in _THOSE)


def infinitive_after(noun: Token | None, end: int) -> int | None:
    """The place of *de* or *à* before the first infinitive after `noun`: *les maires de céder*."""
    if noun is None or noun.i + 1 >= end:
        return None
    for token in without_incises(noun.nbor(1), end):
        if is_verb(token) and is_finite(token) and token.pos_ == "VERB":
            return None
        if is_infinitive(token):
            at = token.i - 1
            while at > noun.i and preposition(token.doc[at]) not in ("de", "à"):
                at -= 1
            return at if noun.i < at >= token.i - 5 else None
    return None


def named_by(
    noun: Token | None, actors: Actors, *, before: int, named: bool = True
) -> Actor | None:
    """Who the phrase of `noun` names; `named` says that it must be known to be somebody."""
    if noun is None or actors.is_date(noun) or is_calendar(noun):
        return None
    if form(noun) in _AFORESAID:
        return actors.mention_at(noun) or last_actor(noun, actors)
    if form(noun) in _EVERYBODY | _THOSE:
        return _everybody(noun, actors, before)
    if form(noun) in _SET_PHRASES:
        return None
    if (named or is_thing(noun)) and not is_somebody(noun, actors):
        return None
    return actors.of_phrase(noun, before=before)


def _everybody(pronoun: Token, actors: Actors, before: int) -> Actor | None:
    """*chacun*, *ceux qui restent*: the pronoun, with the clause that tells who is meant."""
    last = pronoun
    if form(pronoun) in _THOSE:
        tokens = pronoun.doc[pronoun.i + 1 : before]
        if not tokens or form(tokens[0]) not in ("qui", "dont", "que", "qu'", "de", "du", "des"):
            return None
        last = next((t.nbor(-1) for t in tokens if t.is_punct), tokens[-1])
    start, stop = pronoun.idx, last.idx + len(last)
    text = actors.text[start:stop]
    return Actor(start=start, end=stop, text=text, name=" ".join(text.split()))


def last_actor(
    pronoun: Token, actors: Actors, *, before: int | None = None, but: str | None = None
) -> Actor | None:
    """The last actor before `pronoun` that agrees with it and is not `but`.

    *Les syndicats ont refusé. Le préfet leur propose …*: the unions.
    """
    plural = "Plur" in pronoun.morph.get("Number", []) and form(pronoun) != "ses"
    several = plural or form(pronoun) in _PLURAL_CLITICS
    place = pronoun.i if before is None else before
    for part in _sentences_back(pronoun.doc, place):
        meant = [token for token in reversed(part) if _may_be_meant(token, actors, several=several)]
        for token in sorted(meant, key=lambda token: not token.dep_.startswith("nsubj")):
            actor = actors.of_phrase(token, before=place)
            if actor.name != but and not (several and actor.label == "PER"):
                return actor
    return None


def _sentences_back(doc: Doc, place: int) -> Iterator[Span]:
    """The words before token `place` in its sentence, then the sentences before."""
    end = place
    for _ in range(_SENTENCES_BACK):
        if end == 0:
            return
        start = doc[end - 1].sent.start
        yield doc[start:end]
        end = start


def _may_be_meant(token: Token, actors: Actors, *, several: bool) -> bool:
    mention = actors.mention_at(token)
    if mention is not None and mention.label == "MISC":
        return False
    if token.pos_ == "PRON":
        plural = "Plur" in token.morph.get("Number", [])
        return mention is not None and plural == several and form(token) != "qui"
    if token.pos_ not in ("NOUN", "PROPN") or not is_somebody(token, actors):
        return False
    inside = token.dep_.startswith("flat") or (mention is not None and token.idx != mention.start)
    if inside and token.head != token and actors.mention_at(token.head) == mention:
        return False
    if mention is not None and mention.label == "LOC" and _stands_where(token):
        return False
    plural = "Plur" in token.morph.get("Number", []) or any(
        child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN") for child in token.rights
    )
    return plural if several else not plural


def _stands_where(token: Token) -> bool:
    return any(preposition(child) in _WHERE for child in token.lefts if child.dep_ == "case")


def antecedent(relative: Token, actors: Actors) -> Actor | None:
    """Whom a relative pronoun takes up: *la députée, à qui il demande …*."""
    doc, i = relative.doc, relative.i - 1
    while i > 0 and (doc[i].is_punct or doc[i].pos_ == "ADP" or doc[i].is_space):
        i -= 1
    noun = doc[i]
    head = relative.head.head if relative.head.dep_ == "acl:relcl" else None
    for candidate in (head, noun):
        if candidate is not None and candidate.i < relative.i and is_somebody(candidate, actors):
            return actors.of_phrase(candidate, before=relative.i)
    return None
