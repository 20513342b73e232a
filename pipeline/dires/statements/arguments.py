"""What belongs to an act's content: deadline, dates, quantities."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dires.article import Date, Quantity

_REFERENCES = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


def inside(start: int, end: int, items: Sequence[Date | Quantity]) -> tuple[int, ...]:
    """Indices of the `items`, which are in the order of the text, that lie within ``start:end``."""
    first = bisect_left(items, start, key=_start)
    last = bisect_left(items, end, lo=first, key=_start)
    return tuple(i for i in range(first, last) if items[i].end <= end)


def _start(item: Date | Quantity) -> int:
    return item.start


def deadline_of(
    dates: Sequence[Date], indices: Sequence[int], *, content_start: int, published: str | None
) -> str | None:
    """The date by which the content is to be done: a bound (*d'ici 2030*) before any other.

    Dates before the content (when it was said) and dates past at publication never count. Of a
    period it is the end, of a time its day.
    """
    candidates = [
        dates[i]
        for i in indices
        if dates[i].type in ("DATE", "TIME")
        and dates[i].value not in _REFERENCES
        and dates[i].start >= content_start
        and not dates[i].text.lower().startswith(("depuis", "après"))
        and not _is_past(dates[i], published)
    ]
    if not candidates:
        return None
    bounded = [date for date in candidates if date.modifier == "before"]
    value = (bounded or candidates)[0].value.rpartition("/")[2]
    return value.partition("T")[0]


def _is_past(date: Date, published: str | None) -> bool:
    return bool(published and date.latest and date.latest < published)
