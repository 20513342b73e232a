"""Meanings to values: what an expression says, tied to publication, context and tense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dires.dates import calendar, incomplete
from dires.dates.calendar import Period
from dires.dates.context import Context
from dires.dates.meaning import Fixed, Meaning, Moment, Span

UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
    "HY": "XXXX-HX", "Y": "XXXX", "DE": "XXX", "CE": "XX", "T": "XXXX-XX-XX", "SEASON": "XXXX",
}  # fmt: skip


_SUB_DAY = {"H": 3600, "MIN": 60, "S": 1}
"""Units below a day, in seconds."""

RECENT = 7
"""Days within which an hour of the past is that of the day that its paragraph named."""

UNLESS_TOLD = 3
"""As `toward`: ahead, unless the words around tell the past."""

FRIDAY = 5
SMALL_HOURS = "09:00"

CALENDAR_YEARS = (200, 9000)
"""Beyond these, *il y a quatre mille ans*, nothing is counted on the calendar."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 type and value with the first and last day it can mean."""

    type: str
    value: str
    first: date | None = None
    last: date | None = None
    modifier: str | None = None


def resolve(meaning: Meaning, context: Context) -> Resolved:
    """The value of `meaning`; unknown parts of it stay ``X``, never filled from today."""
    match meaning:
        case Fixed():
            return _fixed(meaning, context)
        case Span():
            return _span(meaning, context)
        case Moment():
            return _moment(meaning, context)
    raise TypeError(f"no value for {meaning!r}")


def _fixed(fixed: Fixed, context: Context) -> Resolved:
    """A duration that ends or begins with the publication has its first and last day."""
    here, toward = context.published, fixed.toward
    if toward == 2:
        toward = 1 if context.tense() == 1 else None
    if here is None or toward is None or fixed.amount is None or fixed.unit is None:
        return Resolved(fixed.type, fixed.value, modifier=fixed.modifier)
    other = calendar.moved(here, fixed.unit, int(fixed.amount) * toward)
    first, last = (other, here) if toward < 0 else (here, other)
    return Resolved(fixed.type, fixed.value, first, last, fixed.modifier)


def _span(span: Span, context: Context) -> Resolved:
    told = context.told.in_sentence or context.tense() == -1
    if span.start.unit == span.end.unit == "T" and not told:
        # Opening hours (*de 10 heures à 16 heures*) are those of any day.
        hours = f"{_time(span.start)}/{_time(span.end)}"
        return Resolved("TIME", hours, modifier=span.modifier)
    if _is_every_year(span, context):
        months = "/".join(f"XXXX-{end.month:02}" for end in (span.start, span.end))
        return Resolved("DATE", months, modifier=span.modifier)
    end = _moment(span.end, context)
    begin = span.start
    if end.first and begin.month and begin.year is None and begin.shift is None:
        begin = replace(begin, year=end.first.year, toward=None)
    if end.first and span.end.day and begin == Moment("D", weekday=begin.weekday):
        at = calendar.nearest_weekday(end.first, begin.weekday or 1, -1, same=False)
        begin = Moment("D", year=at.year, month=at.month, day=at.day)
    start = _moment(begin, context)
    if span.start.year is None and start.first and end.first and start.first > end.first:
        if begin.month is not None:
            start = _moment(replace(begin, year=end.first.year - 1), context)
        elif span.end.weekday is not None and start.first is not None:
            at = calendar.nearest_weekday(start.first, span.end.weekday, 1, same=False)
            named = replace(span.end, weekday=None, year=at.year, month=at.month, day=at.day)
            end = _moment(named, context)
    kind = "TIME" if "TIME" in (start.type, end.type) else "DATE"
    start, end = _in_order(start, end)
    value = start.value if start.value == end.value else f"{start.value}/{end.value}"
    return Resolved(kind, value, start.first, end.last, span.modifier)


def _is_every_year(span: Span, context: Context) -> bool:
    """*Le col ferme de novembre à mai*: months that no year and no tense ties to one year."""
    bare = all(end == Moment("M", month=end.month) and end.month for end in (span.start, span.end))
    return bare and context.tense() is None and context.prefer is None


def _in_order(start: Resolved, end: Resolved) -> tuple[Resolved, Resolved]:
    """*de 11h30 à 1h30*, *de 22 h à 2 h*: the later hour, or that of the next day."""
    day, _, first = start.value.partition("T")
    other, _, last = end.value.partition("T")
    if not (day and day == other and last[:2].isdigit() and last < first and end.first):
        return start, end
    hour = int(last[:2]) + 12
    if int(first[:2]) <= 12 and f"{hour}{last[2:]}" > first and hour < 20:
        return start, replace(end, value=f"{day}T{hour}{last[2:]}")
    if int(first[:2]) < 18:
        return start, end
    following = end.first + timedelta(days=1)
    value = f"{following.isoformat()}T{last}"
    return start, replace(end, value=value, first=following, last=following)


def _moment(moment: Moment, context: Context) -> Resolved:
    if moment.unit in _SUB_DAY:
        if context.instant and moment.shift is not None and moment.anchor == "now":
            return _shifted_instant(context.instant, moment)
        past = (moment.shift or context.tense() or -1) < 0
        return Resolved("DATE", "PAST_REF" if past else "FUTURE_REF")
    if _is_nowadays(moment, context):
        return Resolved("DATE", "PRESENT_REF")
    found = _period(moment, context)
    time = _time(moment)
    if isinstance(found, str):
        if moment.unit == "T":
            return Resolved("TIME", time, modifier=moment.modifier)
        return Resolved("TIME" if time else "DATE", found + time, modifier=moment.modifier)
    return Resolved(
        "TIME" if time else "DATE", found.value + time, found.first, found.last, moment.modifier
    )


def _shifted_instant(instant: datetime, moment: Moment) -> Resolved:
    """*dans deux heures*, to the minute or, for seconds, to the second."""
    at = instant + timedelta(seconds=(moment.shift or 0) * _SUB_DAY[moment.unit])
    precision = "seconds" if moment.unit == "S" else "minutes"
    day = at.date()
    return Resolved("TIME", at.isoformat(timespec=precision), day, day, moment.modifier)


def _is_nowadays(moment: Moment, context: Context) -> bool:
    """*aujourd'hui* as a word for the present age."""
    if moment.unit != "D" or moment.shift != 0 or moment.anchor != "now":
        return False
    bare = not (moment.clock or moment.daypart or moment.month or moment.weekday or moment.nth)
    return bare and (context.published is None or not context.event())


def _time(moment: Moment) -> str:
    if moment.clock:
        return f"T{moment.clock}{moment.zone or ''}"
    return f"T{moment.daypart}" if moment.daypart else ""


def _period(moment: Moment, context: Context) -> Period | str:
    """The period of the calendar, or its value with ``X`` where it cannot be known."""
    if moment.unit in ("W", "WE") and moment.nth is None and (moment.day or moment.weekday):
        day = _period(replace(moment, unit="D"), context)
        if isinstance(day, str):
            return UNKNOWN[moment.unit]
        return calendar.shifted(moment.unit, day.first, 0)
    if moment.toward == UNLESS_TOLD:
        told = context.near_tense() == -1 or incomplete.just_passed(moment, context)
        return _period(replace(moment, toward=None if told else 2), context)
    if moment.days and moment.unit == "D":
        day = _period(replace(moment, days=0), context)
        if isinstance(day, str):
            return UNKNOWN["D"]
        return calendar.day(day.first + timedelta(days=moment.days))
    if moment.nth is not None:
        return _counted(moment, context)
    if moment.shift is not None:
        return _shifted(moment, context)
    if moment.unit == "T":
        known = _day_of_clock(context)
        if known and context.told.after_night and moment.clock and moment.clock < SMALL_HOURS:
            known += timedelta(days=1)
        return calendar.day(known) if known else UNKNOWN["T"]
    if moment.holiday is not None and moment.unit == "Y":
        return incomplete.nearest_year(context)
    if moment.holiday is not None:
        return incomplete.yearly(
            moment, context, _holiday(moment.holiday), _unknown_day(moment.holiday)
        )
    if moment.season is not None:
        season = moment.season
        return incomplete.yearly(
            moment, context, lambda y: calendar.season(y, season), f"XXXX-{season}"
        )
    if moment.month is not None and moment.day is not None:
        return incomplete.day_of_month(moment, context, moment.month, moment.day)
    if moment.month is not None:
        month = moment.month
        return incomplete.yearly(
            moment, context, lambda y: calendar.month(y, month), f"XXXX-{month:02}"
        )
    if moment.day is not None and moment.weekday is not None:
        return incomplete.weekday_and_day(moment.weekday, moment.day, context)
    if moment.day is not None:
        return incomplete.bare_day(moment, context)
    if moment.weekday is not None:
        return incomplete.weekday(moment, context, moment.weekday)
    if moment.year is not None:
        return calendar.years(moment.year, {"DE": 10, "CE": 100}.get(moment.unit, 1))
    return UNKNOWN[moment.unit]


def _day_of_clock(context: Context) -> date | None:
    """The day of *à 22 heures*: the sentence's, else that of the publication.

    Told by an article that has named no day so far, the hour is any day's (*il se lève à 5 h*).
    """
    if context.in_body and not context.told.day and not context.prefer:
        return None
    if context.told.in_sentence or context.published is None:
        return context.told.in_sentence or context.published
    told = context.told.in_paragraph
    if told and 0 < (context.published - told).days <= RECENT and context.tense() == -1:
        return told
    return context.published


def _shifted(moment: Moment, context: Context) -> Period | str:
    anchor = context.published
    if moment.anchor == "then":
        anchor = _told_of(context)
        if moment.unit == "Y" and context.told.year:
            year = context.told.year + (moment.shift or 0)
            return calendar.years(year, 1) if year in range(*CALENDAR_YEARS) else UNKNOWN["Y"]
        if moment.unit == "M" and context.told.month:
            anchor = context.told.month
    if moment.anchor == "sentence":
        anchor = context.told.in_sentence or context.published
    if moment.anchor == "named":
        anchor = context.told.in_sentence
    shift = moment.shift or 0
    if anchor is None:
        return f"XXXX-{moment.season}" if moment.season else UNKNOWN[moment.unit]
    if moment.unit == "WE" and shift == 0 and _is_last_weekend(anchor, context):
        shift = -1
    if _is_last_night(moment, context) or (moment.toward == -1 and _is_early(moment, anchor)):
        shift = -1
    years = anchor.year + shift * calendar.YEARS.get(moment.unit, 0.003)
    if not CALENDAR_YEARS[0] < years < CALENDAR_YEARS[1]:
        return UNKNOWN[moment.unit]
    part_of_year = moment.month or moment.season or moment.holiday is not None
    if part_of_year and moment.anchor == "then" and context.told.year:
        anchor = _in_year(anchor, context.told.year)
    if moment.month is not None:
        year = anchor.year + shift
        if moment.day is not None and calendar.exists(year, moment.month, moment.day):
            return calendar.day(date(year, moment.month, moment.day))
        return calendar.month(year, moment.month)
    if moment.season is not None:
        return calendar.season(anchor.year + shift, moment.season)
    if moment.holiday is not None:
        return _holiday(moment.holiday)(anchor.year + shift)
    if moment.weekday is not None:
        monday = calendar.shifted("W", anchor, shift).first
        return calendar.day(monday + timedelta(days=moment.weekday - 1))
    return calendar.shifted(moment.unit, anchor, shift)


def _in_year(day: date, year: int) -> date:
    """`day` in another year, where there it exists; else the last of its month."""
    return calendar.add_months(day, 12 * (year - day.year))


def _told_of(context: Context) -> date | None:
    """The day that *la veille*, *le même jour* refer to: of the past, where the clause is."""
    here, mentioned = context.published, context.told.day
    if here and mentioned and mentioned > here and context.tense() == -1:
        return here
    return mentioned or here


def _is_last_weekend(here: date, context: Context) -> bool:
    """*ce week-end*, early in the week or in the past tense: the one just over."""
    tense = context.tense()
    if here.isoweekday() <= 2:
        return tense != 1 and context.prefer != 1
    return tense == -1 and here.isoweekday() < 6


def _is_early(moment: Moment, here: date) -> bool:
    """*la semaine écoulée*, before its Friday: the one before."""
    return moment.unit == "W" and here.isoweekday() < FRIDAY


def _is_last_night(moment: Moment, context: Context) -> bool:
    """*dans la nuit*, *dans la soirée* of the past, where the sentence names no day."""
    by_itself = moment.anchor == "sentence" and moment.daypart in ("NI", "EV")
    return by_itself and not context.told.in_sentence and context.near_tense() == -1


def _counted(moment: Moment, context: Context) -> Period | str:
    """The nth quarter, half or weekday of a year, month or season."""
    nth = moment.nth or 1
    within = replace(moment, nth=None, weekday=None, unit=moment.within or "Y")
    if moment.unit == "W":
        return incomplete.week_number(moment, context, nth)
    if moment.unit in ("Q", "HY"):
        parts = 4 if moment.unit == "Q" else 2
        rank = nth if nth > 0 else parts + 1 + nth
        make = calendar.quarter if moment.unit == "Q" else calendar.half
        if moment.year is None and moment.shift is None:
            return incomplete.yearly(
                moment, context, lambda y: make(y, rank), f"XXXX-{moment.unit[0]}{rank}"
            )
        whole = _period(within, context)
        if isinstance(whole, str):
            return f"{whole}-{moment.unit[0]}{rank}"
        return make(whole.first.year, rank)
    whole = _period(within, context)
    if isinstance(whole, str):
        return UNKNOWN[moment.unit]
    if moment.weekday is None:
        at = whole.first + timedelta(nth - 1) if nth > 0 else whole.last + timedelta(nth + 1)
        return calendar.day(at)
    weekday = calendar.nth_weekday(whole, moment.weekday, nth)
    if weekday is None:
        return UNKNOWN[moment.unit]
    return calendar.shifted(moment.unit, weekday, 0)


def _unknown_day(holiday: str | int) -> str:
    return UNKNOWN["D"] if isinstance(holiday, int) else f"XXXX-{holiday}"


def _holiday(name: str | int) -> Callable[[int], Period]:
    if isinstance(name, int):
        return lambda year: calendar.day(calendar.easter(year) + timedelta(days=name))
    month, day = map(int, name.split("-"))
    return lambda year: calendar.day(date(year, month, day))
