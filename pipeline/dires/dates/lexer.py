"""Text to tokens: every word that a time expression can be made of, in stretches.

A token carries a *symbol*, one character that stands for the set of classes it belongs to, so
that a rule is an ordinary regular expression over a line of symbols (see `rules`). Words outside
the lexicon, other punctuation and blank lines are breaks; what stands between two is a stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

EARLIEST_YEAR, LATEST_YEAR = 1000, 2199
LONGEST = 24
"""Characters of a number, date or hour; a longer row of digits is none and breaks."""
PUNCTUATION = ",-/():+"

Entry = tuple[dict[str, Any], str, bool]
"""The value of a word in each of its classes, its symbol, and whether it alone starts a search."""
Lexicon = dict[str, Entry]
Known = tuple[int, str, Entry]
"""Where a word or number stands, how it is written, and what it is."""


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
        | (?=\d)(?:
          (?P<ISO>(?<![\d-])\d{4}-(?:0\d|1[0-2])-[0-3]\d
            (?:t\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:\d\d)?)?(?![\d-]))
        | (?P<NUMERIC>(?<![\d./-])\d{1,2}([/.-])\d{1,2}\3(?:\d{4}|\d{2})(?![\d]|[./-]\d))
        | (?P<CLOCK>(?<![\d,./:])(?:[01]?\d|2[0-4])
            (?:\ ?h\ ?[0-5]\d(?:\ ?m(?:in)?(?:\ ?[0-5]?\d\ ?s?)?(?!\w))?|\ ?h(?![\w'])
            |:[0-5]\d(?::[0-5]\d)?|\.[0-5]\d(?=\ ?[ap]\.?m)|(?=\ ?[ap](?:m(?!\w)|\.m\.)))
            (?:\ ?[ap](?:m(?!\w)|\.\ ?m\.))?(?![\d:]|\.\d))
        | (?P<RANK>\d{1,2}\ ?(?:ers?|ères?|e|è|ème|eme|nde?|ᵉ)(?!\w))
        | (?P<NUMBER>\d+(?:[ .]\d{3})*(?!\d)(?:,\d+|\.\d{1,2}(?![\d.]))?|\d+)
        )
        | \n\s*\n
        | [^\s\w] | _
        """,
        re.VERBOSE,
    )


@cache
def _bare_a() -> re.Pattern[str]:
    # The letter first, what stands before it second: so the search goes from letter to letter.
    return re.compile(r"A(?<!\SA)(?= (?:\d|partir|compter|ce |l'|la ))")


def lower(text: str) -> str:
    """Lower case of the same length, so that offsets stay true; *A 15 heures* gets its accent."""
    text = _bare_a().sub("À", text)
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def stretches(
    text: str, lexicon: Lexicon, symbols: dict[frozenset[str], str]
) -> Iterator[list[Token]]:
    """The tokens of folded lower-case `text`, in rows between one break and the next.

    A stretch before a break that holds nothing but function words is left out.
    """
    get = lexicon.get
    row: list[Known | None] = []
    telling = False
    for match in _pattern().finditer(text):
        word = match[0]
        entry = get(word)
        if entry is not None:
            row.append((match.start(), word, entry))
            telling = telling or entry[2]
        elif match.lastgroup is not None and len(word) <= LONGEST:
            row.append((match.start(), word, _digits(match.lastgroup, word, symbols)))
            telling = True
        elif "-" in word and (parts := _parts(match.start(), word, lexicon)):
            row += parts
            telling = True
        elif word[-1] == "'" and len(word) > 2 and (entry := get(word[:-1])) is not None:
            row.append((match.start(), word[:-1], entry))
            telling = telling or entry[2]
        elif row and not _continues(row[-1], word):
            if telling:
                yield from _rows(row)
            row, telling = [], False
    yield from _rows(row)


def _continues(last: Known | None, word: str) -> bool:
    """Whether `word`, unknown, is no further break: it follows one or ends an abbreviation."""
    return last is None or (word == "." and "ABBREVIATION" in last[2][0])


def _rows(words: Sequence[Known | None]) -> Iterator[list[Token]]:
    """The tokens of `words`, in rows; None parts them."""
    row: list[Token] = []
    for word in words:
        if word is not None:
            start, written, (values, symbol, _) = word
            row.append(Token(start, start + len(written), values, symbol))
        elif row:
            yield row
            row = []
    if row:
        yield row


def _parts(start: int, word: str, lexicon: Lexicon) -> list[Known | None]:
    """A hyphenated compound as its words and hyphens, where the lexicon knows any of them."""
    parts: list[Known | None] = []
    known = False
    for match in re.finditer(r"-|[^-]+", word):
        entry = lexicon.get(match[0])
        known = known or (entry is not None and match[0] != "-")
        parts.append(None if entry is None else (start + match.start(), match[0], entry))
    return parts if known else []


def _digits(kind: str, word: str, symbols: dict[frozenset[str], str]) -> Entry:
    values = _digit_values(kind, word)
    return values, symbols[frozenset(values)], True


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
