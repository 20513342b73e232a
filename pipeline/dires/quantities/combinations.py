"""How a number combines with the one after it: ranges, ratios, a unit said once.

*entre 10 et 15 %*, *20 à 30 millions*, *10-15 %*; *trois sur quatre*; *18 et 6 %*,
*22 des 27 pays*.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dires.quantities import false_positives, measures, numbers
from dires.quantities.cardinals import LARGEST
from dires.quantities.grammar import FRACTION, Reading, Text, count, measure, with_age

_RANGE = re.compile(r"\s(?:à|jusqu'à|ou)\s|\s?-\s?")
_BETWEEN = re.compile(r"\bentre\s(?:les\s)?\Z")
_FROM = re.compile(r"\bde\s\Z")
_AND = re.compile(r"\s(?:et|à)\s(?:les\s)?")
_OUT_OF = re.compile(r"\ssur\s(?:les\s)?")
# "passer de 8 à 10 %" is a change; so is "augmenter la part de 8 à 10 %", but not "augmenter de
# 8 à 10 %", which is a range.
_CHANGE = re.compile(
    r"\b(?:(?:pass|port|ramen|relev|rehauss|abaiss|évolu|tomb|bondi|boug|descend)\w*\b"
    r"|(?:augment|mont|baiss|rédui|diminu|chut|recul|grimp|progress|régress)\w*\s(?!de\s\Z))"
    r"[^.;\n]{0,60}\Z"
)
_SAME_SIZE: Final = 5
"""How many times larger the upper bound may be where the thousands are said once."""
_BASES: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000})
_TOGETHER = re.compile(r"\s(?:et|contre|puis|ou)\s(?:de\s|les\s)?|,\s")
_PART_OF = re.compile(
    r"\s(?:des|de\s(?:ces|ses|nos|leurs)|parmi\sles|sur\sles|sur\sun\stotal\sde)\s"
)


Joined = tuple[list[Reading], Reading | None]
"""Readings that are done, and the one that may be joined with what follows it."""


def combine(text: Text, left: Reading) -> list[Reading]:
    """`left` joined with what follows: one range or fraction, or each number for itself."""
    found: list[Reading] = []
    rest: Reading | None = left
    while rest is not None:
        joined = _out_of(text, rest) or _range(text, rest) or _shared_unit(text, rest)
        done, rest = joined or ([rest], None)
        found += done
    return found


def _out_of(text: Text, left: Reading) -> Joined | None:
    """*trois sur quatre*, *neuf Français sur dix*: a ratio."""
    gap = _OUT_OF.match(text.lowered, left.end)
    if gap is None or left.measured:
        return None
    right = numbers.read(text.lowered, gap.end())
    if right is None or right.value not in _BASES or right.value <= left.number.value:
        return None
    if count(text, right).unit or count(text, right).dimension == "time":
        return None
    if measures.read(text.plain, text.lowered, right.end, after_noun=False):
        return None
    value = left.number.value / right.value
    unit = left.unit or FRACTION
    ratio = replace(left, end=right.end, value=value, unit=unit, dimension="ratio", rule="out-of")
    return [ratio], None


def _range(text: Text, left: Reading) -> Joined | None:
    between = _BETWEEN.search(text.lowered, max(0, left.start - 12), left.start)
    gap = (_AND if between else _RANGE).match(text.lowered, left.end)
    if gap is None or left.number.form == FRACTION:
        return None
    right = measure(text, gap.end())
    if right is None or right.value > LARGEST or right.number.form in (FRACTION, "indefinite"):
        return None
    if left.dimension == "time" or right.dimension == "time":
        return _time_range(text, left, right), None
    if right.unit is None and left.number.scale > right.number.scale and right.number.grouped:
        scaled = replace(right, value=right.value * left.number.scale, unit=left.unit)
        return [left, replace(scaled, dimension=left.dimension, rule="shared-scale")], None
    if left.unit and right.unit != left.unit:
        return None
    glued = "-" in gap[0]
    if right.unit is None and not (
        right.number.scale > 1 or (between and not false_positives.may_be_year(left.number))
    ):
        return None
    left = _with_scale_of(left, right)
    changing = not between and _FROM.search(text.lowered, max(0, left.start - 3), left.start)
    verb = _CHANGE.search(text.lowered, max(0, left.start - 80), left.start) if changing else None
    if left.value >= right.value or verb:
        if glued:
            return None
        left = replace(left, unit=right.unit, dimension=right.dimension, rule="shared-unit")
        return [left], right
    start = between.start() if between else left.start
    found = replace(
        left,
        start=start,
        end=right.end,
        unit=right.unit,
        dimension=right.dimension,
        low=left.value,
        high=right.value,
        rule="range",
    )
    return [found], None


def _time_range(text: Text, left: Reading, right: Reading) -> list[Reading]:
    if right.rule == "duration" and left.unit is None:
        right = with_age(text, replace(right, start=left.start), "ans")
        if right.rule == "age":
            low, high = left.value, right.value
            return [replace(right, value=low, low=low, high=high)]
    return [replace(right, start=left.start, unit=None, dimension="time", rule="duration")]


def _with_scale_of(left: Reading, right: Reading) -> Reading:
    """*1,7 et 2 millions*: the scale is said once. *12 à 15 000*: so are the thousands."""
    scale = right.number.scale
    if left.unit is not None or left.number.scale > 1:
        return left
    if scale > 1 and left.value < 1000:
        return replace(left, value=left.value * scale)
    thousands = left.value * 1000
    if right.value % 1000 == 0 and thousands < right.value <= thousands * _SAME_SIZE:
        return replace(left, value=thousands)
    return left


def _shared_unit(text: Text, left: Reading) -> Joined | None:
    """*18 et 6 %*, *22 des 27 pays*: the unit is said once, after the second number."""
    if left.unit is not None or left.dimension == "time":
        return None
    gap = _PART_OF.match(text.lowered, left.end) or _TOGETHER.match(text.lowered, left.end)
    if gap is None:
        return None
    right = measure(text, gap.end())
    if right is None or right.unit is None or right.value > LARGEST:
        return None
    if right.number.form in (FRACTION, "indefinite"):
        return None
    if false_positives.may_be_year(left.number) or ("," in gap[0] and not right.measured):
        return None
    left = replace(left, unit=right.unit, dimension=right.dimension, rule="shared-unit")
    return [left], right
