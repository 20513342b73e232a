"""What follows a number and says what it measures: a unit, a percentage, a currency.

The lexicons are ``units.csv`` (SI and customary units, with the pint name that the tests check
the dimension against) and ``currencies.csv``: its column ``cldr`` holds the French names of CLDR,
read through babel and checked by the tests; ``also`` the short names, spellings and country
adjectives of the press; ``symbols`` signs and codes, without those that are everyday words (TOP).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dires.quantities import countries
from dires.quantities.lexicon import scale_symbols
from dires.resources import read_csv, read_toml


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit read up to `end`; `scale` is that of a symbol before it (``Md€``), else 1."""

    end: int
    unit: str
    dimension: str
    scale: int = 1


_WORD: Final = r"[^\W\d_]+"
_NAME_RUN = re.compile(
    rf"[\s-]{{0,2}}(?P<of>de\s|d')?(?P<run>°?\s?(?P<first>{_WORD})(?:[\s'-]{_WORD}){{0,5}})"
)
_ONE_NAME = re.compile(rf"\s{{0,2}}(?P<of>de\s|d')?(?P<name>{_WORD})")
_ACCENTS: Final = str.maketrans("àâäéèêëîïôöûùüç", "aaaeeeeiioouuuc")
_CUT = re.compile(r"[\s'-](?=[^\s'-]*$)")
_WINDOW: Final = 120


def _rows(name: str) -> list[dict[str, str]]:
    return read_csv(__package__, name)


@cache
def _names() -> dict[str, tuple[str, str]]:
    """Unit and dimension of every name in lower case."""
    names = {
        name: (row["symbol"], row["dimension"])
        for row in _rows("units.csv")
        for name in row["names"].split("|")
    }
    for row in _rows("currencies.csv"):
        for name in (row["cldr"] + "|" + row["also"]).split("|"):
            names[name] = (row["code"], "money")
    names.pop("", None)
    for name, unit in list(names.items()):
        if unit[1] != "money":
            names.setdefault(_unaccented(name), unit)
    return names


@cache
def _first_words() -> frozenset[str]:
    """The words that a unit's name begins with."""
    return frozenset(match["first"] for name in _names() if (match := _NAME_RUN.match(name)))


def _unaccented(name: str) -> str:
    return name.translate(_ACCENTS)


@dataclass(frozen=True, slots=True)
class Contextual:
    """A word that is a unit where one of the `cues` stands near it (``contexts.toml``)."""

    names: frozenset[str]
    symbol: str
    dimension: str
    cues: re.Pattern[str]
    example: dict[str, Any]


@cache
def contextual() -> list[Contextual]:
    """The contextual units, in the order of their data file."""
    return [
        Contextual(
            frozenset(unit["names"]),
            unit["symbol"],
            unit["dimension"],
            re.compile("|".join(unit["cues"])),
            unit["example"],
        )
        for unit in read_toml(__package__, "contexts.toml")["unit"]
    ]


@cache
def _contextual_names() -> frozenset[str]:
    return frozenset().union(*(unit.names for unit in contextual()))


@cache
def _unit_symbols() -> dict[str, tuple[str, str]]:
    return {
        symbol: (row["symbol"], row["dimension"])
        for row in _rows("units.csv")
        for symbol in row["symbols"].split("|")
        if symbol
    }


@cache
def _money_symbols() -> dict[str, str]:
    return {
        symbol: row["code"]
        for row in _rows("currencies.csv")
        for symbol in row["symbols"].split("|")
        if symbol
    }


def _any_of(symbols: Iterable[str]) -> str:
    ordered = sorted(symbols, key=lambda s: (-len(s), s))
    return "|".join(re.escape(s) + (r"(?![\w'])" if s[-1].isalnum() else "") for s in ordered)


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:\s{{0,2}}|-)(?P<symbol>{_any_of(_unit_symbols())})")


@cache
def _money_pattern() -> re.Pattern[str]:
    scales = "|".join(sorted(scale_symbols(), key=len, reverse=True))
    money = _any_of(_money_symbols())
    return re.compile(
        rf"\s{{0,2}}(?:(?P<scale>{scales})\s?(?:(?:d')?(?P<words>euros?|dollars?|EUR|USD)(?!\w)"
        rf"|(?P<scaled>{money}))|(?:de\s|d')?(?P<plain>{money}))"
    )


@cache
def _prefix_pattern() -> re.Pattern[str]:
    signs = {s: c for s, c in _money_symbols().items() if not s.isalpha()}
    codes = "EUR|USD|GBP|CHF|JPY|CNY"
    return re.compile(rf"(?<![\w])(?P<symbol>{_any_of(signs)}|{codes})\s?\Z")


@cache
def _scale_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s?(?P<scale>{_any_of(scale_symbols())})")


def read(text: str, lowered: str, start: int, *, after_noun: bool) -> Measure | None:
    """The measure that begins at `start`, right after a number.

    `text` is folded, `lowered` the same in lower case. `after_noun` says that the number ends
    in a noun (*millions*), so that *de* may stand before the unit.
    """
    money = _money_pattern().match(text, start)
    if money:
        symbol = money["scaled"] or money["plain"]
        words = money["words"]
        code = _money_symbols()[symbol] if symbol else _names_or_code(words)
        scale = scale_symbols()[money["scale"]] if money["scale"] else 1
        return Measure(money.end(), code, "money", scale)
    symbol_match = _unit_pattern().match(text, start)
    named = _read_name(lowered, start, after_noun=after_noun)
    if symbol_match and (named is None or symbol_match.end() >= named.end):
        unit, dimension = _unit_symbols()[symbol_match["symbol"]]
        found = Measure(symbol_match.end(), unit, dimension)
    elif named:
        found = named
    else:
        return _in_context(lowered, start, after_noun=after_noun)
    if found.unit == "deg":
        return _by_context("deg", lowered, start, found.end) or found
    return found


def _in_context(lowered: str, start: int, *, after_noun: bool) -> Measure | None:
    """The measure whose name is another word, or many currencies', elsewhere."""
    match = _ONE_NAME.match(lowered, start)
    if match is None or (match["of"] and not after_noun):
        return None
    name, end = match["name"], match.end()
    if name in _contextual_names() and (found := _by_context(name, lowered, start, end)):
        return found
    code = countries.currency(name, lowered, start, end)
    return Measure(end, code, "money") if code else None


def _by_context(name: str, lowered: str, start: int, end: int) -> Measure | None:
    around = lowered[max(0, start - _WINDOW) : end + _WINDOW]
    for unit in contextual():
        if name in unit.names and unit.cues.search(around):
            return Measure(end, unit.symbol, unit.dimension)
    return None


def _names_or_code(words: str) -> str:
    return _names().get(words.lower(), (words, ""))[0]


def _read_name(lowered: str, start: int, *, after_noun: bool) -> Measure | None:
    match = _NAME_RUN.match(lowered, start)
    if match is None or match["first"] not in _first_words() or (match["of"] and not after_noun):
        return None
    run = match["run"]
    while run:
        entry = _names().get(" ".join(run.split()))
        if entry:
            return Measure(match.start("run") + len(run), *entry)
        cut = _CUT.search(run)
        run = run[: cut.start()] if cut else ""
    return None


def money_before(text: str, start: int, end: int) -> tuple[int, Measure] | None:
    """The currency sign before the number at ``start:end`` (``€1000``, ``$10k``), and its start."""
    sign = _prefix_pattern().search(text, max(0, start - 5), start)
    if sign is None:
        return None
    code = _money_symbols()[sign["symbol"]]
    scaled = scale_after(text, end)
    if scaled is None:
        return sign.start(), Measure(end, code, "money")
    return sign.start(), Measure(scaled[0], code, "money", scaled[1])


def scale_after(text: str, end: int) -> tuple[int, int] | None:
    """Where the scale symbol at `end` ends (``10k``), and its value."""
    symbol = _scale_pattern().match(text, end)
    return (symbol.end(), scale_symbols()[symbol["scale"]]) if symbol else None
