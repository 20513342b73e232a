"""EDS-NLP's date tests: sentences of clinical notes.

Absolute dates are compared without a reference date, part by part (``????-08-04`` is
``XXXX-08-04``). Relative ones, which EDS-NLP counts in days (a month has 30), are compared by the
unit and number of the expression: our value, resolved against the reference date, has to lie that
many calendar units before it. A length of time after *depuis* is a date there and a duration here;
the number and unit have to agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from benchmarks.outside.cases import Case
from dires.article import Date
from dires.dates import calendar, find

UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


def judge(case: Case) -> tuple[str, bool, str] | None:
    """The verdict on one sentence: every date found, with its value."""
    reference = date.fromisoformat(case["reference_date"])
    bare = find(case["text"])
    resolved = find(case["text"], published=reference)
    right = all(_found(ent, bare, resolved, reference) for ent in case["ents"])
    return "dates", right, str([(d.text, d.value) for d in bare])


def _found(ent: Mapping[str, Any], bare: list[Date], resolved: list[Date], reference: date) -> bool:
    relative = "direction" in ent or "mode" in ent
    for found in resolved if relative else bare:
        if found.start < ent["end"] and ent["start"] < found.end:
            return _relative(ent, found, reference) if relative else _absolute(ent, found)
    return False


def _absolute(ent: Mapping[str, Any], found: Date) -> bool:
    year, month, day = ent.get("year"), ent.get("month"), ent.get("day")
    value = f"{int(year):04}" if year else "XXXX"
    value += f"-{int(month):02}" if month else ""
    value += f"-{int(day):02}" if day else ""
    if "hour" in ent:
        value += f"T{int(ent['hour']):02}:{int(ent['minute']):02}"
    return found.value == value


def _relative(ent: Mapping[str, Any], found: Date, reference: date) -> bool:
    unit = next(unit for unit in UNITS if unit in ent)
    count = int(ent[unit])
    if found.type == "DURATION":
        return found.value == f"P{count}{UNITS[unit]}"
    if ent.get("mode") == "duration":
        return False
    if unit == "week":
        return found.value == calendar.week(reference - timedelta(weeks=count)).value
    return found.value == calendar.shifted(UNITS[unit], reference, -count).value
