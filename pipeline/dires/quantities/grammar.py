"""A number with what it measures, and how two of them combine into a range or a fraction.

`measure` reads one number with its unit or counted noun. `combine` looks at what follows:
*entre 10 et 15 %*, *20 à 30 millions*, *10-15 %*, *trois sur quatre*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from dires.quantities import false_positives, measures, nouns, numbers
from dires.quantities.measures import Measure
from dires.quantities.numbers import Number

FRACTION: Final = "fraction"


@dataclass(frozen=True, slots=True)
class Text:
    """A text made ready: folded, single line breaks as spaces; and the same in lower case.

    `tags` maps word offsets to universal parts of speech, where a tagger has run.
    """

    plain: str
    lowered: str
    tags: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A number read with its unit, before context decides whether it is reported."""

    start: int
    end: int
    number: Number
    value: Decimal
    unit: str | None = None
    dimension: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: str | None = None
    rule: str = "number"

    @property
    def measured(self) -> bool:
        """Whether the unit is one of measure or money, not a counted noun."""
        return self.dimension not in (None, "count")


_AGE_BEFORE = re.compile(r"(?:\bâgée?s?\s(?:de|d')|\bl'âge\s(?:de|d')|\bâge\s(?:de|d'))\s?\Z")
_AGE_AFTER = re.compile(r"\s(?:et\splus|ou\splus|et\smoins|révolus)(?!\w)")
_TIMES = re.compile(r"\b(?:multipli|divis|démultipli)\w*\s(?:\w+\s)?par\s\Z")
_RANGE = re.compile(r"\s(?:à|jusqu'à|ou)\s|\s?-\s?|\sà\s(?=[$€£])")
_BETWEEN = re.compile(r"\bentre\s(?:les\s)?\Z")
_FROM = re.compile(r"\bde\s\Z")
_AND = re.compile(r"\s(?:et|à)\s(?:les\s)?")
_OUT_OF = re.compile(r"\ssur\s(?:les\s)?")
_CHANGE = re.compile(
    r"\b(?:pass|port|augment|relev|mont|baiss|rédui|ramen|diminu|chut|recul|grimp|progress|boug"
    r"|rehauss|abaiss|évolu|tomb|bondi|descend|régress|effectif)\w*\b[^.;\n]{0,60}\Z"
)
_BASES: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000})


def measure(text: Text, start: int) -> Reading | None:
    """The number at `start` with its unit, or the bare number, or None."""
    number = numbers.read(text.lowered, start)
    if number is None:
        return None
    if number.form == "multiple":
        return Reading(start, number.end, number, number.value, "fois", "ratio", rule="multiple")
    times = _TIMES.search(text.lowered, max(0, start - 40), start)
    if times:
        return Reading(
            start, number.end, number, number.value, "fois", "count", rule="multiplication"
        )
    found = measures.read(text.plain, text.lowered, number.end, after_noun=number.noun)
    if found:
        return _measured(start, number, found, "measure")
    before = measures.money_before(text.plain, start, number.end)
    if before:
        return _measured(before[0], number, before[1], "sign")
    return _count(text, number)


def _measured(start: int, number: Number, found: Measure, rule: str) -> Reading:
    number = replace(number, scale=number.scale * found.scale)
    value = number.value * found.scale
    return Reading(start, found.end, number, value, found.unit, found.dimension, rule=rule)


def _count(text: Text, number: Number) -> Reading:
    counted = nouns.read(
        text.plain,
        text.lowered,
        number.end,
        value=number.value,
        after_noun=number.noun and number.form != FRACTION,
        tags=text.tags,
    )
    bare = Reading(number.start, number.end, number, number.value)
    if counted is None:
        if number.form == FRACTION:
            return replace(bare, unit=FRACTION, dimension="ratio", rule="fraction")
        return bare
    if counted.time:
        return _age(text, replace(bare, end=counted.end), counted.unit)
    if number.form == FRACTION:
        return replace(bare, unit=FRACTION, dimension="ratio", rule="fraction")
    return replace(bare, end=counted.end, unit=counted.unit, dimension="count", rule="count")


def _age(text: Text, reading: Reading, noun: str) -> Reading:
    age = noun == "ans" and (
        _AGE_BEFORE.search(text.lowered, max(0, reading.start - 16), reading.start)
        or _AGE_AFTER.match(text.lowered, reading.end)
        or text.lowered[reading.start - 1 : reading.start] == "("
        and text.lowered[reading.end : reading.end + 1] == ")"
    )
    if age:
        return replace(reading, unit="an", dimension="age", rule="age")
    return replace(reading, unit=None, dimension="time", rule="duration")


def combine(text: Text, left: Reading) -> list[Reading]:
    """`left` joined with what follows: one range or fraction, or each number for itself."""
    return _out_of(text, left) or _range(text, left) or _shared_unit(text, left) or [left]


def _out_of(text: Text, left: Reading) -> list[Reading] | None:
    """*trois sur quatre*, *neuf Français sur dix*: a ratio."""
    gap = _OUT_OF.match(text.lowered, left.end)
    if gap is None or left.measured:
        return None
    right = numbers.read(text.lowered, gap.end())
    if right is None or right.value not in _BASES or right.value <= left.number.value:
        return None
    if _count(text, right).unit or _count(text, right).dimension == "time":
        return None
    if measures.read(text.plain, text.lowered, right.end, after_noun=False):
        return None
    value = left.number.value / right.value
    unit = left.unit or FRACTION
    return [replace(left, end=right.end, value=value, unit=unit, dimension="ratio", rule="out-of")]


def _range(text: Text, left: Reading) -> list[Reading] | None:
    between = _BETWEEN.search(text.lowered, max(0, left.start - 12), left.start)
    gap = (_AND if between else _RANGE).match(text.lowered, left.end)
    if gap is None or left.number.form == FRACTION:
        return None
    right = measure(text, gap.end())
    if right is None or right.number.form in (FRACTION, "indefinite"):
        return None
    if left.dimension == "time" or right.dimension == "time":
        return _time_range(text, left, right)
    if right.unit is None and left.number.scale > right.number.scale and right.number.grouped:
        scaled = replace(right, value=right.value * left.number.scale, unit=left.unit)
        return [left, replace(scaled, dimension=left.dimension, rule="shared-scale")]
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
        return [left, *combine(text, right)]
    start = between.start() if between else left.start
    return [
        replace(
            left,
            start=start,
            end=right.end,
            unit=right.unit,
            dimension=right.dimension,
            low=left.value,
            high=right.value,
            rule="range",
        )
    ]


def _time_range(text: Text, left: Reading, right: Reading) -> list[Reading]:
    if right.rule == "duration" and left.unit is None:
        right = _age(text, replace(right, start=left.start), "ans")
        if right.rule == "age":
            low, high = left.value, right.value
            return [replace(right, value=low, low=low, high=high)]
    return [replace(right, start=left.start, unit=None, dimension="time", rule="duration")]


def _with_scale_of(left: Reading, right: Reading) -> Reading:
    """*1,7 et 2 millions*: the scale is said once. *3 à 4000*: so are the thousands."""
    scale = right.number.scale
    if left.unit is None and left.number.scale == 1 and not left.number.grouped and scale > 1:
        if left.value < right.value / scale or left.value * scale < right.value:
            return replace(left, value=left.value * scale)
        return left
    if scale > 1 and left.number.scale == 1 and left.unit is None and left.value < 1000:
        return replace(left, value=left.value * scale)
    if left.value < 10 and 1000 <= right.value < 10000 and right.value % 1000 == 0:
        return replace(left, value=left.value * 1000)
    return left


_TOGETHER = re.compile(r"\s(?:et|contre|puis|ou)\s(?:de\s|les\s)?|,\s")
_PART_OF = re.compile(
    r"\s(?:des|de\s(?:ces|ses|nos|leurs)|parmi\sles|sur\sles|sur\sun\stotal\sde)\s"
)


def _shared_unit(text: Text, left: Reading) -> list[Reading] | None:
    """*18 et 6 %*, *22 des 27 pays*: the unit is said once, after the second number."""
    if left.unit is not None or left.dimension == "time":
        return None
    gap = _PART_OF.match(text.lowered, left.end) or _TOGETHER.match(text.lowered, left.end)
    if gap is None:
        return None
    right = measure(text, gap.end())
    if right is None or right.unit is None or right.number.form in (FRACTION, "indefinite"):
        return None
    if false_positives.may_be_year(left.number) or ("," in gap[0] and not right.measured):
        return None
    left = replace(left, unit=right.unit, dimension=right.dimension, rule="shared-unit")
    return [left, *combine(text, right)]
