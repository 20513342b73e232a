"""The lexicon: which classes a word belongs to, and its value in each."""

from __future__ import annotations

from functools import cache
from typing import Any

from dires.resources import read_toml
from dires.typography import without_accents

Values = dict[str, Any]

ROMAN = [
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
    "xviii",
    "xix",
    "xx",
    "xxi",
    "xxii",
]
DAY_WORDS = range(2, 32)


@cache
def words() -> dict[str, Values]:
    """Lower-case word → class → value, read from ``lexicon.toml``."""
    data = _data()
    lexicon: dict[str, Values] = {}
    for name, members in data["words"].items():
        for word, value in members.items():
            lexicon.setdefault(word, {})[name] = value
            if name == "NUMBER_WORD":
                lexicon[word] |= number_values(value)
    for values in lexicon.values():
        if "FULL_MONTH" not in values and {"MONTH", "WEEKDAY_SHORT"} & values.keys():
            values["ABBREVIATION"] = True
    for number, roman in enumerate(ROMAN, start=1):
        for suffix in ("e", "ème", "eme", "è", "ᵉ", "er"):
            lexicon.setdefault(roman + suffix, {})["ROMAN"] = number
        if number > 1:
            lexicon.setdefault(roman, {})["ROMAN"] = number
    unaccented = set(data["unaccented"])
    for word, values in list(lexicon.items()):
        plain = without_accents(word)
        kept = {
            name: value for name, value in values.items() if name in unaccented | {"FULL_MONTH"}
        }
        if plain != word and plain not in lexicon and unaccented & kept.keys():
            lexicon[plain] = kept
    return lexicon


@cache
def function_words() -> frozenset[str]:
    """Words that alone never start a search."""
    return frozenset(_data()["function_words"])


@cache
def _data() -> dict[str, Any]:
    return read_toml(__package__, "lexicon.toml")


def number_values(value: int) -> Values:
    """The classes of a number written in words."""
    values = {"NUMBER": value}
    if value in DAY_WORDS:
        values["DAY"] = value
    if value <= 24:
        values["HOUR"] = value
    if 10 <= value <= 59:
        values["MINUTE"] = value
    return values
