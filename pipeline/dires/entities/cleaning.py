"""From what a model took for names to names as French news writes them.

Models trained on encyclopaedias take titles, demonyms, determiners and the capital at the head
of a sentence for parts of names. What is cut off and what is dropped is listed in ``noise.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from dires.entities.lexicon import lexicon
from dires.entities.words import Words, plain

_NO_LETTER = re.compile(r"[^A-Za-zÀ-ÖØ-öø-ÿŒœŁ-ž]+")
_OPENERS = frozenset("«»\"“”„'()[]{},;:.!?…-–—/*•|#")
_CLOSERS = _OPENERS - {"."}
# Parts of speech that a one-word name may have got from the tagger only by mistake.
_NOT_NAMES = frozenset({"ADV", "VERB", "AUX", "PRON", "DET", "ADP", "CCONJ", "SCONJ", "INTJ"})


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
    places: frozenset[str]


@cache
def noise() -> Noise:
    """Read ``noise.toml`` (once a process)."""
    text = resources.files("dires.entities").joinpath("noise.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Noise(**{key: frozenset(map(plain, data[key])) for key in data})


def clean(words: Words, names: Iterable[Name]) -> Iterator[Name]:
    """The names, trimmed to what is a name; those that are none left out."""
    for name in names:
        for part in _lines(words, name):
            trimmed = _trim(words, part)
            if trimmed and not _is_noise(words, trimmed):
                yield trimmed


def _lines(words: Words, name: Name) -> Iterator[Name]:
    """`name` cut where a line ends."""
    start = name.start
    for i in range(name.start + 1, name.end + 1):
        if i == name.end or words.lines[i] != words.lines[i - 1]:
            yield replace(name, start=start, end=i)
            start = i


def _trim(words: Words, name: Name) -> Name | None:
    lists = noise()
    start, end = name.start, name.end
    while start < end:
        word = plain(words.text[start])
        if (
            word[0] in _OPENERS
            or (word in lists.determiners and (words.text[start].islower() or words.first[start]))
            or word in lists.connectors
            or (words.text[start].islower() and word in lists.common)
            or (
                word in lists.titles
                and end - start > 1
                and (name.label == "PER" or words.text[start].islower())
            )
            or (name.label == "PER" and words.text[start].islower() and word in lexicon().adjectives)
        ):
            start += 1
        else:
            break
    while end > start:
        word = plain(words.text[end - 1])
        if (
            word[0] in _CLOSERS
            or (word == "." and len(words.text[end - 2]) > 1)
            or (words.text[end - 1].islower() and word in lists.determiners | lists.connectors)
        ):
            end -= 1
        else:
            break
    return replace(name, start=start, end=end) if start < end else None


def _is_noise(words: Words, name: Name) -> bool:
    lists = noise()
    text = words.span(name.start, name.end)
    bare = _NO_LETTER.sub("", text)
    if len(bare) < 2 or not any(c.isupper() for c in text):
        return True
    if name.end - name.start > 1:
        return all(
            words.text[i].islower() or plain(words.text[i]) in lists.common | lists.titles
            for i in range(name.start, name.end)
        )
    word = plain(text)
    if word in lists.common or word in lists.titles:
        return True
    if word in lexicon().adjectives or word in lists.demonyms:
        return not text.isupper()
    return words.pos[name.start] in _NOT_NAMES and words.first[name.start]
