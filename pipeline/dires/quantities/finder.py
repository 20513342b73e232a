"""Finds the quantities of a text: where a number begins, what it measures, whether it counts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from dires.article import Quantity
from dires.quantities import (
    alone,
    changes,
    combinations,
    ellipsis,
    false_positives,
    grammar,
    measures,
    modifiers,
    numbers,
)
from dires.quantities.cardinals import LARGEST
from dires.quantities.grammar import Reading, Text
from dires.typography import fold

# The break first, what stands before it second: so the search goes from break to break.
_LONE_BREAK = re.compile(r"\n(?<=[^\s.!?:;]\n)(?=[a-zà-öø-ÿ0-9%€$])")
_GLUED_BEFORE: Final = frozenset({"de", "des", "à", "et", "ou", "les", "par", "près"})
_GLUED_AFTER = re.compile(r"[^\W\d_]+")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_SIGN = re.compile(r"(?<![\w%€$)])(?:(?P<tight>[+-])|(?<=\()\s?(?P<loose>[+-])\s)\Z")
_MINUS_WORD = re.compile(r"(?<!\w)moins\s\Z")
_BELOW_ZERO = re.compile(r"\s(?:en[\s-]dessous\sde|au-dessous\sde|sous)\sz[ée]ro(?!\w)")
_INDEFINITE_BEFORE = re.compile(
    r"(?<!\w)(?:(?:plusieurs|quelques|des|les|ces)\s|(?P<of>de\s|d'))\Z"
)


def find(
    text: str,
    *,
    exclude: Sequence[tuple[int, int]] = (),
    parts_of_speech: Mapping[int, str] | None = None,
) -> list[Quantity]:
    """The quantities of `text`, in order; offsets are half-open, into `text` as given.

    In the spans of `exclude` (those of dates already found, say) nothing is looked for.
    `parts_of_speech` maps the offset of a word to its universal part of speech, where a tagger
    has run; it helps to decide the counted noun and is never needed.

    >>> [(q.value, q.unit, q.modifier) for q in find("près de 600 milliards de dollars américains")]
    [(600000000000, 'USD', 'approx')]
    """
    plain = _LONE_BREAK.sub(" ", fold(text))
    lowered = _lower(plain)
    prepared = Text(plain, lowered, parts_of_speech or {})
    lone = None if exclude else alone.read(prepared)
    if lone is not None:
        return [_quantity(text, lowered, lone)]
    blocked = sorted(exclude)
    found: list[Reading] = []
    last = next_block = 0
    for start in numbers.scan(lowered):
        if start < last:
            continue
        while next_block < len(blocked) and blocked[next_block][1] <= start:
            next_block += 1
        if next_block < len(blocked) and blocked[next_block][0] <= start:
            continue
        limit = blocked[next_block][0] if next_block < len(blocked) else len(text)
        readings, last = _read(prepared, start, limit)
        for reading in readings:
            final = _finish(prepared, reading, found)
            if final is not None:
                found.append(final)
                last = max(last, final.end)
    return [_quantity(text, lowered, reading) for reading in found]


def _lower(plain: str) -> str:
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def _read(text: Text, start: int, limit: int) -> tuple[list[Reading], int]:
    """What is read at `start`, and where to go on; nothing that reaches past `limit`."""
    if not _may_begin(text, start):
        return [], _skip_word(text.plain, start)
    reading = grammar.measure(text, start)
    if reading is None:
        return [], start
    if reading.value > LARGEST:
        return [], reading.number.end
    if reading.number.end > limit or _glued_after(text, reading):
        return [], _skip_word(text.plain, start)
    readings = [r for r in combinations.combine(text, reading) if r.end <= limit] or [reading]
    if any(r.dimension == "time" for r in readings):
        return [], readings[-1].end
    first = readings[0]
    if _is_false(text, first):
        return [], first.number.end
    return readings, readings[-1].end


def _is_false(text: Text, reading: Reading) -> bool:
    number = reading.number
    if reading.rule == "age":
        return False
    measured = reading.measured and reading.rule != "shared-unit"
    if false_positives.matching(text.lowered, number, measured=measured):
        return True
    if false_positives.is_quoted_name(text.plain, number, reading.end):
        return True
    if not measured and (
        false_positives.ends_name(text.plain, number)
        or false_positives.is_capitalised_name(text.plain, number)
    ):
        return True
    if measured or not false_positives.may_be_year(number):
        return False
    if reading.unit is None and reading.low is None:
        modifier = modifiers.before(text.lowered, reading.start)
        return modifier is None or modifier.of_years
    participle = (reading.unit or "").endswith(("é", "ée"))
    return false_positives.is_year_here(text.lowered, number, before_participle=participle)


def _may_begin(text: Text, start: int) -> bool:
    """Whether what stands right before allows a number (not ``G7``, ``Covid-19``, ``1.2.3``)."""
    before = text.lowered[start - 1 : start] if start else ""
    if not text.lowered[start].isdecimal():
        return before != "-"
    if before.isalpha():
        letters = _LETTERS_BEFORE.search(text.lowered, max(0, start - 6), start)
        glued = letters is not None and letters[0] in _GLUED_BEFORE
        return glued or measures.money_before(text.plain, start, start) is not None
    if before in "-./,'_" and before:
        earlier = text.lowered[start - 2 : start - 1]
        return not (earlier.isalnum() and before != "'")
    return before != "_"


def _skip_word(plain: str, start: int) -> int:
    end = start
    while end < len(plain) and (plain[end].isalnum() or plain[end] in "-.,/_"):
        end += 1
    while end > start + 1 and plain[end - 1] in ".,-/":
        end -= 1
    return max(end, start + 1)


def _glued_after(text: Text, reading: Reading) -> bool:
    """Whether letters stick to the digits that are no unit or noun (``5G``, ``3D``, ``24e``)."""
    number = reading.number
    if reading.measured or number.form != "digits":
        return False
    letters = _GLUED_AFTER.match(text.lowered, number.end)
    return letters is not None and (reading.unit is None or len(letters[0]) < 4)


def _finish(text: Text, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    """The reading with sign, modifiers and unit; None if it is no quantity after all."""
    floor = earlier[-1].end if earlier else 0
    modifier = modifiers.before(text.lowered, reading.start)
    if modifier and modifier.start < floor:
        modifier = None
    if reading.start < floor:  # its currency sign belongs to the number before
        reading = replace(
            reading, start=reading.number.start, unit=None, dimension=None, rule="number"
        )
    if reading.unit is None:
        resolved = ellipsis.resolve(text, reading, earlier, modified=modifier is not None)
        if resolved is None:
            return None
        reading = resolved
    reading = _signed(text, reading)
    if modifier:
        return replace(reading, start=modifier.start, modifier=modifier.meaning)
    if reading.number.form == "indefinite":
        return _indefinite(text, reading)
    behind = modifiers.after(text.lowered, reading.end)
    if behind:
        return replace(reading, end=behind.end, modifier=behind.meaning)
    if reading.number.form == "collective":
        return replace(reading, modifier="approx")
    return reading


def _indefinite(text: Text, reading: Reading) -> Reading | None:
    """*des milliers de*, *plusieurs dizaines de*: at least one of them."""
    article = _INDEFINITE_BEFORE.search(text.lowered, max(0, reading.start - 12), reading.start)
    if article is None:
        return None
    start = reading.start if article["of"] else article.start()
    return replace(reading, start=start, modifier="more")


def _signed(text: Text, reading: Reading) -> Reading:
    """A minus or plus sign taken in: ``(- 7,4 %)``, ``-10°``."""
    if not reading.measured and reading.unit != "point":
        return reading
    sign = _SIGN.search(text.plain, max(0, reading.start - 4), reading.start)
    end = reading.end
    if reading.dimension in ("temperature", "angle") and sign is None:
        sign = _MINUS_WORD.search(text.lowered, max(0, reading.start - 7), reading.start)
        below = _BELOW_ZERO.match(text.lowered, end)
        if below:
            sign, end = below, below.end()
    if sign is None:
        return reading
    start = min(sign.start(), reading.start)
    if "+" in sign[0]:
        return replace(reading, start=start)
    low, high = reading.high, reading.low
    return replace(
        reading,
        start=start,
        end=end,
        value=-reading.value,
        low=-low if low is not None else None,
        high=-high if high is not None else None,
    )


def _quantity(text: str, lowered: str, reading: Reading) -> Quantity:
    return Quantity(
        start=reading.start,
        end=reading.end,
        text=text[reading.start : reading.end],
        value=_plain(reading.value),
        unit=reading.unit,
        dimension=reading.dimension,
        low=_plain(reading.low),
        high=_plain(reading.high),
        modifier=reading.modifier,
        rule=reading.rule,
        change=changes.change(lowered, reading),
    )


def _plain(value: Decimal | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
