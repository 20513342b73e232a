"""Descriptions by a role, found in the words: *le président kazakh*, *la ministre de la Santé*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dires.entities.cleaning import Name
from dires.entities.grammar import grammar
from dires.entities.lexicon import lexicon
from dires.entities.words import Words, plain
from dires.resources import read_csv

_DETERMINERS = {
    "le": "m",
    "la": "f",
    "l'": "",
    "les": "p",
    "ce": "m",
    "cet": "m",
    "cette": "f",
    "ces": "p",
    "du": "m",
    "au": "m",
    "des": "p",
    "aux": "p",
    "son": "",
    "sa": "f",
    "un": "m",
    "une": "f",
}
_CONTRACTED = frozenset({"du", "des", "au", "aux"})
_OF = frozenset({"de", "du", "des", "d'", "a", "aux", "au"})
_TO = frozenset({"a", "au", "aux"})
_LINKS = frozenset({"la", "l'", "le", "les", "et", ","})
_EMPTY = frozenset({"de", "du", "des", "d'", "la", "l'", "le", "les", "et", ",", "a", "au", "aux"})
_MAX_WORDS = 14


@dataclass(frozen=True, slots=True)
class Noun:
    """One form of a noun of ``roles.csv``."""

    words: tuple[str, ...]
    role: str
    kind: str
    gender: str


@dataclass(frozen=True, slots=True)
class Description:
    """Words `start` to `end`, determiner included, describe an actor by `role`.

    A contracted determiner (*du*, *aux*) is left outside. `head` is the place of the noun; `about`
    holds what it is the role of: country codes, and plain words. `determiner` is plain, empty where
    there is none. `coming`: *futur*, *nouveau*.
    """

    start: int
    end: int
    head: int
    noun: str
    role: str
    kind: str
    gender: str
    plural: bool
    determiner: str
    about: frozenset[str]
    coming: bool = False


@cache
def _nouns() -> dict[str, list[Noun]]:
    table: dict[str, list[Noun]] = {}
    for row in read_csv(__package__, "roles.csv"):
        forms = row["noun"].split("|")
        for place, form in enumerate(forms):
            gender = "" if len(forms) == 1 else "mf"[place]
            if len(forms) == 2 and forms[0] == forms[1]:
                gender = ""
            words = tuple(plain(form).replace("'", "' ").split())
            table.setdefault(words[0], []).append(Noun(words, row["role"], row["kind"], gender))
    for nouns in table.values():
        nouns.sort(key=lambda noun: -len(noun.words))
    return table


def find_descriptions(words: Words, names: Sequence[Name]) -> Iterator[Description]:
    """Descriptions in `words`, in order; `names` are the article's names."""
    named = {i: name for name in names for i in range(name.start, name.end)}
    starts = {name.start: name for name in names}
    done = 0
    for i in range(len(words)):
        if i < done or (i in named and named[i].label != "ORG"):
            continue
        found = _noun_at(words, i)
        if found is None:
            continue
        noun, end, plural = found
        if i in named and not (named[i].end <= end or noun.kind == "person"):
            continue
        description = _describe(words, i, end, noun, plural, starts)
        yield description
        done = description.end


def _noun_at(words: Words, i: int) -> tuple[Noun, int, bool] | None:
    if words.pos[i] in {"VERB", "AUX"}:
        return None
    first = plain(words.text[i])
    plural = False
    candidates = _nouns().get(first)
    if candidates is None and first.endswith("s"):
        candidates = _nouns().get(first[:-1])
        plural = candidates is not None
    for noun in candidates or ():
        end = i + len(noun.words)
        if end > len(words) or words.lines[end - 1] != words.lines[i]:
            continue
        if all(
            w == plain(words.text[j]) or w + "s" == plain(words.text[j])
            for w, j in zip(noun.words[1:], range(i + 1, end), strict=True)
        ):
            return noun, end, plural or first in {"autorites"}
    return None


def _describe(
    words: Words, head: int, end: int, noun: Noun, plural: bool, starts: dict[int, Name]
) -> Description:
    start = head
    coming = False
    while start > 0 and plain(words.text[start - 1]) in grammar()["before_roles"]:
        start -= 1
        coming = coming or plain(words.text[start]) in grammar()["coming"]
    determiner = plain(words.text[start - 1]) if start else ""
    gender = noun.gender
    if determiner in _DETERMINERS and words.lines[start - 1] == words.lines[head]:
        start -= determiner not in _CONTRACTED
        gender = gender or _DETERMINERS[determiner].replace("p", "")
        plural = plural or _DETERMINERS[determiner] == "p"
    else:
        determiner = ""
    if noun.kind == "body":
        gender = gender or words.gender[head]
    end = _reach(words, end, starts)
    if noun.kind == "government" and end in starts and starts[end].label == "PER":
        end = starts[end].end  # le gouvernement Dupont
    about = frozenset(_about(words, head + len(noun.words), end))
    return Description(
        start,
        end,
        head,
        noun.words[0],
        noun.role,
        noun.kind,
        gender,
        plural,
        determiner,
        about,
        coming,
    )


def _reach(words: Words, end: int, starts: dict[int, Name]) -> int:
    """The word after the complements that follow word `end` (excluded)."""
    i = reached = end
    limit = min(len(words), end + _MAX_WORDS)
    line = words.lines[end - 1]
    while i < limit and words.lines[i] == line:
        word = plain(words.text[i])
        name = starts.get(i)
        if name is not None:
            if name.label == "PER" or plain(words.text[i - 1]) not in _OF | _LINKS - {","}:
                break
            i = reached = name.end
        elif word in lexicon().adjectives or (words.pos[i] == "ADJ" and words.text[i].isalpha()):
            i = reached = i + 1
        elif word in _TO and plain(words.text[i - 1]) in lexicon().adjectives:
            break  # le président turc | au sommet
        elif word in _OF:
            i += 1
            while i < limit and plain(words.text[i]) in {"la", "l'", "le", "les"}:
                i += 1
            if i < limit and i not in starts:
                if words.pos[i] not in {"NOUN", "PROPN"} or not words.text[i][0].isalpha():
                    break
                i = reached = i + 1
        elif (
            word == "et"
            and reached == i
            and i + 1 < limit
            and reached > end
            and (plain(words.text[i + 1]) in _OF or words.pos[i + 1] == "ADJ")
        ):
            i += 1
        else:
            break
    return reached


def _about(words: Words, start: int, end: int) -> Iterator[str]:
    table = lexicon()
    for i in range(start, end):
        word = plain(words.text[i])
        if word in _EMPTY:
            continue
        if word in table.adjectives:
            yield table.adjectives[word]
            continue
        known = table.look_up(words.text[i]) if words.text[i][0].isupper() else None
        yield known.country if known and known.country else word
