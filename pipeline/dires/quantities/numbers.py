"""Numbers as French writes them: cardinals, fractions, approximate collectives, multiples.

`scan` looks for places where a number may begin and `read` reads the whole number there. Both
work on folded text (`dires.typography.fold`) in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from dires.quantities.cardinals import Number, read_cardinal
from dires.quantities.lexicon import (
    CARDINALS,
    COLLECTIVES,
    FRACTIONS,
    MULTIPLES,
    SCALES,
    noun_value,
    words,
)

_MANY: Final = "|".join(w for w in CARDINALS.split("|") if w not in ("un", "une"))
# "un" is mostly an article: only what may follow the number makes it one.
_ONE: Final = (
    rf"une?(?=\s+(?:(?:bon|bonne|petit|petite)\s+)?(?:{SCALES}|{COLLECTIVES}|{FRACTIONS})(?!\w)"
    r"|\s+demi"
    r"|\s+(?:euro|dollar|kilomètre|mètre|hectare|litre|kilo|kilogramme|tonne|degré"
    r"|point de (?:pourcentage|pib))(?!\w)"
    r"|\s+(?:[^\W\d_]+\s+)?sur\s+(?:\d|deux|trois|quatre|cinq|six|sept|huit|dix|vingt|cent|mille))"
)
_START = re.compile(
    rf"\d|(?<!\w)(?:{_MANY}|{SCALES}|{COLLECTIVES}|{_ONE}"
    r"|la moitié|moitié|demie?|quart(?=\sd[e'])|l[ea] tiers|le quart"
    rf"|(?:le|du|au) (?:{MULTIPLES}))(?!\w)"
)
_INDEFINITE = re.compile(rf"(?P<word>{COLLECTIVES}|{SCALES})(?:\s+de\s+(?P<scale>{SCALES}))?(?!\w)")
_COLLECTIVE = re.compile(
    rf"(?:une?|la|le)\s+(?:(?:bonne|petite|bon|petit)\s+)?"
    rf"(?P<word>{COLLECTIVES}|millier)(?:\s+de\s+(?P<scale>{SCALES}))?(?!\w)"
)
_FRACTION = re.compile(
    rf"(?:(?P<top>\d{{1,2}}|{CARDINALS}|l[ea])\s+(?:bon\s+|petit\s+)?)(?P<bottom>{FRACTIONS})(?![\w-])"
)
_AND_FRACTION = re.compile(r"\s+et\s+(?=\d|[^\W\d_])")
_AND_HALF = re.compile(r"\s+et\s+demie?(?![\w-])")
_SLASHED = re.compile(r"(?P<top>\d)/(?P<bottom>[2-9]|10)(?![\d/])")
_HALF_OF_UNIT = re.compile(r"(?:une?\s+)?demi(?:e\s|\s|-)(?=[^\W\d_])")
_QUARTER_OF_UNIT = re.compile(r"quart(?=\s+d[e'])")
_PART_OF = re.compile(r"\s(?:des?|du)\s|\sd'")
_MULTIPLE = re.compile(rf"(?:le|du|au)\s(?P<multiple>{MULTIPLES})(?=\s(?:des?|du)\s|\sd')")
_HALF = re.compile(r"(?:la\s+)?moitié(?!\w)")


def scan(lowered: str) -> Iterator[int]:
    """Offsets in lower-case folded text where a number may begin."""
    return (match.start() for match in _START.finditer(lowered))


def read(lowered: str, start: int) -> Number | None:
    """The longest number that begins at `start`, or None."""
    for reader in _READERS:
        number = reader(lowered, start)
        if number is not None:
            return _mixed(lowered, number)
    return None


def read_part(lowered: str, start: int) -> Number | None:
    """A fraction that is a number only before a unit: *demi-litre*, *quart de litre*, *1/4*."""
    slashed = _SLASHED.match(lowered, start)
    if slashed:
        top, bottom = int(slashed["top"]), int(slashed["bottom"])
        value = Decimal(top) / bottom
        return (
            Number(start, slashed.end(), value, "fraction", noun=True) if 0 < top < bottom else None
        )
    half = _HALF_OF_UNIT.match(lowered, start)
    if half:
        return Number(start, half.end(), Decimal("0.5"), "fraction")
    quarter = _QUARTER_OF_UNIT.match(lowered, start)
    if quarter:
        return Number(start, quarter.end(), Decimal("0.25"), "fraction", noun=True)
    return None


def _mixed(lowered: str, number: Number) -> Number:
    """*trois et demi*, *deux et trois quarts*: a whole number with its fraction."""
    if number.form not in ("digits", "words") or number.scale > 1:
        return number
    half = _AND_HALF.match(lowered, number.end)
    if half:
        return replace(number, end=half.end(), value=number.value + Decimal("0.5"))
    gap = _AND_FRACTION.match(lowered, number.end)
    part = _read_fraction(lowered, gap.end()) if gap else None
    if gap is None or part is None or lowered.startswith(("la ", "le ", "moitié"), gap.end()):
        return number
    if _PART_OF.match(lowered, part.end):
        return number
    return replace(number, end=part.end, value=number.value + part.value)


def _read_fraction(lowered: str, start: int) -> Number | None:
    half = _HALF.match(lowered, start)
    if half and (half[0].startswith("la") or lowered.startswith("de ", start - 3)):
        return Number(start, half.end(), Decimal("0.5"), "fraction", noun=True)
    match = _FRACTION.match(lowered, start)
    if match is None:
        return None
    top = _small_value(match["top"])
    bottom = words()["fractions"][match["bottom"]]
    if top == 0 or top >= bottom:
        return None
    if bottom >= 100 and top > 1 and not match["bottom"].endswith("s"):
        return None  # "le deux centième élève"
    if match["top"] in ("le", "la") and not _PART_OF.match(lowered, match.end()):
        return None
    return Number(start, match.end(), Decimal(top) / bottom, "fraction", noun=True)


def _small_value(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 1 if word in ("le", "la") else words()["small"].get(word, 0)


def _read_collective(lowered: str, start: int) -> Number | None:
    match = _COLLECTIVE.match(lowered, start)
    return _from_nouns(match, "collective") if match else None


def _read_indefinite(lowered: str, start: int) -> Number | None:
    match = _INDEFINITE.match(lowered, start)
    return _from_nouns(match, "indefinite") if match else None


def _read_multiple(lowered: str, start: int) -> Number | None:
    match = _MULTIPLE.match(lowered, start)
    if match is None:
        return None
    value = Decimal(words()["multiples"][match["multiple"]])
    return Number(start, match.end(), value, "multiple", noun=True)


def _from_nouns(match: re.Match[str], form: str) -> Number:
    value = noun_value(match["word"])
    scale = noun_value(match["scale"]) if match["scale"] else 1
    return Number(match.start(), match.end(), Decimal(value * scale), form, True, scale)


_READERS: Final = (
    _read_fraction,
    _read_collective,
    read_cardinal,
    _read_indefinite,
    _read_multiple,
)
