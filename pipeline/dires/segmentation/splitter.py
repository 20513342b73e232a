"""Sentences, by rule: which stop ends a sentence and which does not.

The text is scanned once for stops; each is judged by the word before it, the marks after it and
the first letter of what follows. Sentences end inside quotations too (*« Il viendra. Nous
l'attendons. »* is two), but a quotation that goes on in lower case (*« Où ? » demande-t-il*) is
one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dires.article import Segment, Sentence
from dires.resources import read_toml
from dires.typography import fold

_STOP = re.compile(
    r"(?P<stop>[.!?…](?:\s?[.!?…]){0,5}+)"
    r"(?P<close>(?:\s?(?:[»”’)\]]|>>)|\[\d{1,3}\]|(?<=\S)[\"']){0,5}+)"
    r"(?P<gap>\s++|(?=[A-ZÀ-ÖØ-Þ«“]))"
)
_OPENING = re.compile(r"(?:[«“‘\"'(\[•*-]|<<|\s)*+")
_WORD_BEFORE = re.compile(r"[^\s«“\"(\[]*$")
_FIRST_WORD = re.compile(r"[\w°]+(?:[-'][\w]+)?'?")
_INITIAL = re.compile(r"(?:[A-ZÀ-Ý]|[A-ZÀ-Ý][a-z]?(?:\.-?[A-ZÀ-Ý][a-z]?)+|(?:Ch|Ph|Th|Fr|Jr))")
_NUMERAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,6}|[A-Za-z])")
_GLUED_BEFORE = re.compile(r"[a-zà-ÿ%]{3,}[»\"')]?$|\d{4}$")
_GLUED_AFTER = re.compile(r"[«“]?\s?(?:[A-ZÀ-Ý][a-zà-ÿ]|[A-ZÀ-Ý]')")
_ADDRESS = re.compile(r"(?:www\.|https?:|@|/)\S*$")
_LOOK_BACK = 40


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """The word lists of ``abbreviations.toml``, by name."""
    data = read_toml(__package__, "abbreviations.toml")
    return {
        name: frozenset(words.split() if isinstance(words, str) else words)
        for name, words in data.items()
    }


def sentences(text: str, segments: Iterable[Segment]) -> tuple[Sentence, ...]:
    """The sentences of `text`, each inside one of `segments`, without outer white space.

    `segments` are those of `segment`; offsets are half-open character offsets into `text`.
    Together the sentences hold every visible character of the segments.
    """
    folded = fold(text)
    found: list[Sentence] = []
    for part in segments:
        start = part.start
        for end in [*_boundaries(folded, part.start, part.end), part.end]:
            stripped = folded[start:end]
            left = len(stripped) - len(stripped.lstrip())
            if left < len(stripped):
                found.append(Sentence(start + left, start + len(stripped.rstrip())))
            start = end
    return tuple(found)


def _boundaries(folded: str, start: int, end: int) -> Iterator[int]:
    begin = start
    quotes = 0
    counted = start
    for match in _STOP.finditer(folded, start, end):
        cut = match.end("close")
        if match["close"].lstrip()[:1] == '"':
            quotes += folded.count('"', counted, match.end("stop"))
            counted = match.end("stop")
            if _opens(match, quotes % 2 == 1):
                cut = counted
        if match.end() < end and _ends_sentence(folded, match, begin, end):
            yield cut
            begin = cut


def _opens(match: re.Match[str], inside: bool) -> bool:
    """Whether the straight quotation mark after the stop opens what follows."""
    spaced_before = match["close"] != match["close"].lstrip()
    return spaced_before and not (match["gap"] and inside)


def _ends_sentence(folded: str, match: re.Match[str], begin: int, end: int) -> bool:
    opening = _OPENING.match(folded, match.end("close"), end)
    after = opening.end() if opening else match.end()
    if after >= end:
        return False
    following = folded[after]
    if not (following.isupper() or following.isdigit()):
        return False
    before = _WORD_BEFORE.search(folded[max(begin, match.start() - _LOOK_BACK) : match.start()])
    word = before.group() if before else ""
    stop = match["stop"]
    if not match["gap"] and not match["close"]:
        return _is_glued(folded, match, word)
    if stop[0] in "!?":
        return (word + stop[0]).lower() not in lexicon()["marked"]
    if len(stop.replace(" ", "")) > 1 or stop == "…":
        omission = match.start() - 1 if not word and folded[match.start() - 1] in "([" else end
        return not following.isdigit() and omission != begin
    if match["close"].strip():
        return True
    return _full_stop(folded, word, after, first=match.start() - len(word) <= begin + 1)


def _is_glued(folded: str, match: re.Match[str], word: str) -> bool:
    return (
        _GLUED_BEFORE.search(word) is not None
        and _GLUED_AFTER.match(folded, match.end()) is not None
        and not _ADDRESS.search(word)
    )


def _full_stop(folded: str, word: str, after: int, *, first: bool) -> bool:
    """Whether a single full stop after `word` ends the sentence; `after` is the next letter."""
    words = lexicon()
    known = word.lower().removeprefix("l'").removeprefix("d'").removeprefix("qu'")
    if first and _NUMERAL.fullmatch(word):
        return False
    if known in words["open"]:
        return False
    if known in words["numbered"]:
        return not folded[after].isdigit()
    if known in words["either"] or _INITIAL.fullmatch(word.removeprefix("d'").removeprefix("l'")):
        return _opener(folded, after)
    return True


def _opener(folded: str, after: int) -> bool:
    match = _FIRST_WORD.match(folded, after)
    if match is None:
        return False
    word = match.group().lower()
    words = lexicon()["openers"]
    elided = word.partition("'")[0] + "'" if "'" in word else word
    return word in words or elided in words
