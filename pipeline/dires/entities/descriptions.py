"""Whom a description means.

The roles of people are read off appositions (*X, le président du Kazakhstan*; *la ministre de la
Santé, X*; *le président X*), wherever in the article they stand. A description means the actor
whose role agrees with it; where two do, the one spoken of last. A description that agrees with none
stands for itself: the actor is named by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dires.entities.grammar import grammar
from dires.entities.lexicon import lexicon
from dires.entities.roles import Description
from dires.entities.salience import CIVIL, Mention, Referent, agree
from dires.entities.words import Words, plain

# How many sentences back a body, a country or *somebody* may have been mentioned.
_REACH = 3
_NEAR = 2
# How many mentions back a body is remembered by the noun of its name, and an actor without a name.
_MEMORY = 400
# How many words on somebody else may be introduced by a fuller description.
_CLAUSE = 30
# How many words may stand between a role and the comma before the name (*le directeur adjoint de
# l'agence dans le pays, X*).
_FURTHER = 14
_ENDS_APPOSITION = frozenset({",", ".", ";", ":", ")", "»", '"', "”", "!", "?", "…", "–", "—"})
_QUOTES = frozenset({"«", "»", '"', "“", "”"})
# Roles that need no introduction to be said of the one person spoken of.
_LOOSE = frozenset(
    {"anyone", "candidate", "coach", "coordinator", "deputy", "diplomat", "director", "founder",
     "leader", "mayor", "mediator", "rapporteur", "representative", "senator"}
)  # fmt: skip
_POSSESSIVE = frozenset({"son", "sa"})
_VERBS = frozenset({"AUX", "VERB"})
_ARTICLES = frozenset({"le", "la", "l'", "les", "un", "une"})
_RELATIVES = frozenset({"qui", "que", "qu'", "dont", "lequel", "laquelle"})
# In a French text the Republic is France unless the text says otherwise.
_FRENCH = frozenset({"FR", "republique"})


def roles_in_appositions(
    words: Words,
    descriptions: Sequence[Description],
    people: dict[int, tuple[int, Referent]],
    ends: dict[int, tuple[int, Referent]],
    bodies: dict[int, Referent],
) -> dict[int, Referent]:
    """Who each description stands beside, by its place in `descriptions`.

    `people` gives by the first word of a person's name the word after it and the person, `ends` by
    the word after it the first word and the person, `bodies` the organisation by the first word of
    its name (*le laboratoire X*). Notes the role with the person.
    """
    found = {}
    inside = outer = 0
    for place, description in enumerate(descriptions):
        if description.kind == "body" and description.end in bodies:
            found[place] = bodies[description.end]
            found[place].gender = description.gender or found[place].gender
            found[place].plural = description.plural
        if description.kind != "person" or description.plural:
            continue
        if description.start < inside and not _is_joined(words, outer, description.start):
            continue
        referent = _name_after(words, description, people) or _name_before(words, description, ends)
        if referent is None:
            name = _name_further_on(words, description, people)
            if name is not None:
                inside, outer, referent = name, description.end, people[name][1]
        if referent is not None:
            found[place] = referent
            referent.roles.append(description)
            referent.gender = description.gender or referent.gender
    return found


def _name_after(
    words: Words, description: Description, people: dict[int, tuple[int, Referent]]
) -> Referent | None:
    i = description.end
    if i < len(words) and words.lemmas[i] == "être":
        i += 1  # le vice-président sera X
    elif i < len(words) and words.text[i] == ",":
        i += 1
        if description.determiner in {"un", "une"}:
            return None
    i = _after_titles(words, i)
    if i in people and words.sentences[i] == words.sentences[description.head]:
        return people[i][1]
    return None


def _is_joined(words: Words, end: int, start: int) -> bool:
    """Whether only a hyphen parts two roles: *présidente-directrice*."""
    return words.source[words.ends[end - 1] : words.starts[start]].strip("-") == ""


def _name_further_on(
    words: Words, description: Description, people: dict[int, tuple[int, Referent]]
) -> int | None:
    """The first word of the name that follows the further complements of a role, or None.

    *L'adjointe chargée du port, X, …*; *le directeur de la compagnie « Y », M. X*.
    """
    if not description.determiner or description.determiner in {"un", "une"}:
        return None
    head = description.head
    for i in range(description.end, min(len(words), description.end + _FURTHER)):
        if words.sentences[i] != words.sentences[head] or words.lines[i] != words.lines[head]:
            return None
        name = _after_titles(words, i + (words.text[i] == ","))
        if name in people and name > i:
            return name if words.text[i] != "," or _is_enclosed(words, people[name][0]) else None
        if words.text[i] in _ENDS_APPOSITION - _QUOTES or _begins_something_else(words, i):
            return None
    return None


def _is_enclosed(words: Words, end: int) -> bool:
    """Whether an apposition ends before word `end`: by a mark, or as the verb follows."""
    return end >= len(words) or words.text[end] in _ENDS_APPOSITION or words.pos[end] in _VERBS


def _begins_something_else(words: Words, i: int) -> bool:
    """Whether word `i` opens a clause or another member of a row."""
    is_verb = words.pos[i] in _VERBS and not words.dep[i].startswith(("acl", "amod"))
    is_link = words.pos[i] == "CCONJ" and plain(words.text[min(i + 1, len(words) - 1)]) in _ARTICLES
    return is_verb or is_link or words.pos[i] == "SCONJ" or plain(words.text[i]) in _RELATIVES


def _after_titles(words: Words, i: int) -> int:
    """The word after the titles of courtesy at word `i`: *Son Excellence, Monsieur X*.

    A person may be introduced by a nation too: *la Finlandaise X*.
    """
    titles = grammar()["courtesy"]
    if i + 1 < len(words) and plain(words.text[i]) in _ARTICLES and _is_national(words.text[i + 1]):
        return i + 2
    while i + 1 < len(words):
        word = plain(words.text[i])
        if not (word in titles or (word == "," and plain(words.text[i - 1]) in titles)):
            break
        i += 1
    return i


def _is_national(word: str) -> bool:
    return word[0].isupper() and plain(word) in lexicon().adjectives


def _name_before(
    words: Words, description: Description, ends: dict[int, tuple[int, Referent]]
) -> Referent | None:
    i = description.start - 1
    if i < 1 or words.sentences[i] != words.sentences[description.head]:
        return None
    if words.text[i] in {",", "("} and i in ends:
        return None if _begins_clause(words, description) else ends[i][1]
    # X est le président de …
    if words.lemmas[i] in {"être", "devenir", "redevenir"} and i in ends:
        return ends[i][1]
    return None


def _begins_clause(words: Words, description: Description) -> bool:
    """Whether what follows a comma is no apposition: *Selon X, le président a …*."""
    end = description.end
    return bool(description.determiner) and end < len(words) and words.pos[end] in {"AUX", "VERB"}


def role_named_later(
    words: Words, descriptions: Sequence[Description], beside: Mapping[int, Referent], start: int
) -> Description | None:
    """The office by which somebody was spoken of before his bare name at word `start`.

    *Le Premier ministre a promis … . M. X a ajouté …*: the last office before, if nobody else has
    it.
    """
    gender = CIVIL[plain(words.text[start - 1])]
    held = {descriptions[place].role for place in beside}
    for description in reversed(descriptions):
        if (
            description.head < start
            and description.kind == "person"
            and description.role != "anyone"
            and description.determiner in {"le", "la", "l'"}
            and not description.plural
            and not description.coming
        ):
            agrees = description.gender in {"", gender}
            return description if agrees and description.role not in held else None
    return None


def both(description: Description, words: Words, referents: Sequence[Referent]) -> list[Referent]:
    """*les deux présidents*: the two people who have this role, empty where they are not two."""
    between = {plain(word) for word in words.text[description.start : description.head]}
    if description.kind != "person" or not description.plural or "deux" not in between:
        return []
    found = [
        r
        for r in referents
        if r.label == "PER" and any(_same_role(description, role) for role in r.roles)
    ]
    return found if len(found) == 2 else []


def resolve(
    description: Description,
    history: Sequence[Mention],
    referents: Sequence[Referent],
    step: int,
) -> Referent | None:
    """The referent that `description` means, or None.

    `history` are the mentions before it, `referents` those that have roles; `step` says how far in
    the telling it stands.
    """
    match description.kind:
        case "person":
            return _person(description, history, referents, step)
        case "country":
            return _country(description, history, step)
        case "body":
            return _body(description, history, step)
    return _same_description(description, history)


def _last(history: Sequence[Mention], candidates: Sequence[Referent]) -> Referent | None:
    """Of `candidates` the one mentioned last; the first of them where none has been lately."""
    for mention in reversed(history[-_MEMORY:]):
        if any(mention.referent is c for c in candidates):
            return mention.referent
    return candidates[0] if candidates else None


def _person(
    description: Description,
    history: Sequence[Mention],
    referents: Sequence[Referent],
    step: int,
) -> Referent | None:
    if description.plural or description.coming or description.determiner in _POSSESSIVE:
        return None
    exact = [
        r
        for r in referents
        if any(
            _same_role(description, role)
            and (description.about & role.about or agree(r, description.gender, plural=False))
            and not (r.mentions == 0 and _told_apart(description, role))
            for role in r.roles
        )
    ]
    # *Le président de la République* beside *le président de la République de Turquie*.
    about = description.about
    closest = [r for r in exact if about and any(about == role.about for role in r.roles)]
    if exact:
        recent = [m for m in history[-_MEMORY:] if about or m.subject]
        return _last(recent, closest or exact)
    if description.role in _LOOSE or description.determiner in {"ce", "cet", "cette"}:
        return _somebody(description, history, step)
    return None


def _told_apart(description: Description, role: Description) -> bool:
    """*Le président de la République a reçu le président de la République de X, Y*: two people."""
    return 0 < role.head - description.head < _CLAUSE and role.about > description.about


def _same_role(description: Description, role: Description) -> bool:
    if description.role != role.role:
        return False
    if not description.about or not role.about:
        return True
    if description.about & role.about:
        return True
    return bool(description.about & _FRENCH and role.about & _FRENCH)


def _somebody(description: Description, history: Sequence[Mention], step: int) -> Referent | None:
    """*l'élu*, *le diplomate kazakh*: the one such person spoken of just before, if any."""
    if description.determiner in {"un", "une", ""}:
        return None
    near = []
    for mention in reversed(history):
        if step - mention.step > _NEAR:
            break
        referent = mention.referent
        if (
            referent.label == "PER"
            and agree(referent, description.gender, plural=False)
            and _may_be_about(description, referent)
        ):
            near.append(referent)
    names = {r.name for r in near}
    return near[0] if len(names) == 1 else None


def _may_be_about(description: Description, referent: Referent) -> bool:
    return not description.about or any(description.about & role.about for role in referent.roles)


def _country(description: Description, history: Sequence[Mention], step: int) -> Referent | None:
    """*le pays*: the country spoken of last; *les deux pays*: the last that were named together."""
    if description.about or description.determiner in {"un", "une", "", "des"}:
        return None
    if description.noun not in {"pays", "nation", "royaume"}:
        return None
    for mention in reversed(history):
        if step - mention.step > _REACH:
            return None
        referent = mention.referent
        if referent.country and ("," in referent.country) == description.plural:
            return referent
    return None


def _body(description: Description, history: Sequence[Mention], step: int) -> Referent | None:
    if description.plural or description.about or description.determiner in {"un", "une", ""}:
        return None
    for mention in reversed(history[-_MEMORY:]):
        if (
            mention.referent.label == "ORG"
            and description.noun in plain(mention.referent.name).split()
        ):
            return mention.referent
    if description.noun not in grammar()["generic_bodies"]:
        return None
    trades = description.noun in grammar()["trading_bodies"]
    named = None
    for mention in reversed(history):
        if step - mention.step > _REACH:
            break
        referent = mention.referent
        if referent.label != "ORG" or (trades and _is_public(referent)):
            continue
        if mention.subject:
            return referent
        named = named or (referent if trades else None)
    return named


def _is_public(body: Referent) -> bool:
    """Whether `body` is one of a state or of several, and so no *entreprise*."""
    first = plain(body.name.split()[0])
    return first in grammar()["public_bodies"] or lexicon().look_up(body.name) is not None


def _same_description(description: Description, history: Sequence[Mention]) -> Referent | None:
    """An actor without a name that was described like this before, or more fully."""
    for mention in reversed(history[-_MEMORY:]):
        for role in mention.referent.roles:
            if (
                role.kind == description.kind
                and role.role == description.role
                and (not description.about or description.about == role.about)
            ):
                return mention.referent
    return None
