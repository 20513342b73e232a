"""Text to tokens: every word that a time expression can be made of, and breaks for the rest.

A token carries a *symbol*, one character that stands for the set of classes it belongs to, so
that a rule is an ordinary regular expression over the line of symbols (see `rules`). Words
outside the lexicon, other punctuation and blank lines become breaks, and successive breaks one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

BREAK = "."
EARLIEST_YEAR, LATEST_YEAR = 1000, 2199
LONGEST = 24
"""Characters of a number, date or hour; a longer row of digits is none and breaks."""
PUNCTUATION = ",-/():+"

Entry = tuple[dict[str, Any], str, bool]
Lexicon = dict[str, Entry]


@dataclass(slots=True, eq=False)
class Token:
    """A word, number or matched expression: where it stands and what it is worth by class."""

    start: int
    end: int
    values: dict[str, Any]
    symbol: str
    rule: str | None = None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"""
          [^\W\d_]+(?:-[^\W\d_]+)*'?(?:hui(?!\w))?
        | (?P<ISO>(?<![\d-])\d{4}-(?:0\d|1[0-2])-[0-3]\d
            (?:t\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:\d\d)?)?(?![\d-]))
        | (?P<NUMERIC>(?<![\d./-])\d{1,2}([/.-])\d{1,2}\3(?:\d{4}|\d{2})(?![\d]|[./-]\d))
        | (?P<CLOCK>(?<![\d,./:])(?:[01]?\d|2[0-4])
            (?:\ ?h\ ?[0-5]\d(?:\ ?m(?:in)?(?:\ ?[0-5]?\d\ ?s?)?(?!\w))?|\ ?h(?![\w'])
            |:[0-5]\d(?::[0-5]\d)?|\.[0-5]\d(?=\ ?[ap]\.?m)|(?=\ ?[ap](?:m(?!\w)|\.m\.)))
            (?:\ ?[ap](?:m(?!\w)|\.\ ?m\.))?(?![\d:]|\.\d))
        | (?P<RANK>\d{1,2}\ ?(?:ers?|ères?|e|è|ème|eme|nde?|ᵉ)(?!\w))
        | (?P<NUMBER>\d+(?:[ .]\d{3})*(?!\d)(?:,\d+|\.\d{1,2}(?![\d.]))?|\d+)
        | \n\s*\n
        | [^\s\w] | _
        """,
        re.VERBOSE,
    )


@cache
def _bare_a() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)A(?= (?:\d|partir|compter|ce |l'|la ))")


def lower(text: str) -> str:
    """Lower case of the same length, so that offsets stay true; *A 15 heures* gets its accent."""
    text = _bare_a().sub("À", text)
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def tokens(text: str, lexicon: Lexicon, symbols: dict[frozenset[str], str]) -> list[Token | None]:
    """The tokens of folded lower-case `text`; None is a break.

    A stretch between two breaks that holds nothing but function words is left out.
    """
    found: list[Token | None] = [None]
    append = found.append
    get = lexicon.get
    run, telling = 1, False
    for match in _pattern().finditer(text):
        word = match[0]
        entry = get(word)
        if entry is not None:
            append(Token(match.start(), match.end(), entry[0], entry[1]))
            telling = telling or entry[2]
            continue
        kind = match.lastgroup
        if kind is not None and len(word) <= LONGEST:
            values = _digit_values(kind, word)
            append(Token(match.start(), match.end(), values, symbols[frozenset(values)]))
            telling = True
            continue
        last = found[-1]
        if "-" in word and len(word) > 1 and (parts := _parts(match.start(), word, lexicon)):
            found.extend(parts)
            telling = True
        elif word[-1] == "'" and len(word) > 2 and (entry := get(word[:-1])) is not None:
            append(Token(match.start(), match.end() - 1, entry[0], entry[1]))
            telling = telling or entry[2]
        elif last is not None and not (word == "." and "ABBREVIATION" in last.values):
            if telling:
                append(None)
            else:
                del found[run:]
            run, telling = len(found), False
    append(None)
    return found


def _parts(start: int, word: str, lexicon: Lexicon) -> list[Token | None]:
    """A hyphenated compound as its words and hyphens, where the lexicon knows any of them."""
    parts: list[Token | None] = []
    known = False
    for match in re.finditer(r"-|[^-]+", word):
        entry = lexicon.get(match[0])
        known = known or (entry is not None and match[0] != "-")
        at = start + match.start()
        parts.append(None if entry is None else Token(at, at + len(match[0]), entry[0], entry[1]))
    return parts if known else []


def _digit_values(kind: str, word: str) -> dict[str, Any]:
    if kind == "NUMBER":
        return _number_values(word)
    if kind == "RANK":
        rank = int(re.match(r"\d+", word)[0])  # type: ignore[index]
        values: dict[str, Any] = {"RANK": rank}
        return values | ({"DAY": 1} if rank == 1 else {})
    return {kind: word.replace(" ", "")}


def _number_values(word: str) -> dict[str, Any]:
    if not word.isdigit():
        plain = re.sub(r"[ .](?=\d{3})", "", word)
        decimal = "," in plain or "." in plain
        return {"NUMBER": float(plain.replace(",", ".")) if decimal else int(plain)}
    number = int(word)
    values: dict[str, Any] = {"NUMBER": number}
    if len(word) <= 2:
        values["TWO_DIGITS"] = number
        if 1 <= number <= 31:
            values["DAY"] = number
        if number <= 24:
            values["HOUR"] = number
        if number <= 59 and len(word) == 2:
            values["MINUTE"] = number
    elif len(word) == 4 and EARLIEST_YEAR <= number <= LATEST_YEAR:
        values["YEAR"] = number
    return values
