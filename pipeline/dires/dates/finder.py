"""Text in, dates out: the cascade finds, the resolver gives values in the order of the text."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import partial
from typing import Literal

from dires.article import Date
from dires.dates import tense
from dires.dates.cascade import expressions
from dires.dates.context import Context
from dires.dates.lexer import Token, lower
from dires.dates.meaning import Meaning, Nothing
from dires.dates.mentions import Mentions
from dires.dates.resolve import Resolved, resolve
from dires.dates.titles import is_title
from dires.typography import fold

_DIRECTIONS = {"past": -1, "future": 1, None: None}


def find(
    text: str,
    *,
    published: date | str | None = None,
    prefer: Literal["past", "future"] | None = None,
) -> list[Date]:
    """The dates, times, durations and sets of French `text`, in its order.

    Offsets are half-open character offsets into `text`. Values are TIMEX3 values or ISO 8601
    intervals. Relative and incomplete expressions are resolved against `published` (a date, a
    datetime or an ISO string of either); without it they keep what is known (``XXXX-10``), and
    today's date is never used. Given with its hour, it lets *dans deux heures* have a value; its
    time zone is taken to be that of the text. `prefer` says where a date without its year or week
    lies if neither tense nor context tells; by default where French news would mean it.

    Raises ValueError where `published` is no ISO date of the years 1000 to 2999.
    """
    folded = fold(text)
    lowered = lower(folded)
    instant = _instant(published)
    reference = instant.date() if instant else None
    clock = instant if instant and _has_hour(published) else None
    mentions = Mentions(lowered)
    direction = partial(tense.direction, folded, lowered)
    found: list[Date] = []
    for token in expressions(folded, lowered):
        meaning = _meaning(token)
        if isinstance(meaning, Nothing) or is_title(folded, token.start):
            continue
        mentions.reach(token.start)
        context = Context(
            published=reference,
            told=mentions,
            tense=partial(direction, token.start, token.end),
            near_tense=partial(direction, token.start, token.end, reach=tense.NEAR),
            event=partial(tense.is_event, lowered, token.start, token.end),
            instant=clock,
            prefer=_DIRECTIONS[prefer],
            in_body=_in_body(folded, token.start),
        )
        resolved = resolve(meaning, context)
        mentions.note(meaning, resolved, token)
        found.append(_date(text, token, resolved))
    return found


def _in_body(text: str, start: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    return line > 0 and not text[line:start].isspace() and line < start


def _instant(published: date | str | None) -> datetime | None:
    if published is None:
        return None
    if isinstance(published, str):
        if not re.match(r"\d{4}-\d\d-\d\d", published):
            raise ValueError(f"published must be an ISO date such as 2024-07-04, not {published!r}")
        published = datetime.fromisoformat(published if "T" in published else published[:10])
    if not 1000 <= published.year <= 2999:
        raise ValueError(f"published must lie between the years 1000 and 2999, not {published}")
    if isinstance(published, datetime):
        return published.replace(tzinfo=None)
    return datetime(published.year, published.month, published.day)


def _has_hour(published: date | str | None) -> bool:
    return isinstance(published, datetime) or (isinstance(published, str) and "T" in published)


def _meaning(token: Token) -> Meaning:
    meaning: Meaning = next(iter(token.values.values()))
    return meaning


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
