"""Which strings are TIMEX3 values.

The values of TimeML (Pustejovsky et al. 2003), with an X for every digit that is not known,
``-H1`` and ``-H2`` for halves of a year as HeidelTime writes them, and ISO 8601 intervals.
"""

from __future__ import annotations

import re
from typing import Final

_POINT: Final = r"""
    (?: (?: BC )? [\dX]{2,4}                                     # a century, decade or year …
        (?: - (?: [\dX]{2} (?: -[\dX]{2} )?                      # … a month, a day
                | W[\dX]{2} (?: - (?: WE | [1-7X] ) )?           # … a week, a day of it
                | Q[1-4X] | H[12X] | SP | SU | FA | WI ) )?
    )?
    (?: T (?: [\dX]{2} (?: :[\dX]{2} (?: :[\dX]{2} )? )?         # a time of day
              (?: Z | [+-]\d{2} (?: :?\d{2} )? )?
            | MO | MI | AF | EV | NI | DT ) )?
"""
_AMOUNT: Final = r"(?: \d+ (?: \.\d+ )? | X )"
_DURATION: Final = rf"""
    P (?: {_AMOUNT} (?: CE | DE | Y | Q | M | WE | W | D ) )*
      (?: T (?: {_AMOUNT} [HMS] )+ )?
"""
_REFERENCE: Final = "(?: PRESENT | PAST | FUTURE )_REF"
_VALUE: Final = re.compile(
    rf"""(?= [^/] )                                              # neither side is empty
    (?: {_REFERENCE} | (?= P. ) {_DURATION}
      | {_POINT} (?: / (?= . ) (?: {_POINT} | {_REFERENCE} ) )? )""",
    re.VERBOSE,
)


def is_timex(value: str) -> bool:
    """Whether `value` is a TIMEX3 value or an interval of two (``2025/2027``)."""
    return _VALUE.fullmatch(value) is not None
