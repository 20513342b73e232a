"""Cardinal numbers: digits with their separators, number words, and scales after either.

Everything works on folded lower-case text. Values are exact (`Decimal`), so that
``1,68 milliard`` is 1680000000 and not a neighbour of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dires.quantities.lexicon import CARDINALS, COLLECTIVES, SCALES, noun_value, words

LARGEST: Final = 10**24
"""No quantity of news is larger; longer rows of digits are codes."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number read at ``start:end``.

    `form` is ``digits``, ``words``, ``collective`` (*vingtaine*), ``indefinite`` (*des milliers*),
    ``fraction`` or ``multiple`` (*le double de*). `noun` says that it ends in a noun
    (*millions*), so that *de* leads to what is counted. `scale` is the last scale word's value,
    1 without one. `grouped` says that its digits have the form of a quantity (``12 700``,
    ``9,6``), not of a year or a reference.
    """

    start: int
    end: int
    value: Decimal
    form: str
    noun: bool = False
    scale: int = 1
    grouped: bool = False


_DIGITS = re.compile(
    r"(?P<grouped>\d{1,3}(?:(?: {1,2}|\.|')\d{3})+(?!\d)|\d{1,3}(?:,\d{3}){2,}(?!\d))"
    r"(?:,(?P<cents>\d+))?"
    r"|(?P<plain>\d+)(?:[.,](?P<decimals>\d+)(?![.,]?\d))?"
)
_WORD = re.compile(rf"(?:{CARDINALS})(?![^\W\d_])")
_JOIN = re.compile(r"\s?-\s?et\s?-\s?|\s+et\s+|\s?-\s?|\s+")
_SCALE = re.compile(rf"[\s-]{{0,2}}(?P<de>de )?(?P<scale>{SCALES}|{COLLECTIVES}|mille)(?!\w)")
_AND_HALF = re.compile(r"\s+et\s+demie?(?!\w)")
_HALF_SCALE = re.compile(rf"(?:une? )?demi[- ](?P<scale>{SCALES}|{COLLECTIVES})(?!\w)")
_VIRGULE = re.compile(r"\s+virgule\s+")


def read_cardinal(lowered: str, start: int) -> Number | None:
    """The cardinal at `start` with its scales: *trois milliards quatre cent millions*, or None."""
    half = _HALF_SCALE.match(lowered, start)
    if half:
        scale = noun_value(half["scale"])
        return Number(start, half.end(), Decimal(scale) / 2, "words", noun=True, scale=scale)
    coefficient = _coefficient(lowered, start)
    if coefficient is None:
        return None
    total, last, form, grouped = Decimal(0), 0, coefficient.form, coefficient.grouped
    position, ended = coefficient.end, False
    while coefficient is not None:
        scale, after = _scale(lowered, coefficient.end)
        if last and (scale >= last or coefficient.value * scale >= last):
            break
        if last and scale == 1 and coefficient.form == "digits" and not coefficient.grouped:
            break
        total += coefficient.value * scale
        position, ended = after, scale > 1 and not lowered.endswith("mille", 0, after)
        if scale == 1:
            break
        last = scale
        half = _AND_HALF.match(lowered, position)
        if half:
            return Number(start, half.end(), total + Decimal(last) / 2, form, True, last)
        gap = _JOIN.match(lowered, position)
        follows = gap and "et" not in gap[0] and "-" not in gap[0]
        coefficient = _coefficient(lowered, gap.end()) if gap and follows else None
    return Number(start, position, total, form, noun=ended, scale=last or 1, grouped=grouped)


def _scale(lowered: str, position: int) -> tuple[int, int]:
    """The product of the scale words at `position` (*milliers de milliards*), and their end.

    Beyond `LARGEST` no word is read: no number of news goes on there.
    """
    product = 1
    while product <= LARGEST and (match := _SCALE.match(lowered, position)):
        if product == 1 and match["de"]:
            break
        product *= noun_value(match["scale"])
        position = match.end()
    return product, position


def _coefficient(lowered: str, start: int) -> Number | None:
    """Digits, or words below one million."""
    if lowered[start : start + 1].isdecimal():
        match = _DIGITS.match(lowered, start)
        return _from_digits(match) if match else None
    return _from_words(lowered, start)


def _from_digits(match: re.Match[str]) -> Number:
    grouped = match["grouped"]
    if grouped and grouped.startswith("0.") and grouped.count(".") == 1:
        return Number(match.start(), match.end(), Decimal(grouped), "digits")
    whole = re.sub(r"\D", "", grouped) if grouped else match["plain"]
    decimals = match["cents"] if grouped else match["decimals"]
    value = Decimal(f"{whole}.{decimals}") if decimals else Decimal(whole)
    telling = bool(grouped) or "," in match[0]
    return Number(match.start(), match.end(), value, "digits", grouped=telling)


def _from_words(lowered: str, start: int) -> Number | None:
    small, large = words()["small"], words()["large"]
    thousands = hundreds = rest = 0
    position, end, read_any = start, start, False
    joined = ""
    while match := _WORD.match(lowered, position):
        word = match[0]
        value = large.get(word) or small[word]
        if "et" in joined and not (rest % 10 == 0 and rest >= 20 and value in (1, 11)):
            break
        if value == 1000:
            if thousands:
                break
            thousands, hundreds, rest = (hundreds + rest or 1) * 1000, 0, 0
        elif value == 100:
            if hundreds or rest > 19 or (read_any and rest == 0 and not thousands):
                break
            hundreds, rest = (rest or 1) * 100, 0
        elif value == 20 and rest == 4:
            rest = 80
        elif _fits(rest, value, first=not read_any):
            rest += value
        else:
            break
        read_any, end = True, match.end()
        gap = _JOIN.match(lowered, end)
        if gap is None:
            break
        joined, position = gap[0], gap.end()
    if not read_any:
        return None
    total = Decimal(thousands + hundreds + rest)
    decimals = _VIRGULE.match(lowered, end)
    if decimals and (fraction := _from_words(lowered, decimals.end())):
        total += Decimal(f"0.{int(fraction.value)}")
        end = fraction.end
    return Number(start, end, total, "words")


def _fits(rest: int, value: int, *, first: bool) -> bool:
    """Whether `value` (below 100) may follow `rest` inside one number word."""
    if rest == 0:
        return first or value > 0
    if rest == 10:
        return 7 <= value <= 9
    if rest in (60, 80):
        return 0 < value < 20
    return rest >= 20 and rest % 10 == 0 and 0 < value < 10
