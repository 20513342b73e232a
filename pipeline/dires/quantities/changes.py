"""Whether a quantity is a difference, or what something is brought from or to (``changes.toml``).

*réduire de 15 %* and *réduire à 15 %* are not the same promise. Read off the words before the
quantity, no further than the clause; no parse.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from dires.quantities.grammar import Reading
from dires.quantities.lexicon import CARDINALS
from dires.resources import read_toml

REACH: Final = 64
"""Characters between the word of change and the quantity, at most."""
_BY = re.compile(r"(?<!\w)(?:de\s|d')\Z")
_TO = re.compile(r"(?<!\w)(?:à|jusqu'à|sous|vers)\s(?:les\s)?\Z")
_ON_TO = re.compile(
    rf"(?:\sen\s\d{{4}},?)?\s(?:à|vers)\s(?:(?:plus|moins|près)\s(?:de\s|d')|environ\s|au\smoins\s)?"
    rf"(?:\d|(?:{CARDINALS})(?!\w))"
)
_MORE = re.compile(r"\sde\s(?:plus|moins)(?!\w|\sen\splus|\sde\s)")
_CLAUSE = re.compile(r"[.;!?\n](?!\d)")


@cache
def _data() -> dict[str, Any]:
    return read_toml(__package__, "changes.toml")


def examples() -> list[dict[str, Any]]:
    """The examples of the data file."""
    found: list[dict[str, Any]] = _data()["example"]
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of change, and those that part a quantity from them."""
    stems, apart = ("|".join(_data()[name]) for name in ("stems", "apart"))
    return re.compile(rf"(?<![\w-])(?:{stems})"), re.compile(rf"(?<!\w)(?:{apart})(?!\w)")


def change(lowered: str, reading: Reading) -> str | None:
    """``by``, ``to``, ``from``, or None where nothing is said to change."""
    signed = lowered[reading.start] in "+-" and reading.dimension == "ratio"
    if signed or _MORE.match(lowered, reading.end):
        return "by"
    low = max(0, reading.start - REACH)
    by = _BY.search(lowered, max(low, reading.start - 4), reading.start)
    to = None if by else _TO.search(lowered, max(low, reading.start - 14), reading.start)
    if not (by or to) or not _changes(lowered, low, reading.start):
        return None
    if to:
        return "to"
    return "from" if _ON_TO.match(lowered, reading.end) else "by"


def _changes(lowered: str, low: int, high: int) -> bool:
    """Whether the clause before `high` has a word of change, and nothing parts it from there."""
    stems, apart = _patterns()
    for end in _CLAUSE.finditer(lowered, low, high):
        low = end.end()
    found = list(stems.finditer(lowered, low, high))
    return bool(found) and apart.search(lowered, found[-1].end(), high) is None
