"""Names that are built: *Organisation de coopération de Shanghai*, *Accord de Paris*.

A head noun (``institutions.csv``) takes adjectives and complements with it. How far it reaches is
a matter of the words that follow: complements with a preposition that joins (*de*, *pour*, *sur*)
are followed while they hold common nouns and adjectives, and never past a verb, a person, a
number or a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dires.entities.cleaning import Name, is_title
from dires.entities.grammar import grammar
from dires.entities.lexicon import lexicon
from dires.entities.portfolios import portfolio_end
from dires.entities.words import Words, plain
from dires.resources import read_csv

_OF = frozenset({"de", "du", "des", "d'"})
_FOR = frozenset({"pour", "sur", "contre"})
_ARTICLES = frozenset({"la", "l'", "le", "les"})
_MAX_WORDS = 14


@dataclass(frozen=True, slots=True)
class Head:
    """A row of ``institutions.csv``."""

    label: str
    lower: str


@cache
def heads() -> dict[str, Head]:
    """Head nouns by their plain form."""
    return {
        plain(r["head"]): Head(r["label"], r["lower"])
        for r in read_csv(__package__, "institutions.csv")
    }


def find_institutions(words: Words, names: dict[int, Name]) -> Iterator[Name]:
    """Built names; `names` are the names found so far, by their first word."""
    table = heads()
    people = {name.start for name in names.values() if name.label == "PER"}
    for i, text in enumerate(words.text):
        head = table.get(plain(text))
        if head is None or (text[0].islower() and head.lower == "no"):
            continue
        if head.lower == "portfolio":
            end = portfolio_end(words, i, people)
        elif head.lower == "bare" and i + 1 in names and names[i + 1].label != "LOC":
            end = names[i + 1].end
        else:
            end = _reach(words, i, names)
        if end > i + 1 and _is_name(words, i, end, head):
            yield Name(i, end, head.label, "pattern")


def _is_name(words: Words, start: int, end: int, head: Head) -> bool:
    follow = words.text[start + 1 : end]
    if words.text[start][0].isupper():
        # At the head of a sentence the capital says nothing: a second one must.
        return not words.first[start] or any(w[0].isupper() for w in follow)
    match head.lower:
        case "portfolio":
            return plain(follow[0]) in _OF
        case "bare":
            return follow[0][0].isupper()
        case "people":
            return plain(follow[0]) in lexicon().adjectives
        case "name":
            return follow[-1][0].isupper() and plain(follow[0]) in _OF
    return False


def _reach(words: Words, start: int, names: dict[int, Name]) -> int:
    """The word after the last of the name that `start` heads."""
    line = words.lines[start]
    limit = min(len(words), start + _MAX_WORDS)
    end = i = start + 1
    complements = 0
    while i < limit and words.lines[i] == line:
        word = plain(words.text[i])
        if _is_adjective(words, i):
            i = end = i + 1
        elif word in _OF or (word in _FOR and words.text[start][0].isupper()):
            reached = _complement(words, i, limit, names, complements)
            if reached == i:
                break
            i = end = reached
            complements += 1
        elif word == "et" and i + 1 < limit and complements and _is_adjective(words, i + 1):
            i = end = i + 2
        else:
            break
    return end


def _is_adjective(words: Words, i: int) -> bool:
    return (
        words.pos[i] == "ADJ"
        and words.text[i].isalpha()
        and plain(words.text[i]) not in grammar()["outside_names"]
    )


def _complement(
    words: Words, start: int, limit: int, names: dict[int, Name], complements: int
) -> int:
    """The word after the complement whose preposition is `start`; `start` where there is none."""
    i = start + 1
    while i < limit and plain(words.text[i]) in _ARTICLES:
        i += 1
    if i >= limit or words.lines[i] != words.lines[start]:
        return start
    name = names.get(i)
    if name is not None:
        return start if name.label == "PER" else name.end
    word = plain(words.text[i])
    if (
        word in grammar()["outside_names"]
        or is_title(word)
        or words.pos[i] not in {"NOUN", "PROPN", "ADJ"}
    ):
        return start
    if not words.text[i][0].isalpha():
        return start
    # A second common noun belongs to the name only as part of a series that the name began.
    if complements and words.text[i][0].islower() and complements > 1:
        return start
    return i + 1


def widen(words: Words, names: list[Name]) -> Iterator[Name]:
    """`names`, with the adjective or country that tells one such place or body from the others.

    *Kurdistan irakien*, *Ukraine orientale*; *Parlement israélien*, *Sénat du Burundi*.
    """
    starts = {name.start: name for name in names}
    for name in names:
        end = name.end
        if end < len(words) and words.lines[end] == words.lines[name.start]:
            end = _widened(words, name, starts)
        yield Name(name.start, end, name.label, name.source)


def _widened(words: Words, name: Name, starts: dict[int, Name]) -> int:
    end = name.end
    word = plain(words.text[end])
    if words.text[end][0].isupper():
        return end
    if name.label == "LOC" and name.end - name.start == 1:
        part = word in grammar()["parts_of_lands"] or word in lexicon().adjectives
        return end + part
    if name.label == "ORG" and plain(words.text[name.start]) in grammar()["national_bodies"]:
        if word in lexicon().adjectives:
            return end + 1
        i = end + 1
        if word in _OF:
            while i < len(words) and plain(words.text[i]) in _ARTICLES:
                i += 1
            if i in starts and starts[i].label == "LOC":
                return starts[i].end
    return end
