"""The French number words (``numbers.toml``), by class, and regular expressions made of them."""

from __future__ import annotations

from functools import cache
from typing import Final

from dires.resources import read_toml


@cache
def words() -> dict[str, dict[str, int]]:
    """Number words with their values: ``small``, ``large``, ``scales``, ``collectives`` …"""
    data: dict[str, dict[str, int]] = read_toml(__package__, "numbers.toml")
    for word, value in list(data["fractions"].items()):
        data["fractions"].setdefault(word.replace("è", "e"), value)
    return data


def scale_symbols() -> dict[str, int]:
    """Scale symbols that stand before a currency (``k``, ``M``, ``Md``); case matters."""
    return words()["scale_symbols"]


def noun_value(word: str) -> int:
    """The value of a number noun: a scale (*millions*), a collective (*dizaine*), or *mille*."""
    return words()["collectives"].get(word) or words()["scales"].get(word) or 1_000


def _alternatives(*classes: str) -> str:
    found = {word for name in classes for word in words()[name]}
    return "|".join(sorted(found, key=lambda word: (-len(word), word)))


CARDINALS: Final = _alternatives("small", "large")
SCALES: Final = _alternatives("scales")
COLLECTIVES: Final = _alternatives("collectives")
FRACTIONS: Final = _alternatives("fractions")
MULTIPLES: Final = _alternatives("multiples")
