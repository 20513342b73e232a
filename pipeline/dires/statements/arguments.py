"""What belongs to an act's content: deadline, dates, quantities."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dires.article import Date, Quantity

_REFERENCES = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
# Characters of an ISO date that a length in years or months determines.
_PRECISION = {"Y": 4, "M": 7}
_DAY = 10


def inside(start: int, end: int, items: Sequence[Date | Quantity]) -> tuple[int, ...]:
    """Indices of the `items`, which are in the order of the text, that lie within ``start:end``."""
    first = bisect_left(items, start, key=_start)
    last = bisect_left(items, end, lo=first, key=_start)
    return tuple(i for i in range(first, last) if items[i].end <= end)


def end_of_date(at: int, dates: Sequence[Date]) -> int:
    """Where the date ends that character `at` would cut, else `at`; `dates` do not overlap and are
    in the order of the text."""
    place = bisect_left(dates, at, key=_start)
    return max(at, dates[place - 1].end) if place else at


def _start(item: Date | Quantity) -> int:
    return item.start


def deadline_of(
    dates: Sequence[Date], indices: Sequence[int], *, content_start: int, published: str | None
) -> str | None:
    """The date by which the content is to be done.

    A bound (*d'ici 2030*) comes before any other, what is to come before the day of publication.
    Dates before the content (when it was said) and dates past at publication never count. Of a
    period it is the end, of a time its day; a length of time counts where it begins with the
    publication (*dans un délai de six mois*).
    """
    candidates = [
        dates[i]
        for i in indices
        if _is_placed(dates[i])
        and dates[i].start >= content_start
        and not dates[i].text.lower().startswith(("depuis", "après"))
        and not _is_past(dates[i], published)
    ]
    if not candidates:
        return None
    today = published[:_DAY] if published else None
    best = max(candidates, key=lambda date: (date.modifier == "before", date.latest != today))
    return _end_of(best)


def _is_placed(date: Date) -> bool:
    if date.type == "DURATION":
        return date.latest is not None
    return date.type in ("DATE", "TIME") and date.value not in _REFERENCES


def _end_of(date: Date) -> str | None:
    """The last day or period that `date` names, as precise as its words are; None for an hour
    of no day."""
    if date.type == "DURATION" and date.latest is not None:
        unit = "" if "T" in date.value else date.value[-1]
        return date.latest[: _PRECISION.get(unit, _DAY)]
    return date.value.rpartition("/")[2].partition("T")[0] or None


def _is_past(date: Date, published: str | None) -> bool:
    return bool(published and date.latest and date.latest < published[:_DAY])
