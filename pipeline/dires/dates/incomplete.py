"""Incomplete dates: the year, month or week that the words leave out.

Decided by the words themselves (*prochain*), else by the tense of the clause, else by nearness to
the publication; without a publication date the value keeps its gaps.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dires.dates import calendar
from dires.dates.calendar import Period
from dires.dates.context import Context
from dires.dates.meaning import Moment

NEAR_DAYS = 60
"""A day or month without its year that lies nearer than this is meant, whatever the tense."""


FAR_DAYS = 75
"""Beyond this from the publication, an article that names a day goes on telling of its month."""

UNLIKELY_DAYS = 345
"""No day or month without its year lies ahead so far, where a near one has just passed."""

SAME_WEEK = 7
"""A weekday without a tense is taken to be near one that its sentence names, this close by."""


def yearly(
    moment: Moment, context: Context, make: Callable[[int], Period], unknown: str
) -> Period | str:
    """What comes once a year: the year that is named, or the one that direction asks for."""
    if moment.year is not None:
        return make(moment.year)
    if context.published is None:
        return unknown
    here = context.published
    candidates = [make(here.year + offset) for offset in (-2, -1, 0, 1, 2)]
    toward = moment.toward
    if moment.anchor == "then" and context.told.last and toward in (-1, 1):
        return _beside_mentioned(make, context.told.last, toward)
    if toward == 0:
        running = [p for p in candidates if p.first <= here <= p.last]
        return running[0] if running else candidates[2]
    nearest = min(candidates, key=lambda p: _distance(p, here))
    if toward == -1:
        return [p for p in candidates if p.last < here][-1]
    if toward == 1:
        return next(p for p in candidates if p.first > here)
    bounded = moment.modifier == "before" and toward == 2
    just_over = nearest.last < here and _distance(nearest, here) < NEAR_DAYS
    if bounded and just_over and context.near_tense() == -1:
        return nearest  # "avant Noël, on m'a reproché…"
    if toward is not None:
        return _first_fitting(candidates, here, toward)
    toward = context.tense()
    if toward is None and context.prefer is not None:
        return _first_fitting(candidates, here, context.prefer)
    if toward is None:
        return nearest
    fitting = _first_fitting(candidates, here, toward)
    ahead = toward > 0 and context.near_tense() == toward
    ahead = ahead and _distance(fitting, here) < UNLIKELY_DAYS
    behind = toward < 0 and moment.season and nearest.first > here
    if not (ahead or behind) and _distance(nearest, here) < NEAR_DAYS:
        return nearest
    return fitting


def _beside_mentioned(make: Callable[[int], Period], told: date, toward: int) -> Period:
    """*l'été suivant*: the first after what the text named last, or the last before it."""
    candidates = [make(told.year + offset) for offset in (-2, -1, 0, 1, 2)]
    if toward > 0:
        return next(p for p in candidates if p.first > told)
    return [p for p in candidates if p.last < told][-1]


def just_passed(moment: Moment, context: Context) -> bool:
    """Whether a day or month of this year lies a little behind the publication."""
    here = context.published
    if here is None or moment.month is None or moment.year is not None:
        return False
    day = min(moment.day or 28, 28)
    last = date(here.year - (moment.month > here.month), moment.month, day)
    return 0 < (here - last).days < NEAR_DAYS


def week_number(moment: Moment, context: Context, number: int) -> Period | str:
    """*semaine 42* of the year that is named, or of the publication's."""
    year = moment.year or (context.published.year if context.published else None)
    if year is None:
        return f"XXXX-W{number:02}"
    return calendar.shifted("W", calendar.week(date(year, 1, 4)).first, number - 1)


def nearest_year(context: Context) -> Period | str:
    """The year whose first day is nearest to the publication."""
    if context.published is None:
        return "XXXX"
    return calendar.years((context.published + timedelta(days=183)).year, 1)


def _first_fitting(candidates: list[Period], here: date, toward: int) -> Period:
    """The last period that has begun (past) or the first that has not ended (future)."""
    if toward < 0:
        return [p for p in candidates if p.first <= here][-1]
    return next(p for p in candidates if p.last >= here)


def _distance(period: Period, here: date) -> int:
    if period.first <= here <= period.last:
        return 0
    return min(abs((period.first - here).days), abs((period.last - here).days))


def day_of_month(moment: Moment, context: Context, month: int, day: int) -> Period | str:
    """*le 30 juin*: with a weekday the year in which it falls on it, else as `yearly`."""
    if moment.year is not None:
        return calendar.day(date(moment.year, month, day))
    if context.published is None:
        return f"XXXX-{month:02}-{day:02}"
    here = context.published
    if moment.weekday is not None:
        for offset in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5):
            year = here.year + offset
            if calendar.exists(year, month, day):
                at = date(year, month, day)
                if at.isoweekday() == moment.weekday and abs((at - here).days) < 330:
                    return calendar.day(at)
    if (month, day) == (2, 29):
        leap = [y for y in range(here.year - 8, here.year + 9) if calendar.exists(y, 2, 29)]
        return calendar.day(date(min(leap, key=lambda y: abs(y - here.year)), 2, 29))
    return yearly(moment, context, lambda y: calendar.day(date(y, month, day)), "")


def bare_day(moment: Moment, context: Context) -> Period | str:
    """*le 3*: of the month that its sentence named, else on the side that the tense says.

    Without a tense, of the month of the day mentioned last, or of the publication.
    """
    day, here = moment.day or 1, context.published
    if context.prefer is not None and context.told.day is None and here is not None:
        return _next_day(day, here, context.prefer)
    known = context.told.day or here
    toward = moment.toward or context.tense()
    if context.told.month_in_sentence:
        named = _next_day(day, context.told.month_in_sentence, 1)
        if not here or not toward or isinstance(named, str):
            return named
        if (named.first - here).days * toward >= 0:
            return named
    far = known and here and toward and (known - here).days * toward > FAR_DAYS
    if here and toward and not far:
        return _next_day(day, here, 1 if toward > 0 else -1)
    if known is None or not calendar.exists(known.year, known.month, day):
        return f"XXXX-XX-{day:02}"
    return calendar.day(known.replace(day=day))


def _next_day(day: int, here: date, toward: int) -> Period | str:
    """The nearest such day of a month on one side of `here`."""
    for months in range(12):
        at = calendar.add_months(here.replace(day=1), months * toward)
        if calendar.exists(at.year, at.month, day):
            found = at.replace(day=day)
            if (found - here).days * toward >= 0:
                return calendar.day(found)
    return f"XXXX-XX-{day:02}"


def weekday_and_day(weekday: int, day: int, context: Context) -> Period | str:
    """*le lundi 8*: the nearest day that is both."""
    if context.published is None:
        return f"XXXX-XX-{day:02}"
    directions = (1, -1) if context.prefer is None else (context.prefer,)
    for distance in range(400):
        for direction in directions:
            at = context.published + timedelta(days=distance * direction)
            if at.day == day and at.isoweekday() == weekday:
                return calendar.day(at)
    return f"XXXX-XX-{day:02}"


def _ahead(context: Context) -> date | None:
    """The day to come that the paragraph named last: what follows in it lies ahead too."""
    told, here = context.told.in_paragraph, context.published
    return told if told and here and told > here else None


def _beside(at: date, weekday: int) -> date:
    """*jusqu'à jeudi, peut-être vendredi*: the weekday nearest to the day before it."""
    distance = (weekday - at.isoweekday()) % 7
    return at + timedelta(days=distance if distance <= 3 else distance - 7)


def weekday(moment: Moment, context: Context, weekday: int) -> Period | str:
    """*mardi*: before or after the publication, as the tense says; before, where it does not."""
    if moment.anchor == "then" and context.told.day is not None:
        return calendar.day(calendar.nearest_weekday(context.told.day, weekday, 1, same=False))
    if context.published is None:
        return f"XXXX-WXX-{weekday}"
    toward = moment.toward
    if toward == 0:
        if context.published.isoweekday() == weekday:
            return calendar.day(context.published)
        tense = context.tense() or (1 if moment.modifier == "start" else -1)
        return calendar.day(calendar.nearest_weekday(context.published, weekday, tense, same=True))
    if toward is None and context.prefer is not None and context.tense() is None:
        near = calendar.nearest_weekday(context.published, weekday, context.prefer, same=False)
        return calendar.day(near)
    beside = (context.told.in_sentence or _ahead(context)) if toward is None else None
    if beside and abs((beside - context.published).days) <= SAME_WEEK and context.tense() is None:
        return calendar.day(_beside(beside, weekday))
    same = toward is None or abs(toward) == 2
    toward = -1 if (toward or context.tense() or (1 if moment.clock else -1)) < 0 else 1
    at = calendar.nearest_weekday(context.published, weekday, toward, same=same)
    return calendar.day(at)
