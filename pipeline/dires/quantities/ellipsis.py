"""Numbers whose unit was said before: *225 contre*, *dont 10*, *5 000 dans le monde entier*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from dires.quantities import false_positives
from dires.quantities.grammar import Reading, Text

_REACH: Final = 160
_RECENT: Final = 100
"""How many quantities back a sum of money is looked for."""
_BEFORE = re.compile(
    r"\b(?:dont|contre|seulement|soit|sur(?:\sles|\sun\stotal\sde)?|sont|étaient|que\sles|outre"
    r"|puis|parmi\sles|ou\splutôt|jamais|pas|seules?|seuls|restait|reste)\s\(?\Z"
)
_AND_BEFORE = re.compile(r"\bet\s(?:de\s)?\Z")
_AFTER = re.compile(
    r"\s(?:contre|pour|de\splus|de\smoins|autres?|d'entre|abstentions?|seulement|exactement"
    r"|au\stotal|sont|seront|ont|étaient|auraient|seraient|participent)(?!\w)"
)
_OTHERS = re.compile(r"\s(?:autres|d'entre\s(?:eux|elles|nous|vous)|de\s(?:plus|moins))(?!\w)")
_AMONG = re.compile(r"\sd'entre\s")
_OUT_OF = re.compile(r"\b(?:sur|parmi)\s(?:les\s|ces\s)?\Z")
_EN = re.compile(r"(?<!\w)en\s(?!\d)(?:[^\W\d_]+\s){1,3}\Z")
"""*elle en achètera quatre*: the number stands for what was named before."""
_ARE = re.compile(
    r"(?<!\w)(?:étaient|étions|étiez|sont|sommes|êtes|seront|serons|seraient)\s"
    r"(?:(?:plus\sque|encore|déjà|désormais|environ|près\sde|plus\sde)\s)?\Z|\bau\snombre\sde\s\Z"
)
_CLAUSE_ENDS = re.compile(r"\s?(?:[.,;:!?)»\n]|(?:à|au|aux|dans|pour|en|d'ici|et|sur)\s|$)")
_VOTES = re.compile(r"\s(?:pour|contre),?\s(?:et\s)?\d+\s(?:contre|pour|abst)")
_RATE = re.compile(r"\spar\s(?:an|jour|mois|semaine|heure|personne|habitant)(?!\w)")
_PRONOUN = re.compile(r"(?<!sur\s)(?<!parmi\s)(?<!que\s)\b(?:les|ces|nos|vos|leurs|ses)\s\Z")


def resolve(
    text: Text, reading: Reading, earlier: Sequence[Reading], *, modified: bool
) -> Reading | None:
    """`reading`, a number without a unit, with the unit it takes over; None if it is no quantity.

    A number is kept that is large by its scale or its grouping, bounded by a modifier, a rate, or
    tied to an earlier quantity of the same paragraph by words such as *dont* and *contre*.
    """
    number, start, end = reading.number, reading.start, reading.end
    previous = _previous(text, reading, earlier)
    others = _OTHERS.match(text.lowered, end)
    if number.form == "indefinite":
        return _with_unit_of(reading, previous) if others else None
    long_word = number.form == "words" and number.value > 1000
    if number.scale > 1 or number.grouped or long_word:
        return _with_unit_of(reading, previous or _money(reading, earlier))
    if _PRONOUN.search(text.lowered, max(0, start - 16), start):
        return None
    if _AMONG.match(text.lowered, end) and others:
        return replace(_with_unit_of(reading, previous), end=others.end())
    linked = previous is not None and (
        _is_sample(text, previous, start)
        or _BEFORE.search(text.lowered, max(0, start - 24), start)
        or _AFTER.match(text.lowered, end)
        or (
            number.form == "digits"
            and previous.dimension == "count"
            and _AND_BEFORE.search(text.lowered, max(0, start - 8), start)
        )
    )
    if linked and not false_positives.may_be_year(number):
        return replace(_with_unit_of(reading, previous), end=others.end() if others else end)
    told = _EN.search(text.lowered, max(0, start - 48), start) or _ARE.search(
        text.lowered, max(0, start - 32), start
    )
    if told and _CLAUSE_ENDS.match(text.lowered, end) and not false_positives.may_be_year(number):
        return _with_unit_of(_with_scale_of(reading, previous), previous)
    if _VOTES.match(text.lowered, end):
        return replace(reading, unit="voix", dimension="count", rule="votes")
    bounded = modified and (number.form == "digits" or number.value >= 100)
    if bounded or reading.low is not None or _RATE.match(text.lowered, end):
        return _with_unit_of(reading, previous)
    return None


def _is_sample(text: Text, whole: Reading, start: int) -> bool:
    """*Sur 100 personnes interrogées, 64 …*: whether the number at `start` is part of `whole`."""
    apart = text.plain[whole.end : start].rstrip().endswith(",")
    return apart and bool(_OUT_OF.search(text.lowered, max(0, whole.start - 12), whole.start))


def _previous(text: Text, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    """The nearest earlier quantity of the paragraph whose unit may be meant."""
    counted = _OTHERS.match(text.lowered, reading.end)
    for candidate in reversed(earlier):
        between = text.plain[candidate.end : reading.start]
        if len(between) > _REACH or "\n" in between:
            return None
        if candidate.unit is None or candidate.dimension in ("age", "angle"):
            continue
        if candidate.dimension == "ratio" and (reading.value > 100 or counted):
            continue
        if candidate.dimension == "count" and not _whole(reading) and _whole(candidate):
            continue
        if candidate.dimension != "money" and not _same_size(candidate, reading):
            continue
        return candidate
    return None


def _whole(reading: Reading) -> bool:
    return reading.value == reading.value.to_integral_value()


def _same_size(candidate: Reading, reading: Reading) -> bool:
    """Whether a count may lend its unit: never to milliards, to millions only from a scale word."""
    scale = reading.number.scale
    return scale < 1_000_000 or (scale == 1_000_000 and candidate.number.scale > 1)


def _money(reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    """For thousands of millions without a unit: the last sum of money in the text."""
    if reading.number.scale <= 1_000_000:
        return None
    recent = islice(reversed(earlier), _RECENT)
    return next((r for r in recent if r.dimension == "money"), None)


def _with_scale_of(reading: Reading, previous: Reading | None) -> Reading:
    """*110 millions ; il n'en a reçu que 29*: the scale was said once."""
    scale = previous.number.scale if previous else 1
    return replace(reading, value=reading.value * scale) if reading.value < 1000 else reading


def _with_unit_of(reading: Reading, previous: Reading | None) -> Reading:
    if previous is None:
        return replace(reading, rule="number")
    return replace(reading, unit=previous.unit, dimension=previous.dimension, rule="earlier-unit")
