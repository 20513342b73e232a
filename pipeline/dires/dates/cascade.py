"""The cascade: level after level, matched words become one token for the next level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dires.dates import meaning
from dires.dates.lexer import BREAK, Token, tokens
from dires.dates.lexicon import number_values
from dires.dates.makers import MAKERS, Words
from dires.dates.rules import Rule, grammar

Line = list[Token | None]


def expressions(folded: str, text: str) -> list[Token]:
    """The time expressions of folded text (`text` in lower case), false positives among them.

    Each is a token with the rule that made it and, under every class it has, its meaning.
    """
    line = tokens(text, grammar().lexicon, grammar().symbols)
    for level, needing in zip(grammar().levels, grammar().needing, strict=True):
        line = _apply(level, needing, line, text, folded)
    return [token for token in line if token is not None and token.rule is not None]


def _apply(
    level: tuple[Rule, ...],
    needing: Mapping[str, tuple[int, ...]],
    line: Line,
    text: str,
    folded: str,
) -> Line:
    symbols = "".join([BREAK if token is None else token.symbol for token in line])
    matches = [
        (match.start() - match.end(), order, match.start(), match.end(), match)
        for order, match in _matches(level, needing, symbols)
    ]
    matches.sort(key=lambda m: m[:3])
    taken = bytearray(len(line))
    made: dict[int, tuple[int, Token]] = {}
    for _, order, first, last, match in matches:
        if any(taken[first:last]):
            continue
        token = _make(level[order], match, line, text, folded)
        if token is not None:
            taken[first:last] = b"\1" * (last - first)
            made[first] = (last, token)
    result: Line = []
    index = 0
    for first in sorted(made):
        result.extend(line[index:first])
        index, token = made[first]
        result.append(token)
    result.extend(line[index:])
    return result


def _matches(
    level: tuple[Rule, ...], needing: Mapping[str, tuple[int, ...]], symbols: str
) -> Iterator[tuple[int, re.Match[str]]]:
    """All matches of all rules, each with the rule's place in `level`.

    Rules that need a symbol which is not there are not tried.
    """
    present = set(symbols)
    places = {place for symbol in present & needing.keys() for place in needing[symbol]}
    for place in sorted(places.union(needing.get("", ()))):
        rule = level[place]
        if any(need.isdisjoint(present) for need in rule.needs):
            continue
        for match in rule.pattern.finditer(symbols):
            yield place, match


def _make(rule: Rule, match: re.Match[str], line: Line, text: str, folded: str) -> Token | None:
    inside = [token for token in line[match.start() : match.end()] if token is not None]
    labelled: dict[str, list[object]] = {}
    for group, (label, name) in enumerate(rule.labels, start=1):
        token = line[match.start(group)] if match.start(group) >= 0 else None
        if token is not None:
            labelled.setdefault(label, []).append(token.values[name])
    everything: dict[str, list[object]] = {}
    for token in inside:
        for name, value in token.values.items():
            everything.setdefault(name, []).append(value)
    start, end = inside[0].start, inside[-1].end
    words = Words(labelled, text, start, end, everything, folded[start:end], folded[end : end + 8])
    made = MAKERS[rule.make](words, rule.constants)
    if made is None:
        return None
    if isinstance(made, int):
        return grammar().token(start, end, number_values(made), None)
    return grammar().token(start, end, dict.fromkeys(meaning.classes(made), made), rule.id)
