"""From what a model took for names to names as French news writes them.

Models trained on encyclopaedias take titles, demonyms, determiners and the capital at the head
of a sentence for parts of names. What is cut off and what is dropped is listed in ``noise.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from dires.entities.grammar import grammar
from dires.entities.lexicon import lexicon
from dires.entities.words import Words, plain
from dires.resources import read_toml

_NO_LETTER = re.compile(r"[^A-Za-zÀ-ÖØ-öø-ÿŒœŁ-ž]+")
_OPENERS = frozenset("«»\"“”„'()[]{},;:.!?…-–—/*•|#")
_CLOSERS = _OPENERS - {"."}
# Parts of speech that a one-word name may have got from the tagger only by mistake.
NOT_NAMES = frozenset({"ADV", "VERB", "AUX", "PRON", "DET", "ADP", "CCONJ", "SCONJ", "INTJ"})


_OF = frozenset({"de", "du", "des", "d'", "a", "au", "aux"})
_CIVIL = frozenset({"m.", "mm.", "mme", "mmes", "mlle"})
_ARABIC = frozenset({"al", "el", "ben", "ibn", "abou"})
_MARKS = frozenset({"-", "(", ")", "«", "»", ":", ";", "/"})
_NUMERAL = re.compile(r"[IVXLC]+(er|re|e|è|eme|ème)?|[0-9]+(e|è|eme|ème)")
_NOUN_ENDINGS = ("tion", "sion", "ment", "ments", "tions", "ite", "isme", "age", "ance", "ence")
_ROAD = re.compile(r"[AND] ?[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Name:
    """Words `start` to `end` are a name of kind `label`; `source` says who found it."""

    start: int
    end: int
    label: str
    source: str = "model"


@dataclass(frozen=True, slots=True)
class Noise:
    """The lists of ``noise.toml``, plain (lower case, without accents)."""

    determiners: frozenset[str]
    titles: frozenset[str]
    connectors: frozenset[str]
    common: frozenset[str]
    demonyms: frozenset[str]
    features: frozenset[str]
    kinds: dict[str, str]


@cache
def noise() -> Noise:
    """Read ``noise.toml`` (once a process)."""
    data = read_toml(__package__, "noise.toml")
    kinds = {plain(noun): kind for kind, nouns in data.pop("kinds").items() for noun in nouns}
    return Noise(**{key: frozenset(map(plain, data[key])) for key in data}, kinds=kinds)


def is_title(word: str) -> bool:
    """Whether `word` (plain) is a title or function of a person, in singular or plural."""
    titles = noise().titles
    return word in titles or (word.endswith("s") and word[:-1] in titles)


def clean(words: Words, names: Iterable[Name]) -> Iterator[Name]:
    """The names, trimmed to what is a name; those that are none left out."""
    lower = {plain(text) for text in words.text if text.islower()}
    for name in names:
        for part in _parts(words, name):
            trimmed = _trim(words, part)
            if trimmed and not _is_noise(words, trimmed, lower):
                yield trimmed


def _parts(words: Words, name: Name) -> Iterator[Name]:
    """`name` cut where a line ends, at marks, and before a civil title (*Déclaration de M. X*)."""
    start = name.start
    label = name.label
    for i in range(name.start + 1, name.end + 1):
        civil = i < name.end and plain(words.text[i]) in _CIVIL
        if i == name.end or civil or words.lines[i] != words.lines[i - 1] or _parts_names(words, i):
            yield replace(name, start=start, end=i, label=label)
            start = i
            label = "PER" if civil else label


def _parts_names(words: Words, i: int) -> bool:
    """Whether word `i` stands between two names: *Angleterre - Russie*, *Bruxelles le roi*."""
    if words.text[i] in {"le", "la", "les"}:
        return words.pos[i - 1] not in {"ADP", "CCONJ"} and words.text[i - 1][0].isupper()
    if words.text[i] not in _MARKS:
        return False
    return words.starts[i] > words.ends[i - 1] or words.text[i] != "-"


def _trim(words: Words, name: Name) -> Name | None:
    start, end, label = name.start, name.end, name.label
    while start < end and _opens(words, start, end, label):
        start += 1
    while end > start and _closes(words, end - 1):
        end -= 1
    end = _without_tail(words, start, end)
    if start == end:
        return None
    if words.text[start].islower() and plain(words.text[start]) not in noise().features:
        # A common noun, then perhaps the name itself: *agence Reuters*, *attentat de Nice*.
        kind = noise().kinds.get(plain(words.text[start]))
        proper = next((i for i in range(start, end) if words.text[i][0].isupper()), end)
        if proper == end or is_title(plain(words.text[start])):
            return None
        if plain(words.text[start]).partition("-")[0] not in _ARABIC:
            start, label = proper, kind or ("LOC" if label == "MISC" else label)
    return replace(name, start=start, end=end, label=label)


def _without_tail(words: Words, start: int, end: int) -> int:
    """The end of a name without words in lower case that join something else to it."""
    last = max((i for i in range(start, end) if not words.text[i][0].islower()), default=start)
    tail = range(last + 1, end)
    if any(
        plain(words.text[i]) in noise().connectors
        or plain(words.text[i]) in grammar()["outside_names"]
        or words.pos[i] in {"VERB", "AUX", "ADV"}
        for i in tail
    ):
        return last + 1
    return end


def _opens(words: Words, i: int, end: int, label: str) -> bool:
    """Whether word `i`, the first of a name, is none of it."""
    lists = noise()
    text, word = words.text[i], plain(words.text[i])
    lower = text.islower()
    if text[0] in _OPENERS or word in lists.connectors or (lower and word in lists.common):
        return True
    if word in lists.determiners and (lower or words.first[i]):
        return True
    if label == "PER" and lower and word in lexicon().adjectives:
        return True
    if not is_title(word) or i + 1 == end:
        return False
    # A function with its complement (*ministre de la Santé*) is no name at all.
    return label == "PER" or lower or plain(words.text[i + 1]) not in _OF


def _closes(words: Words, i: int) -> bool:
    """Whether word `i`, the last of a name, is none of it."""
    lists = noise()
    text = words.text[i]
    return (
        text[0] in _CLOSERS
        or (text == "." and len(words.text[i - 1]) > 1)
        or (text.islower() and plain(text) in lists.determiners | lists.connectors)
    )


def _is_noise(words: Words, name: Name, lower: set[str]) -> bool:
    """Whether `name` is none; `lower` are the article's words in lower case."""
    lists = noise()
    text = words.span(name.start, name.end)
    if name.label == "LOC" and _ROAD.fullmatch(text):
        return False
    bare = _NO_LETTER.sub("", text)
    if len(bare) < 2 or not any(c.isupper() for c in text):
        return True
    word = plain(words.text[name.start])
    if _NUMERAL.fullmatch(text):
        return True
    if name.end - name.start > 1:
        if is_title(word) and plain(words.text[name.start + 1]) in _OF:
            return True
        if name.label == "MISC" and name.end - name.start > 3 and _is_clause(words, name):
            return True
        return all(
            words.text[i].islower() or _is_common(plain(words.text[i]))
            for i in range(name.start, name.end)
        )
    if _is_common(word):
        return True
    if word in lexicon().adjectives or word in lists.demonyms:
        return not text.isupper()
    if not words.first[name.start] or name.label == "PER":
        return False
    # The capital at the head of a sentence says nothing.
    return words.pos[name.start] in NOT_NAMES or word in lower or word.endswith(_NOUN_ENDINGS)


def _is_clause(words: Words, name: Name) -> bool:
    return any(words.pos[i] in {"AUX", "VERB", "PRON"} for i in range(name.start, name.end))


def _is_common(word: str) -> bool:
    lists = noise()
    return (
        word in lists.common
        or len(word) == 1
        or is_title(word)
        or word in lists.determiners
        or word in lists.connectors
    )
