"""A text that is a number and nothing else: a cell of a table, an answer, a headline figure.

Inside a sentence a number without a unit is a quantity only where the words around it say so
(`ellipsis`); where there are none, it is one unless it has the form of a year or a phone number.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from dires.quantities import false_positives, measures, modifiers, numbers
from dires.quantities.cardinals import LARGEST, Number
from dires.quantities.grammar import FRACTION, Reading, Text

LONGEST: Final = 80
"""Characters; a longer text is more than a number."""
_BEFORE = re.compile(r"\s*(?:(?P<from>de|entre)\s|(?P<minus>-\s?|moins\s)|\+\s?)?")
_TO = re.compile(r"\s(?:à|ou|et)\s|\s?-\s?")
_OUT_OF = re.compile(r"\ssur\s")
_END = re.compile(r"[\s.!?]*\Z")


def read(text: Text) -> Reading | None:
    """The number, range or ratio that the whole text is, or None."""
    if len(text.lowered) > LONGEST:
        return None
    before = _BEFORE.match(text.lowered)
    start = before.end() if before else 0
    first = _number(text, start)
    if first is None or first.value > LARGEST or false_positives.may_be_year(first):
        return None
    if false_positives.matching(text.lowered, first, measured=False):
        return None
    reading = Reading(start, first.end, first, first.value, rule="alone")
    if first.form == FRACTION:
        reading = replace(reading, unit=FRACTION, dimension="ratio")
    reading = _joined(text, reading)
    if before and before["minus"]:
        reading = replace(reading, start=before.start("minus"), value=-reading.value)
    behind = modifiers.after(text.lowered, reading.end)
    if behind:
        reading = replace(reading, end=behind.end, modifier=behind.meaning)
    return reading if _END.match(text.lowered, reading.end) else None


def _number(text: Text, start: int) -> Number | None:
    """A number with its scale letter (``3M``)."""
    number = numbers.read(text.lowered, start)
    if number is None or number.form != "digits":
        return number
    scaled = measures.scale_after(text.plain, number.end)
    if scaled is None:
        return number
    end, scale = scaled
    return replace(number, end=end, value=number.value * scale, scale=number.scale * scale)


def _joined(text: Text, left: Reading) -> Reading:
    """A range (*de zéro à dix*) or a ratio (*un sur vingt*), where one follows."""
    gap = _OUT_OF.match(text.lowered, left.end) or _TO.match(text.lowered, left.end)
    right = _number(text, gap.end()) if gap else None
    if gap is None or right is None or right.value <= left.value:
        return left
    if "sur" in gap[0]:
        value = left.value / right.value if right.value else Decimal(0)
        return replace(left, end=right.end, value=value, unit=FRACTION, dimension="ratio")
    return replace(left, end=right.end, low=left.value, high=right.value)
