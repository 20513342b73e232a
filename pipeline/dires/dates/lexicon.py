"""The lexicon: which classes a word belongs to, and its value in each."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Any

Values = dict[str, Any]

ROMAN = ("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii").split()
DAY_WORDS = range(2, 32)


@cache
def words() -> dict[str, Values]:
    """Lower-case word → class → value, read from ``lexicon.toml``."""
    source = resources.files("dires.dates").joinpath("lexicon.toml").read_text(encoding="utf-8")
    data = tomllib.loads(source)
    lexicon: dict[str, Values] = {}
    for name, members in data["words"].items():
        for word, value in members.items():
            lexicon.setdefault(word, {})[name] = value
            if name == "NUMBER_WORD":
                lexicon[word] |= number_values(value)
    for word, values in list(lexicon.items()):
        if "FULL_MONTH" not in values and {"MONTH", "WEEKDAY_SHORT"} & values.keys():
            lexicon[f"{word}."] = {k: v for k, v in values.items() if k.startswith(("MON", "WEE"))}
    for number, roman in enumerate(ROMAN, start=1):
        for suffix in ("e", "ème", "eme", "è", "ᵉ", "er"):
            lexicon.setdefault(roman + suffix, {})["ROMAN"] = number
        if number > 1:
            lexicon.setdefault(roman, {})["ROMAN"] = number
    unaccented = set(data["unaccented"])
    for word, values in list(lexicon.items()):
        plain = unicodedata.normalize("NFD", word)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
        kept = {
            name: value for name, value in values.items() if name in unaccented | {"FULL_MONTH"}
        }
        if plain != word and plain not in lexicon and unaccented & kept.keys():
            lexicon[plain] = kept
    return lexicon


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
