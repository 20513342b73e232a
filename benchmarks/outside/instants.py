"""TIMEX3 values as stretches of time, to compare them with the time stamps of other systems."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from dires.article import Date

GRAINS = ("year", "month", "week", "day", "hour", "minute", "second")
DAYPARTS = {"MO": (4, 12), "AF": (12, 19), "EV": (18, 24), "NI": (0, 4)}
"""Hours that Duckling gives the parts of the day, which TIMEX3 only names."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"T(\d\d)(?::(\d\d)(?::(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time, `end` exclusive, and the grain that its value is written in."""

    start: datetime
    end: datetime
    grain: str


def after(at: datetime, grain: str) -> datetime:
    """The instant one `grain` later."""
    if grain == "year":
        return at.replace(year=at.year + 1)
    if grain == "month":
        return at.replace(year=at.year + at.month // 12, month=at.month % 12 + 1)
    if grain == "quarter":
        return after(after(after(at, "month"), "month"), "month")
    return at + timedelta(**{f"{grain}s": 1})


def stretch(found: Date, reference: datetime) -> Stretch | None:
    """The time that a find stands for; None where it is a length of time or unresolved."""
    if found.value == "PRESENT_REF":
        return Stretch(reference, after(reference, "second"), "second")
    first, _, last = found.value.partition("/")
    start = _single(first, found, last=False)
    if not last:
        return start
    end = _single(last, found, last=True)
    return Stretch(start.start, end.end, end.grain) if start and end else None


def _single(value: str, found: Date, *, last: bool) -> Stretch | None:
    if "T" in value and not value.startswith("P"):
        return _clock(value)
    if found.earliest is None or found.latest is None:
        return None
    day = _DAY.fullmatch(value)
    if day:
        at = datetime.fromisoformat(value)
        return Stretch(at, after(at, "day"), "day")
    begin = datetime.fromisoformat(found.earliest)
    end = after(datetime.fromisoformat(found.latest), "day")
    if "/" in found.value and len(value) == 7:
        begin = datetime.fromisoformat(f"{value}-01")
        end = after(begin, "month")
    grain = "month" if re.fullmatch(r"\d{4}-\d\d", value) else "year"
    grain = "week" if "-W" in value and value[-2:].isdigit() else grain
    return Stretch(begin, end, grain)


def _clock(value: str) -> Stretch | None:
    day, _, rest = value.partition("T")
    if not _DAY.fullmatch(day):
        return None
    midnight = datetime.fromisoformat(day)
    time = _TIME.match(f"T{rest}")
    if time is None:
        part = DAYPARTS.get(rest[:2])
        hours = (timedelta(hours=hour) for hour in part) if part else None
        return Stretch(*(midnight + hour for hour in hours), "hour") if hours else None
    hour, minute, second = (int(number or 0) for number in time.groups())
    at = midnight + timedelta(hours=hour, minutes=minute, seconds=second)
    grain = "second" if time[3] else "minute"
    return Stretch(at, after(at, grain), grain)
