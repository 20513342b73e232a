"""chrono's French tests: short English-style reminders, with the parts of the date expected.

chrono gives an instant: the part that an expression leaves out is taken from the reference (*la
semaine prochaine* is the same weekday a week on). TIMEX3 gives the period, so that only the parts
that our value has are compared, for a week that the instant lies in it. A length of time (*pour 5
minutes*) is its end there, counted from the reference, and a duration here. Hours of parts of the
day (*ce matin* is 6 or 8 o'clock there) are names here, and have to cover that hour. *quelques*
is three there and no number here: *dans quelques mois* is ``FUTURE_REF``. Hours of any day
(``T13:00/T15:00``) are those of the reference's day there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from benchmarks.outside.cases import Case
from benchmarks.outside.instants import after, stretch
from dires.article import Date
from dires.dates import find

PARTS = ("year", "month", "day", "hour", "minute", "second")
_JS = re.compile(r"new Date\(([\d\s,\-]+)\)")
_LENGTH = re.compile(r"P(T?)(\d+)([SMHDWY])")


def judge(case: Case) -> tuple[str, bool, str] | None:
    """The verdict on one sentence."""
    reference = _instant(case["reference_js"]) or datetime(2012, 8, 10)
    prefer = "future" if "forward dates only" in case["input"] else None
    found = find(case["input"], published=reference, prefer=prefer)
    words = str([(d.text, d.value) for d in found])
    expected = _expected(case)
    if not expected:
        return None
    if "quelques" in case["input"]:
        return "dates", [date.value for date in found] == ["FUTURE_REF"], words
    if case["text"] and len(found) > 1:
        start = case["input"].find(case["text"])
        end = start + len(case["text"])
        found = [date for date in found if date.start < end and start < date.end]
    ends = [case["start"], case["end"]] if case["end"] else [expected]
    right = len(found) == 1 and _same(ends, found[0], reference)
    return "dates", right, words


def _expected(case: Case) -> Mapping[str, int]:
    if case["start"]:
        return case["start"]  # type: ignore[no-any-return]
    instants = [_instant(text) for text in case["dates_js"]]
    if not instants or instants[0] is None:
        return {}
    return {part: getattr(instants[0], part) for part in PARTS}


def _same(ends: list[Mapping[str, int]], found: Date, reference: datetime) -> bool:
    length = _LENGTH.fullmatch(found.value)
    if length:
        return _covers(ends[0], *_shifted(reference, length, found))
    values = found.value.split("/") if len(ends) == 2 else [found.value]
    if len(values) != len(ends):
        return False
    for value, end in zip(values, ends, strict=True):
        if value.startswith("T"):
            value = f"{reference:%Y-%m-%d}{value}"
        if "timezoneOffset" in end:
            zone = re.search(r"([+-])(\d\d):(\d\d)$", value)
            offset = int(f"{zone[1]}1") * (int(zone[2]) * 60 + int(zone[3])) if zone else 0
            if offset != end["timezoneOffset"]:
                return False
            continue
        clear = re.sub(r"(?<=T\d\d:\d\d)([+-]\d\d:\d\d|Z)$", "", value)
        bounds = {"earliest": clear[:10], "latest": clear[:10]} if len(ends) == 2 else {}
        period = stretch(_replace(found, value=clear, **bounds), reference)
        same_day = reference if "day" in end or period is None else period.start
        if period is None or not _covers(end, period.start, period.end, same_day):
            return False
    return True


def _replace(found: Date, **changes: str) -> Date:
    return Date.from_dict(found.to_dict() | changes)


def _covers(
    wanted: Mapping[str, int], start: datetime, end: datetime, reference: datetime | None = None
) -> bool:
    """Whether the instant that `wanted` names lies in the stretch; named parts alone count."""
    known = {part: wanted[part] for part in PARTS if part in wanted}
    reference = reference or start
    at = reference.replace(**{"hour": 0, "minute": 0, "second": 0, "microsecond": 0} | known)
    if "hour" in known:
        return start <= at < end
    return start < after(at, "day") and at < end


def _shifted(
    reference: datetime, length: re.Match[str], found: Date
) -> tuple[datetime, datetime, datetime]:
    count = int(length[2])
    grain = {"S": "second", "H": "hour", "D": "day", "W": "week", "Y": "year"}.get(length[3])
    grain = grain or ("minute" if length[1] else "month")
    sign = -1 if re.search(r"derni|précéd|pass", found.text) else 1
    at = reference
    if sign > 0:
        for _ in range(count):
            at = after(at, grain)
    else:
        days = {"month": 30.5, "year": 365.25}.get(grain)
        at -= timedelta(days=days * count) if days else timedelta(**{f"{grain}s": count})
    return at, after(at, "second" if grain in ("second", "minute", "hour") else "day"), reference


def _instant(text: str | None) -> datetime | None:
    match = _JS.fullmatch(text or "")
    if match is None:
        return None
    numbers = []
    for part in match[1].split(","):
        left, _, right = part.strip().partition("-")
        numbers.append(int(left or 0) - int(right or 0))
    if len(numbers) < 3 or numbers[0] < 1:
        return None
    return datetime(numbers[0], numbers[1] + 1, *numbers[2:6])
