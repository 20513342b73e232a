"""A number with what it measures: a unit, a sum of money, a counted noun, an age, nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from dires.quantities import measures, nouns, numbers
from dires.quantities.cardinals import Number
from dires.quantities.measures import Measure

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
_OLDEST: Final = 125
_BELOW_ZERO = re.compile(r"\s(?:en[\s-]dessous\sde|au-dessous\sde|sous)\sz[ée]ro(?!\w)")
_CENTS = re.compile(r"\s(?:et\s)?(?P<cents>\d{1,2})\s(?:cents?|centimes?|pence)(?!\w)")
_AND_HALF = re.compile(r"\set\sdemie?(?![\w-])")
_NEXT_WORD = re.compile(r"\s(?=\d\d(?!\d)|[^\W\d_])")
_NOTHING_COUNTED = re.compile(r"\s?(?:[.,;:)»!?\n]|(?:de|d'|du|le|la|les|et|pour|à|par|au)\s|d'|$)")
_TIMES = re.compile(r"\b(?:multipli|divis|démultipli)\w*\s(?:\w+\s)?par\s\Z")


def measure(text: Text, start: int) -> Reading | None:
    """The number at `start` with its unit, or the bare number, or None."""
    part = numbers.read_part(text.lowered, start)
    if part:
        of = measures.read(text.plain, text.lowered, part.end, after_noun=part.noun)
        if of:
            return _measured(start, part, of, "part-of-unit")
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
        return _with_rest(text, _measured(start, number, found, "measure"))
    before = measures.money_before(text.plain, start, number.end)
    if before:
        return _measured(before[0], number, before[1], "sign")
    if _BELOW_ZERO.match(text.lowered, number.end):
        return Reading(
            start, number.end, number, number.value, "degC", "temperature", rule="below-zero"
        )
    return count(text, number)


def _with_rest(text: Text, reading: Reading) -> Reading:
    """What follows the unit: *15 euros et 20 centimes*, *un mètre trente*, *un degré et demi*."""
    if reading.number.scale > 1 or reading.value != int(reading.value):
        return reading
    half = _AND_HALF.match(text.lowered, reading.end)
    if half and reading.dimension != "ratio":
        return replace(reading, end=half.end(), value=reading.value + Decimal("0.5"))
    cents = _CENTS.match(text.lowered, reading.end) if reading.dimension == "money" else None
    if cents:
        value = reading.value + Decimal(cents["cents"]) / 100
        return replace(reading, end=cents.end(), value=value)
    if reading.unit == "m" or reading.dimension == "money":
        return _with_hundredths(text, reading)
    return reading


def _with_hundredths(text: Text, reading: Reading) -> Reading:
    """*un mètre trente*, *3 m 40*, *trois euros cinquante*: nothing else is counted."""
    gap = _NEXT_WORD.match(text.lowered, reading.end)
    rest = numbers.read(text.lowered, gap.end()) if gap else None
    if rest is None or rest.form not in ("digits", "words") or not 10 <= rest.value <= 99:
        return reading
    if rest.scale > 1 or not _NOTHING_COUNTED.match(text.lowered, rest.end):
        return reading
    return replace(reading, end=rest.end, value=reading.value + rest.value / 100)


def _measured(start: int, number: Number, found: Measure, rule: str) -> Reading:
    number = replace(number, scale=number.scale * found.scale)
    value = number.value * found.scale
    return Reading(start, found.end, number, value, found.unit, found.dimension, rule=rule)


def count(text: Text, number: Number) -> Reading:
    """`number` with the noun it counts; bare where there is none."""
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
        return with_age(text, replace(bare, end=counted.end), counted.unit)
    if number.form == FRACTION:
        return replace(bare, unit=FRACTION, dimension="ratio", rule="fraction")
    return replace(bare, end=counted.end, unit=counted.unit, dimension="count", rule="count")


def with_age(text: Text, reading: Reading, noun: str) -> Reading:
    """A stretch of time as an age where the words around say so, else as a duration."""
    possible = noun == "ans" and reading.value <= _OLDEST
    age = possible and (
        _AGE_BEFORE.search(text.lowered, max(0, reading.start - 16), reading.start)
        or _AGE_AFTER.match(text.lowered, reading.end)
        or (
            text.lowered[reading.start - 1 : reading.start] == "("
            and text.lowered[reading.end : reading.end + 1] == ")"
        )
    )
    if age:
        return replace(reading, unit="an", dimension="age", rule="age")
    return replace(reading, unit=None, dimension="time", rule="duration")
