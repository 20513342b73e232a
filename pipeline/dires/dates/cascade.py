"""The cascade: level after level, matched words become one token for the next level."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from dires.dates import meaning
from dires.dates.lexer import BREAK, Token, tokens
from dires.dates.lexicon import number_values
from dires.dates.makers import MAKERS, Words
from dires.dates.rules import Rule, grammar

Line = list[Token | None]
_STRETCH = re.compile(f"[^{BREAK}]+")


def expressions(folded: str, text: str) -> list[Token]:
    """The time expressions of folded text (`text` in lower case), false positives among them.

    Each is a token with the rule that made it and, under every class it has, its meaning.
    """
    line = tokens(text, grammar().lexicon, grammar().symbols)
    for level in grammar().levels:
        line = _apply(level, line, text, folded)
    return [token for token in line if token is not None and token.rule is not None]


def _apply(level: tuple[Rule, ...], line: Line, text: str, folded: str) -> Line:
    symbols = "".join([BREAK if token is None else token.symbol for token in line])
    matches = [
        (match.start() - match.end(), order, match.start(), match.end(), match)
        for order, match in _matches(level, symbols)
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


def _matches(level: tuple[Rule, ...], symbols: str) -> Iterator[tuple[int, re.Match[str]]]:
    """All matches of all rules, each with the rule's place in `level`.

    No match holds a break, so a rule is tried only on stretches that hold what it needs.
    """
    stretches = [match.span() for match in _STRETCH.finditer(symbols)]
    holding: dict[str, set[int]] = defaultdict(set)
    for number, (start, end) in enumerate(stretches):
        for symbol in symbols[start:end]:
            holding[symbol].add(number)
    for order, rule in enumerate(level):
        tried = set(range(len(stretches))) if not rule.needs else None
        for need in rule.needs:
            found = set().union(*(holding[symbol] for symbol in need & holding.keys()))
            tried = found if tried is None else tried & found
            if not tried:
                break
        for number in tried or ():
            for match in rule.pattern.finditer(symbols, *stretches[number]):
                yield order, match


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
