"""Finds as TIMEX3 tags: the extents that ISO-TimeML gives them (and the French TimeBank).

The finds of this package are phrases: *du 3 au 5 mai*, *mardi à 20 h*, *jusqu'en 2027*. ISO-TimeML
leaves the preposition outside the tag, tags either end of an interval for itself, and a day apart
from its hour where a preposition joins them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dires.article import Date
from dires.dates.lexer import lower
from dires.typography import fold

_OUTSIDE = re.compile(
    r"(?:(?:à partir|à compter|au bout|au terme|au cours|aux environs|aux alentours|autour|lors"
    r"|au-delà|en date) d(?:e |u |es |')|à l'horizon (?:de )?|d'ici (?:à |en |fin )?(?:au )?"
    r"|au plus tard |pas plus tard que |jusqu'(?:à |au |en |aux )?|jusque "
    r"|pendant |durant |depuis |dès |avant |après |vers |sur |entre |pour |courant "
    r"|en |au |aux |à |du |des |de |d'|et |dans (?=l[ae] |l'|les ))+"
)
_JOINED = re.compile(
    r",? (?:à partir de|de|entre|à|vers|dès|avant|après|jusqu'à|autour de|aux alentours de) "
    r"(?=\d|midi|minuit)"
)
_BETWEEN = re.compile(
    r" ?(?: au | à la | à l'| à | et le | et la | et | ou | jusqu'(?:au |à |en )| - |[-/]|, )"
)


def timex3(text: str, dates: Iterable[Date]) -> list[Date]:
    """The finds in `text` with the extents of TIMEX3 tags; values and rules stay as they are."""
    lowered = lower(fold(text))
    return [
        tag
        for date in dates
        for part in _apart(text, lowered, date)
        for tag in _tag(text, lowered, part)
    ]


def _apart(text: str, lowered: str, date: Date) -> Iterator[Date]:
    """The ends of an interval, a day and its hour."""
    words = lowered[date.start : date.end]
    inside = _OUTSIDE.match(words)
    first, slash, last = date.value.partition("/")
    joined = _JOINED.search(words, 1)
    if slash:
        offset = inside.end() if inside else 0
        if joined and "T" in first and not words[offset : offset + 1].isdigit():
            offset = joined.end()  # "ce lundi, de 18 h à 23 h"
        gap = _BETWEEN.search(words, offset)
        if gap:
            begin = _cut(text, date, date.start, date.start + gap.start(), first)
            yield from _apart(text, lowered, begin)
            yield _cut(text, date, date.start + gap.end(), date.end, last)
            return
    day, hour, _ = date.value.partition("T")
    if date.type == "TIME" and hour and day and joined:
        start = date.start + joined.start()
        part = re.search(r"soir|matin|après-midi|nuit", words[: joined.start()])
        kind = "TIME" if part else "DATE"
        suffix = {"soir": "TEV", "matin": "TMO", "après-midi": "TAF", "nuit": "TNI"}
        value = day + (suffix[part[0]] if part else "")
        yield replace(_cut(text, date, date.start, start, value), type=kind)
        yield _cut(text, date, date.start + joined.end(), date.end, date.value)
        return
    yield date


def _tag(text: str, lowered: str, date: Date) -> Iterator[Date]:
    """`date` without its preposition; *d'ici* is a tag of its own."""
    outside = _OUTSIDE.match(lowered, date.start, date.end)
    if outside is None or outside.end() == date.end:
        yield date
        return
    if outside[0].startswith("d'ici"):
        yield _cut(text, date, date.start + 2, date.start + 5, "PRESENT_REF")
    yield _cut(text, date, outside.end(), date.end, date.value)


def _cut(text: str, date: Date, start: int, end: int, value: str) -> Date:
    return replace(date, start=start, end=end, text=text[start:end], value=value)
