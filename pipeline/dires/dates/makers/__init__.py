"""What the rules' ``make`` names: functions from matched words to meanings.

Each takes the matched `Words` and the rule's constants, and returns a meaning (or a number), or
None where the words are no time expression after all: 31 June, the year in *2000 euros*.
"""

from __future__ import annotations

from collections.abc import Callable

from dires.dates.makers import (
    bare_year,
    composed,
    dropped,
    lengths,
    names,
    numbers,
    numeric,
    points,
    relations,
    times,
)
from dires.dates.makers.words import Constants, Words
from dires.dates.meaning import Meaning

Maker = Callable[[Words, Constants], Meaning | int | None]

MAKERS: dict[str, Maker] = {
    maker.__name__: maker
    for maker in (
        bare_year.year,
        composed.bare_days,
        composed.fixed,
        composed.interval,
        composed.modify,
        composed.nth_day,
        composed.nth_part,
        composed.nth_weekday,
        composed.nth_weekend,
        dropped.age,
        dropped.age_group,
        dropped.age_of,
        dropped.asked,
        dropped.at_line_start,
        dropped.nothing,
        dropped.some_day,
        lengths.clock_length,
        lengths.clock_length_of,
        lengths.duration,
        lengths.duration_alone,
        lengths.duration_range,
        lengths.duration_tied,
        lengths.each,
        lengths.every_day_of_year,
        lengths.every_season,
        lengths.habitual,
        lengths.minutes_length,
        lengths.one_in,
        lengths.rate,
        lengths.weekly,
        names.capital,
        names.feast,
        names.hyphenated_day,
        names.season,
        names.season_of_year,
        numbers.number,
        numeric.iso,
        numeric.month_short_year,
        numeric.month_slash_year,
        numeric.numeric,
        numeric.slashed,
        numeric.slashed_bare,
        numeric.spaced,
        points.bare_day,
        points.century,
        points.day_of_month,
        points.decade,
        points.decades,
        points.marked,
        points.moment,
        points.month,
        points.nth,
        points.nth_relative,
        points.week_number,
        points.weekday_day,
        points.years,
        relations.day_after,
        relations.delay,
        relations.in_the_week,
        relations.new_year,
        relations.period,
        relations.same_day,
        relations.shift,
        relations.shift_bare,
        relations.the_weekend,
        relations.week_of,
        relations.weekday_in,
        relations.weekday_of_week,
        relations.whole,
        relations.within,
        times.at,
        times.at_hours,
        times.bare_day_at,
        times.clock,
        times.clock_and,
        times.clock_open_range,
        times.clock_range,
        times.clocks_at,
        times.daily_hours,
        times.dawn,
        times.day_hours,
        times.night,
        times.part_of_day,
        times.part_of_this_day,
        times.that_daypart,
        times.the_daypart,
        times.this_day,
        times.this_daypart,
        times.weekday_hours,
    )
}

__all__ = ["MAKERS", "Constants", "Maker", "Words"]
