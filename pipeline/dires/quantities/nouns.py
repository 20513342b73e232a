"""The noun that a number counts, in the singular.

Without a tagger: the first word after the number that is neither an adjective that may stand
before its noun nor a function word, provided that it bears the mark of the plural where the
number asks for one. A tagger's parts of speech, where there are any, tell a participle (*30 000
recrutés depuis mai*) from a noun (*30 000 réfugiés*).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from dires.quantities.singular import singular
from dires.resources import read_toml


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the noun in the singular; as it is written for a stretch of `time`."""

    end: int
    unit: str
    time: bool = False


_WORD = re.compile(r"[^\W\d_]+(?:[.-](?!là\b|ci\b)[^\W\d_]+)*(?:-?\d+)?")
_GAP = re.compile(r" {0,3}(?=[^\W\d_])")
_OF = re.compile(r" +(?:des? +|d')")
_PARTITIVE = re.compile(
    r"\s+(?:(?:de|d'entre)\s+(?:ces|ses|nos|vos|leurs|mes|tes)|des|(?:de\s+)?(?:ces|ses))\s+"
)
_OUT_OF = re.compile(r"\ssur\s")
_PARTICIPLE = re.compile(r"ée?s?\Z")
_PLURAL_MARK = re.compile(r"[sxz]\Z", re.IGNORECASE)


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(words.split()) for name, words in _data().items() if isinstance(words, str)
    }


@cache
def _data() -> dict[str, Any]:
    return read_toml(__package__, "nouns.toml")


@cache
def _compounds() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """Patterns for what follows a head noun, by its singular in lower case, longest first."""
    by_head: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for compound in sorted(_data()["compounds"], key=len, reverse=True):
        head, rest = compound.lower().split(" ", 1)
        words = [_either_number(word) for word in rest.split(" ")]
        pattern = re.compile(r"\s+" + r"\s+".join(words) + r"(?![\w-])")
        by_head.setdefault(head, []).append((pattern, compound.split(" ", 1)[1]))
    return by_head


def _either_number(word: str) -> str:
    return rf"{re.escape(word[:-1])}(?:l|ux)" if word.endswith("al") else re.escape(word) + "[sx]?"


def read(
    text: str,
    lowered: str,
    start: int,
    *,
    value: Decimal,
    after_noun: bool,
    tags: Mapping[int, str],
) -> Counted | None:
    """The counted noun after a number that ends at `start`, or None.

    `value` decides whether a plural is needed, `after_noun` whether *de* must lead to the noun
    (*un million de*). `tags` maps the offset of a word to its universal part of speech.
    """
    position = _enter(lowered, start, after_noun=after_noun or value >= 1_000_000)
    if position is None and not after_noun:
        position = _enter(lowered, start, after_noun=False)
    plural = value >= 2 or after_noun
    skipped: re.Match[str] | None = None
    while position is not None:
        match = _WORD.match(text, position)
        if match is None or lowered[match.end() : match.end() + 1] == "'":
            break
        word = lowered[position : match.end()]
        if _is_time(word):
            return Counted(match.end(), word, time=True)
        if not _may_precede(lowered, match, tags):
            if word in _lexicon()["stop"]:
                break
            return _noun(text, lowered, match, plural=plural, tags=tags)
        skipped = match
        gap = _GAP.match(lowered, match.end())
        position = gap.end() if gap and gap[0] else None
    if skipped and skipped[0].lower() in _lexicon()["nominal"]:
        return Counted(skipped.end(), singular(skipped[0]))
    return None


def _is_time(word: str) -> bool:
    return word.removeprefix("demi-") in _lexicon()["time"]


def _enter(lowered: str, start: int, *, after_noun: bool) -> int | None:
    """Where the noun phrase begins after the number, articles and *de* skipped."""
    if after_noun:
        of = _OF.match(lowered, start)
        return of.end() if of else None
    partitive = _PARTITIVE.match(lowered, start)
    if partitive:
        return partitive.end()
    gap = _GAP.match(lowered, start)
    return gap.end() if gap else None


def _may_precede(lowered: str, match: re.Match[str], tags: Mapping[int, str]) -> bool:
    """Whether the word is an adjective or adverb that may stand before the noun."""
    word = lowered[match.start() : match.end()]
    if word not in _lexicon()["prenominal"] or tags.get(match.start()) == "NOUN":
        return False
    return _compound(lowered, match.end(), singular(word)) is None


def _noun(
    text: str, lowered: str, match: re.Match[str], *, plural: bool, tags: Mapping[int, str]
) -> Counted | None:
    word = match[0]
    tag = tags.get(match.start())
    if (tag == "VERB" and _PARTICIPLE.search(word)) or len(word) < 2:
        return None
    marked = _PLURAL_MARK.search(word) or word.lower() in _lexicon()["unmarked"]
    if plural and not marked and not word[-1].isdigit() and singular(word) == word:
        return None
    acronym = len(word) > 1 and word.isupper()
    shared_out = _OUT_OF.match(lowered, match.end())
    if not plural and not acronym and not shared_out and (word[0].isupper() or tag == "PROPN"):
        return None
    unit = singular(word)
    compound = _compound(lowered, match.end(), unit)
    if compound:
        return Counted(compound[0], f"{unit} {compound[1]}")
    return Counted(match.end(), unit)


def _compound(lowered: str, position: int, head: str) -> tuple[int, str] | None:
    for pattern, rest in _compounds().get(head.lower(), ()):
        match = pattern.match(lowered, position)
        if match:
            return match.end(), rest
    return None
