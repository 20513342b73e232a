"""A bare number as a year: *le budget 2025*, and not *2000 euros* (``counted.toml``)."""

from __future__ import annotations

import re
from functools import cache

from dires.dates.makers.words import Constants, Words, compiled
from dires.dates.meaning import Meaning, Moment
from dires.resources import read_toml

PLAUSIBLE = range(1700, 2151)
"""Years that need no preposition to be read as years."""
REACH = 22


def year(words: Words, constants: Constants) -> Meaning | None:
    """A bare year, unless something is counted or a programme is named."""
    value = words.first("year")
    text = words.text
    if text[words.end : words.end + 1].isalpha():
        return None
    if compiled(r"[«\"“] ?$").search(text, max(0, words.start - 2), words.start) and compiled(
        r" ?[»\"”]"
    ).match(text, words.end):
        return None  # « 1984 », a title
    cues = _cues()
    before = text[max(0, words.start - REACH) : words.start].replace("\n", " ")
    if not constants and not cues["sure"].search(before):
        doubtful = value not in PLAUSIBLE or cues["counted"].match(text, words.end)
        counted = cues["amount"].search(before) or cues["programme"].search(before)
        hyphened = compiled(r"\w-$").search(before) and compiled(r" ?»").match(text, words.end)
        if hyphened or doubtful or counted:
            return None
    return Moment("Y", year=value)


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = read_toml("dires.dates", "counted.toml")
    words = {name: "|".join(members) for name, members in data.items()}
    return {
        "sure": re.compile(rf"\b(?:{words['sure']}) $"),
        "counted": re.compile(rf"\s?(?:{words['after']}|(?:{words['noun_stems']})\w*)"),
        "amount": re.compile(rf"(?:{words['before']})$"),
        "programme": re.compile(rf"\b(?:{words['programmes']})(?: [^\W\d]+)? $"),
    }
