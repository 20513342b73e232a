"""Whose francs: a currency named without its country, by the text around (``countries.toml``)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from dires.resources import read_toml

BEFORE: Final = 1500
AFTER: Final = 500
"""Characters around the name that are read."""


@cache
def _cues() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """Code and cues, by name of the currency."""
    return {
        name: [(code, re.compile(cues)) for code, cues in money["cues"].items()]
        for money in read_toml(__package__, "countries.toml")["money"]
        for name in money["names"]
    }


def currency(name: str, lowered: str, start: int, end: int) -> str | None:
    """The code of the currency `name` at ``start:end``: that which is hinted at most around it.

    None where nothing hints at a country, or two are hinted at equally.
    """
    if name not in _cues():
        return None
    low, high = max(0, start - BEFORE), end + AFTER
    hints = sorted(
        ((sum(1 for _ in cues.finditer(lowered, low, high)), code) for code, cues in _cues()[name]),
        reverse=True,
    )
    first, second = hints[0], hints[1]
    return first[1] if first[0] > second[0] else None
