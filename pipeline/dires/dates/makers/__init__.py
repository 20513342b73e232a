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
    numbers,
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
        composed.fixed,
        composed.interval,
        composed.modify,
        composed.bare_days,
        composed.nth_day,
        composed.nth_part,
        composed.nth_weekend,
        composed.nth_weekday,
        dropped.age,
        dropped.age_of,
        dropped.age_group,
        dropped.asked,
        dropped.at_line_start,
        dropped.nothing,
        dropped.some_day,
        lengths.clock_length,
        lengths.duration,
        lengths.duration_alone,
        lengths.duration_tied,
        lengths.duration_range,
        lengths.clock_length_of,
        lengths.habitual,
        lengths.minutes_length,
        lengths.every_season,
        lengths.every_day_of_year,
        lengths.rate,
        lengths.each,
        lengths.one_in,
        lengths.weekly,
        numbers.number,
        points.bare_day,
        points.capital,
        points.century,
        points.day_of_month,
        points.decades,
        points.hyphenated_day,
        points.week_number,
        points.feast,
        points.season_of_year,
        points.month_short_year,
        points.month_slash_year,
        points.nth_relative,
        points.season,
        points.marked,
        points.decade,
        points.iso,
        points.moment,
        points.month,
        points.nth,
        points.numeric,
        points.slashed,
        points.slashed_bare,
        points.spaced,
        bare_year.year,
        points.years,
        relations.day_after,
        relations.in_the_week,
        relations.new_year,
        relations.period,
        relations.same_day,
        relations.shift,
        relations.shift_bare,
        relations.within,
        relations.week_of,
        relations.weekday_in,
        relations.weekday_of_week,
        relations.whole,
        times.at,
        times.bare_day_at,
        times.clock,
        times.clock_and,
        times.clock_open_range,
        times.clocks_at,
        times.dawn,
        times.that_daypart,
        times.part_of_day,
        times.part_of_this_day,
        times.this_day,
        times.this_daypart,
        times.clock_range,
        times.night,
    )
}

__all__ = ["MAKERS", "Constants", "Maker", "Words"]
