"""Hours and parts of the day."""

from __future__ import annotations

import re
from dataclasses import replace

from dires.dates.makers.words import Constants, Words, compiled
from dires.dates.meaning import Meaning, Moment, Span


def clock(words: Words, constants: Constants) -> Meaning | None:
    """An hour of the day: ``T14:30``, with ``Z`` or an offset where a zone is named."""
    if "clock" in words.values:
        parts = re.split(r"[h:]", words.first("clock"))
        hour, minute = int(parts[0]), int(parts[1] or 0)
        seconds = f":{parts[2]}" if len(parts) > 2 else ""
    elif "noon" in words.values:
        hour, minute = map(int, words.first("noon").split(":"))
        minute, seconds = words.first("minute", 0), ""
    else:
        hour, minute, seconds = words.first("hour"), words.first("minute", 0), ""
    if "clock" not in words.values and compiled(_OF).match(words.text, words.end):
        return None
    part = words.first("daypart")
    if hour < 12 and (part == "EV" or (part == "AF" and hour < 8)):
        hour += 12
    if hour > 24 or (hour == 24 and minute):
        return None
    zone = words.first("zone")
    if zone == "Z" and "offset" in words.values:
        sign = "-" if compiled(r"-\s?\d+$").search(words.written) else "+"
        zone = f"{sign}{words.first('offset'):02}:00"
    return Moment("T", clock=f"{hour % 24:02}:{minute:02}{seconds}", zone=zone)


_OF = r" (?:de |du |d')"


def clock_range(words: Words, constants: Constants) -> Meaning | None:
    """*de 10 heures à 13 heures 30*."""
    start, end = words.first("from"), words.first("to")
    minutes = words.values.get("minute", [])
    if start >= end or len(minutes) > 1 or compiled(_OF).match(words.text, words.end):
        return None
    last = minutes[0] if minutes else 0
    return Span(Moment("T", clock=f"{start:02}:00"), Moment("T", clock=f"{end:02}:{last:02}"))


def at(words: Words, constants: Constants) -> Meaning | None:
    """A date with a part of the day or an hour: *hier soir*, *mardi vers 15 heures*."""
    base = words.first("date") or words.first("day_date") or Moment("T")
    if not isinstance(base, Moment):
        return None
    daypart = words.first("daypart") or constants.get("daypart") or None
    inner = words.first("time")
    changes: Constants = {}
    if isinstance(inner, Moment):
        if inner.clock and base.unit not in ("D", "T"):
            return None
        changes = {"clock": inner.clock, "zone": inner.zone, "daypart": inner.daypart}
    if daypart:
        changes["daypart"] = daypart
    return replace(base, modifier=constants.get("modifier", base.modifier), **changes)


def night(words: Words, constants: Constants) -> Meaning | None:
    """*la nuit de lundi à mardi*: the night that starts on the first day."""
    start, end = words.first("from"), words.first("day_date")
    if isinstance(start, int):
        start = replace(end, day=start, weekday=None)
    return replace(start, daypart="NI") if isinstance(start, Moment) else None
