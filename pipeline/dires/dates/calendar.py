"""Calendar arithmetic: periods with their TIMEX3 value, first and last day.

Months and years are counted on the calendar, not in days; weeks are those of ISO 8601.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

SEASON_STARTS = {"SP": (3, 20), "SU": (6, 21), "FA": (9, 23), "WI": (12, 21)}
_SEASONS = list(SEASON_STARTS)
YEARS = {"W": 0.02, "WE": 0.02, "M": 1 / 12, "Q": 0.25, "HY": 0.5, "Y": 1, "DE": 10, "CE": 100}
"""Length of the longer units in years, roughly: to see whether a count leaves the calendar."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days with its TIMEX3 `value`; `last` is included."""

    value: str
    first: date
    last: date


def day(at: date) -> Period:
    """One day: ``2024-07-04``."""
    return Period(at.isoformat(), at, at)


def week(at: date) -> Period:
    """The ISO week that holds `at`: ``2024-W27``."""
    year, number, weekday = at.isocalendar()
    monday = at - timedelta(days=weekday - 1)
    return Period(f"{year:04}-W{number:02}", monday, monday + timedelta(days=6))


def weekend(at: date) -> Period:
    """Saturday and Sunday of the ISO week that holds `at`: ``2024-W27-WE``."""
    whole = week(at)
    return Period(f"{whole.value}-WE", whole.first + timedelta(days=5), whole.last)


def month(year: int, number: int) -> Period:
    """A month: ``2024-07``."""
    last = calendar.monthrange(year, number)[1]
    return Period(f"{year:04}-{number:02}", date(year, number, 1), date(year, number, last))


def quarter(year: int, number: int) -> Period:
    """A quarter of a year: ``2024-Q3``."""
    first, last = month(year, 3 * number - 2), month(year, 3 * number)
    return Period(f"{year:04}-Q{number}", first.first, last.last)


def half(year: int, number: int) -> Period:
    """A half of a year: ``2024-H1``."""
    first, last = month(year, 6 * number - 5), month(year, 6 * number)
    return Period(f"{year:04}-H{number}", first.first, last.last)


def season(year: int, name: str) -> Period:
    """A season, winter under the year in which it starts: ``2024-WI``."""
    index = _SEASONS.index(name)
    following = date(year + (name == "WI"), *SEASON_STARTS[_SEASONS[(index + 1) % 4]])
    return Period(
        f"{year:04}-{name}", date(year, *SEASON_STARTS[name]), following - timedelta(days=1)
    )


def years(first: int, count: int) -> Period:
    """`count` years (1, 10, 100 or 1000) from `first`: ``2024``, ``202``, ``20``, ``2``."""
    value = f"{first:04}"[: 5 - len(str(count))]
    return Period(value, date(max(first, 1), 1, 1), date(first + count - 1, 12, 31))


def add_months(at: date, count: int) -> date:
    """The same day `count` months on, or the last day of that month where it is shorter."""
    index = at.year * 12 + at.month - 1 + count
    year, number = divmod(index, 12)
    return date(year, number + 1, min(at.day, calendar.monthrange(year, number + 1)[1]))


def moved(at: date, unit: str, count: int) -> date:
    """The day `count` units from `at`; hours and less stay within the day they fill."""
    months = {"M": 1, "Q": 3, "HY": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}.get(unit)
    if months is not None:
        year = at.year + count * months / 12
        return add_months(at, count * months) if 1 < year < 9999 else at
    days = {"D": 1, "NI": 1, "W": 7, "WE": 7, "2W": 14, "H": 1 / 24, "MIN": 0.0, "S": 0.0}[unit]
    return at + timedelta(days=int(count * days)) if abs(count * days) < 300_000 else at


def shifted(unit: str, at: date, count: int) -> Period:
    """The period of kind `unit` that lies `count` units from the one that holds `at`."""
    match unit:
        case "D":
            return day(at + timedelta(days=count))
        case "W":
            return week(at + timedelta(weeks=count))
        case "WE":
            return weekend(at + timedelta(weeks=count))
        case "M":
            moved = add_months(at, count)
            return month(moved.year, moved.month)
        case "Q":
            moved = add_months(at, 3 * count)
            return quarter(moved.year, (moved.month + 2) // 3)
        case "HY":
            moved = add_months(at, 6 * count)
            return half(moved.year, (moved.month + 5) // 6)
        case "DE":
            return years((at.year // 10 + count) * 10, 10)
        case "CE":
            return years((at.year // 100 + count) * 100, 100)
        case "Y":
            return years(at.year + count, 1)
    raise ValueError(f"no calendar period of unit {unit!r}")


def nearest_weekday(at: date, weekday: int, toward: int, *, same: bool) -> date:
    """The first `weekday` (1 is Monday) before (-1) or after (+1) `at`; `same` lets `at` count."""
    distance = (weekday - at.isoweekday()) * toward % 7
    if distance == 0 and not same:
        distance = 7
    return at + timedelta(days=distance * toward)


def nth_weekday(within: Period, weekday: int, nth: int) -> date | None:
    """The nth `weekday` of a period, counted from its end where `nth` is negative."""
    if nth > 0:
        at = nearest_weekday(within.first, weekday, 1, same=True) + timedelta(weeks=nth - 1)
    else:
        at = nearest_weekday(within.last, weekday, -1, same=True) + timedelta(weeks=nth + 1)
    return at if within.first <= at <= within.last else None


def easter(year: int) -> date:
    """Easter Sunday (anonymous Gregorian algorithm, Nature 13, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    number, day_ = divmod(h + m - 7 * n + 114, 31)
    return date(year, number, day_ + 1)


def exists(year: int | None, number: int, day_: int) -> bool:
    """Whether a month has that day (29 February where the year is unknown)."""
    return 1 <= number <= 12 and 1 <= day_ <= calendar.monthrange(year or 2000, number)[1]
