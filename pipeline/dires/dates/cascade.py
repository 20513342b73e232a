"""The cascade: level after level, matched words become one token for the next level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dires.dates import meaning
from dires.dates.lexer import Token, stretches
from dires.dates.lexicon import number_values
from dires.dates.makers import MAKERS, Words
from dires.dates.rules import Rule, grammar

Line = list[Token]

REMEMBERED = 8192
"""Lines of symbols whose matches are kept: most stretches of a text are made like others."""
LONGEST_REMEMBERED = 16
"""Symbols of such a line, at most."""


class Match(NamedTuple):
    """Where in a line a rule matched: tokens `first` to before `last`.

    `labels` are the label, the class and the place of every token that the rule names.
    """

    rule: Rule
    first: int
    last: int
    labels: list[tuple[str, str, int]]


Step = tuple[int, tuple[Match, ...]]
"""A level of the cascade and all matches of its rules, those to be preferred first."""


def expressions(folded: str, text: str) -> Iterator[Token]:
    """The time expressions of folded text (`text` in lower case), false positives among them.

    Each is a token with the rule that made it and, under every class it has, its meaning.
    """
    for line in stretches(text, grammar().lexicon, grammar().symbols):
        for token in _reduced(line, text, folded):
            if token.rule is not None:
                yield token


def _reduced(line: Line, text: str, folded: str) -> Line:
    """`line` after all levels of the cascade."""
    level = 0
    while step := _step(line, level):
        level, matches = step
        line = _apply(matches, line, text, folded)
        level += 1
    return line


def _step(line: Line, level: int) -> Step | None:
    """What `_matching` finds in `line`, remembered unless it is long."""
    symbols = "".join([token.symbol for token in line])
    if len(symbols) > LONGEST_REMEMBERED:
        return _matching(symbols, level)
    return _remembered(symbols, level)


def _matching(symbols: str, level: int) -> Step | None:
    """The first level, from `level` on, with rules that match in a line of symbols."""
    found: list[Match] = []
    for rule in grammar().candidates(set(symbols)):
        if found and rule.level > found[0].rule.level:
            break
        if rule.level >= level:
            found += [_match(rule, match) for match in rule.pattern.finditer(symbols)]
    # The longest first; sorting leaves those of one length in the order of their rules.
    found.sort(key=lambda match: match.first - match.last)
    return (found[0].rule.level, tuple(found)) if found else None


_remembered = lru_cache(REMEMBERED)(_matching)


def _match(rule: Rule, match: re.Match[str]) -> Match:
    labels = [
        (label, name, place)
        for group, (label, name) in enumerate(rule.labels, start=1)
        if (place := match.start(group)) >= 0
    ]
    return Match(rule, match.start(), match.end(), labels)


def _apply(matches: tuple[Match, ...], line: Line, text: str, folded: str) -> Line:
    """`line` with what the matches mean in place of their tokens."""
    taken = bytearray(len(line))
    made: list[tuple[int, int, Token]] = []
    for match in matches:
        first, last = match.first, match.last
        if 1 in taken[first:last]:
            continue
        token = _make(match, line, text, folded)
        if token is not None:
            taken[first:last] = b"\1" * (last - first)
            made.append((first, last, token))
    result: Line = []
    index = 0
    for first, last, token in sorted(made):
        result += line[index:first]
        result.append(token)
        index = last
    return result + line[index:]


def _make(match: Match, line: Line, text: str, folded: str) -> Token | None:
    rule, inside = match.rule, line[match.first : match.last]
    labelled: dict[str, list[object]] = {}
    for label, name, place in match.labels:
        labelled.setdefault(label, []).append(line[place].values[name])
    start, end = inside[0].start, inside[-1].end
    words = Words(labelled, text, start, end, inside, folded[start:end], folded[end : end + 8])
    made = MAKERS[rule.make](words, rule.constants)
    if made is None:
        return None
    if isinstance(made, int):
        return grammar().token(start, end, number_values(made), None)
    return grammar().token(start, end, dict.fromkeys(meaning.classes(made), made), rule.id)
