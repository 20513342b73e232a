"""The rules: patterns over tokens, kept as data in ``rules/*.toml``.

The digit that starts a file's name is its level in the cascade: what a level finds becomes one
token for the next, under the classes that `meaning.classes` gives it. Within a level the longest
match wins, then the rule that comes first. A file holds ``[[rule]]`` tables:

``id``
    the name that every date found by the rule carries.
``pattern``
    items separated by spaces. An UPPER_CASE item is a class (of the lexicon, of digits, or of an
    expression matched by an earlier level), kept under its own name in lower case or under the
    label before a colon (``from:DAY``). A lower-case item is that very word of the text; an
    apostrophe ends a word, so ``l'an`` is two. ``( | ) ? + *`` mean what they mean in a regular
    expression, on items and groups (``+`` and ``*`` up to forty times); ``,`` ``-`` ``/`` ``:``
    are themselves, round brackets of the text are ``OPEN`` and ``CLOSE``, a plus sign ``PLUS``.
    ``@name`` stands for a fragment of ``fragments.toml``.
``make``
    the function of `makers` that makes the meaning from the labelled values and from ``with``; it
    may refuse the match.
``with``
    constants for it.
``examples``
    tables of ``text``, the ``found`` words, their ``value``, and, where it matters, ``published``,
    ``type`` and ``modifier``; no ``found`` means that nothing may be found. All run as tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from importlib import resources
from itertools import groupby
from operator import attrgetter, or_
from typing import Any

from dires.dates import meaning
from dires.dates.lexer import PUNCTUATION, Lexicon, Token
from dires.dates.lexicon import function_words, number_values, words
from dires.dates.required import KEPT, required
from dires.resources import read_toml

_ITEM = re.compile(
    r"(?:(?P<label>[a-z_]+):)?(?P<class>[A-Z][A-Z_0-9]*)"
    r"|(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*'?)|(?P<mark>,|-|/|:)|(?P<operator>[()|?+*])"
)
# Repetition is bounded, so that the time a rule takes grows with the text and no faster.
_OPERATORS = {"(": "(?:", "*": "{0,40}", "+": "{1,40}"}
_BRACKETS = {"(": "OPEN", ")": "CLOSE", "+": "PLUS"}
DIGIT_CLASSES: list[frozenset[str]] = [
    frozenset(names.split())
    for names in (
        "ISO", "NUMERIC", "CLOCK", "RANK", "RANK DAY", "NUMBER", "NUMBER YEAR",
        "NUMBER TWO_DIGITS", "NUMBER TWO_DIGITS DAY", "NUMBER TWO_DIGITS HOUR",
        "NUMBER TWO_DIGITS DAY HOUR", "NUMBER TWO_DIGITS MINUTE",
        "NUMBER TWO_DIGITS DAY MINUTE", "NUMBER TWO_DIGITS HOUR MINUTE",
        "NUMBER TWO_DIGITS DAY HOUR MINUTE", "NUMBER DAY",
    )
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled rule; see the module's docstring. `needs` is what `required` says of it."""

    id: str
    level: int
    pattern: re.Pattern[str]
    labels: tuple[tuple[str, str], ...]
    make: str
    needs: tuple[frozenset[str], ...] = ()
    constants: dict[str, Any] = field(default_factory=dict)
    examples: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules by level, the lexicon as they need it, and the symbols of class sets.

    `holding` tells the rules that are worth trying: for the first set of symbols that rules need,
    for the second and the third, which rules have a symbol in theirs, as the bits of an integer,
    the first rule lowest. Under the empty string are those that need no such set.
    """

    rules: tuple[Rule, ...]
    holding: tuple[dict[str, int], ...]
    lexicon: Lexicon
    symbols: dict[frozenset[str], str]

    @property
    def levels(self) -> list[list[Rule]]:
        """The rules by their level in the cascade."""
        return [list(rules) for _, rules in groupby(self.rules, attrgetter("level"))]

    def candidates(self, symbols: Iterable[str]) -> Iterator[Rule]:
        """The rules whose needs these symbols meet, in order."""
        met = -1  # every bit: all rules
        for rules_of in self.holding:
            met &= reduce(or_, [rules_of.get(symbol, 0) for symbol in symbols], rules_of[""])
        while met:
            lowest = met & -met
            yield self.rules[lowest.bit_length() - 1]
            met ^= lowest

    def token(self, start: int, end: int, values: dict[str, Any], rule: str | None) -> Token:
        """A matched expression as one token."""
        return Token(start, end, values, self.symbols[frozenset(values)], rule)


@cache
def grammar() -> Grammar:
    """Read and compile lexicon and rules (once)."""
    folder = resources.files("dires.dates").joinpath("rules")
    files = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    data = {name: read_toml(__package__, f"rules/{name}") for name in files}
    fragments = data.pop("fragments.toml")
    tables = [
        (int(name[0]), table | {"pattern": _expand(table["pattern"], fragments)})
        for name, content in data.items()
        for table in content["rule"]
    ]
    lexicon = _with_literals(words(), (table["pattern"] for _, table in tables))
    alphabet = {frozenset(v) for v in lexicon.values()} | {*DIGIT_CLASSES, *meaning.ALL_CLASSES}
    alphabet |= {frozenset(number_values(value)) for value in range(101)}
    ordered = sorted(alphabet, key=sorted)
    symbols = {names: chr(0xE000 + i) for i, names in enumerate(ordered)}
    plain = function_words()
    common = frozenset(symbols[frozenset(lexicon[word])] for word in plain & lexicon.keys())
    rules = tuple(_rule(table, level, symbols, common) for level, table in tables)
    entries = {
        word: (values, symbols[frozenset(values)], word not in plain)
        for word, values in lexicon.items()
    }
    return Grammar(rules, _holding(rules), entries, symbols)


def _holding(rules: Sequence[Rule]) -> tuple[dict[str, int], ...]:
    holding: tuple[dict[str, int], ...] = tuple({"": 0} for _ in range(KEPT))
    for place, rule in enumerate(rules):
        for nth, rules_of in enumerate(holding):
            for symbol in rule.needs[nth] if nth < len(rule.needs) else ("",):
                rules_of[symbol] = rules_of.get(symbol, 0) | 1 << place
    return holding


def _expand(pattern: str, fragments: dict[str, str]) -> str:
    while "@" in pattern:
        pattern = re.sub(r"@([a-z_]+)", lambda m: f"({fragments[m[1]]})", pattern)
    return pattern


def _with_literals(
    lexicon: dict[str, dict[str, Any]], patterns: Iterable[str]
) -> dict[str, dict[str, Any]]:
    """The lexicon with every word and mark that a pattern names, as a class of its own."""
    extended = {word: dict(values) for word, values in lexicon.items()}
    for pattern in patterns:
        for item in _ITEM.finditer(pattern):
            literal = item["word"] or item["mark"]
            if literal:
                extended.setdefault(literal, {})[f"={literal}"] = literal
    for mark in PUNCTUATION:
        extended.setdefault(mark, {})[_BRACKETS.get(mark, f"={mark}")] = mark
    return extended


def _rule(
    table: dict[str, Any],
    level: int,
    symbols: dict[frozenset[str], str],
    common: frozenset[str],
) -> Rule:
    labels: list[tuple[str, str]] = []
    expression: list[str] = []
    items: list[str] = []
    position = 0
    for item in _ITEM.finditer(table["pattern"]):
        if table["pattern"][position : item.start()].strip():
            raise ValueError(f"rule {table['id']}: cannot read {table['pattern'][position:]!r}")
        position = item.end()
        if item["operator"]:
            expression.append(_OPERATORS.get(item["operator"], item["operator"]))
            items.append(item["operator"])
            continue
        name = item["class"] or f"={item['word'] or item['mark']}"
        members = "".join(symbol for names, symbol in symbols.items() if name in names)
        if not members:
            raise ValueError(f"rule {table['id']}: no word or expression is of class {name}")
        items.append(members)
        if item["class"]:
            labels.append((item["label"] or name.lower(), name))
            expression.append(f"([{members}])")
        else:
            expression.append(f"[{members}]")
    return Rule(
        id=table["id"],
        level=level,
        pattern=re.compile("".join(expression)),
        labels=tuple(labels),
        make=table["make"],
        needs=required(items, common),
        constants=table.get("with", {}),
        examples=tuple(table.get("examples", ())),
    )
