"""Numbers whose unit was said before: *225 contre*, *dont 10*, *5 000 dans le monde entier*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dires.quantities import false_positives
from dires.quantities.grammar import Reading, Text

_REACH: Final = 160
_BEFORE = re.compile(
    r"(?:\bdont|\bcontre|\bseulement|\bsoit|\bsur(?:\sles|\sun\stotal\sde)?|\bsont|\bétaient"
    r"|\bque\sles|\boutre|\bpuis|\bparmi\sles|\bà\sseulement|\bou\splutôt)\s\(?\Z"
)
_AFTER = re.compile(
    r"\s(?:contre|pour|de\splus|de\smoins|autres|autre|d'entre|abstentions?|seulement|exactement"
    r"|au\stotal|sont|seront|ont|étaient|auraient|seraient|participent)(?!\w)"
)
_OTHERS = re.compile(r"\sautres(?!\w)|\sd'entre\s(?:eux|elles)(?!\w)|\sde\s(?:plus|moins)(?!\w)")


def resolve(
    text: Text, reading: Reading, earlier: Sequence[Reading], *, modified: bool
) -> Reading | None:
    """`reading`, a number without a unit, with the unit it takes over; None if it is no quantity.

    A number is kept that is large by its scale or its grouping, bounded by a modifier, or tied
    to an earlier quantity of the same paragraph by words such as *dont* and *contre*.
    """
    previous = _previous(text, reading, earlier)
    end = reading.end
    others = _OTHERS.match(text.lowered, end)
    if reading.number.form == "indefinite":
        return _inherit(reading, previous) if others else None
    linked = previous is not None and (
        _BEFORE.search(text.lowered, max(0, reading.start - 24), reading.start)
        or _AFTER.match(text.lowered, end)
    )
    large = reading.number.scale > 1 or reading.number.grouped
    if linked and not false_positives.may_be_year(reading.number):
        return replace(_inherit(reading, previous), end=others.end() if others else end)
    if large or (modified and reading.number.form == "digits"):
        return _inherit(reading, previous)
    return None


def _previous(text: Text, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    if not earlier or earlier[-1].unit is None:
        return None
    between = text.plain[earlier[-1].end : reading.start]
    return earlier[-1] if len(between) <= _REACH and "\n" not in between else None


def _inherit(reading: Reading, previous: Reading | None) -> Reading:
    if previous is None:
        return replace(reading, rule="large-number")
    if reading.number.scale > 1_000_000 and previous.dimension != "money":
        return replace(reading, rule="large-number")
    return replace(
        reading, unit=previous.unit, dimension=previous.dimension, rule="earlier-unit"
    )
