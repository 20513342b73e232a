"""Text in, dates out: the cascade finds, the resolver gives values in the order of the text."""

from __future__ import annotations

import re
from datetime import date
from functools import partial

from dires.article import Date
from dires.dates import tense
from dires.dates.cascade import expressions
from dires.dates.context import Context
from dires.dates.lexer import Token, lower
from dires.dates.meaning import Fixed, Meaning, Moment, Nothing, Span
from dires.dates.resolve import Resolved, resolve
from dires.typography import fold


def find(text: str, *, published: date | str | None = None) -> list[Date]:
    """The dates, times, durations and sets of French `text`, in its order.

    Offsets are half-open character offsets into `text`. Values are TIMEX3 values or ISO 8601
    intervals. Relative and incomplete expressions are resolved against `published` (a date or an
    ISO string); without it they keep what is known (``XXXX-10``), and today's date is never used.

    Raises ValueError where `published` is no ISO date of the years 1000 to 2999.
    """
    folded = fold(text)
    lowered = lower(folded)
    reference = _day(published)
    mentioned: date | None = None
    mentioned_at: int | None = None
    mentioned_year: int | None = None
    found: list[Date] = []
    for token in expressions(folded, lowered):
        meaning = _meaning(token)
        if isinstance(meaning, Nothing):
            continue
        if mentioned_at is not None and _sentence_ends(lowered, mentioned_at, token.start):
            mentioned_at = None
        context = Context(
            reference,
            mentioned,
            mentioned_year,
            mentioned if mentioned_at is not None else None,
            partial(tense.direction, lowered, token.start, token.end),
            partial(tense.is_event, lowered, token.start, token.end),
        )
        resolved = resolve(meaning, context)
        if _is_anchor(meaning) and resolved.first is not None:
            mentioned = resolved.first
            mentioned_at = token.end
        if resolved.first is not None and not isinstance(meaning, Fixed):
            mentioned_year = resolved.first.year
        found.append(_date(text, token, resolved))
    return found


def _day(published: date | str | None) -> date | None:
    if published is None:
        return None
    if isinstance(published, str) and not re.match(r"\d{4}-\d\d-\d\d", published):
        raise ValueError(f"published must be an ISO date such as 2024-07-04, not {published!r}")
    day = published if isinstance(published, date) else date.fromisoformat(published[:10])
    if not 1000 <= day.year <= 2999:
        raise ValueError(f"published must lie between the years 1000 and 2999, not {day}")
    return date(day.year, day.month, day.day)


def _meaning(token: Token) -> Meaning:
    meaning: Meaning = next(iter(token.values.values()))
    return meaning


def _sentence_ends(text: str, start: int, end: int) -> bool:
    return re.search(r"[.!?;] |\n", text[start:end]) is not None


def _is_anchor(meaning: Meaning) -> bool:
    """Whether *le lendemain* or *à 15 heures* may refer back to the expression."""
    if isinstance(meaning, Span):
        return _is_anchor(meaning.start)
    return isinstance(meaning, Moment) and meaning.unit == "D"


def _date(text: str, token: Token, resolved: Resolved) -> Date:
    return Date(
        start=token.start,
        end=token.end,
        text=text[token.start : token.end],
        type=resolved.type,
        value=resolved.value,
        earliest=resolved.first.isoformat() if resolved.first else None,
        latest=resolved.last.isoformat() if resolved.last else None,
        modifier=resolved.modifier,
        rule=token.rule,
    )
