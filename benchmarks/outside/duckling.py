"""Duckling's French corpora: phrases with the values that Duckling resolves them to.

Conventions that differ, and what is done about it:

- Duckling gives time stamps with a grain, TIMEX3 the period itself: *la semaine dernière* is
  ``2013-02-04``, grain week, there, ``2013-W06`` here. Both are taken as stretches of time.
- After *dans* and *il y a* Duckling keeps one grain more than is named (*il y a deux ans*:
  February 2011); TIMEX3 keeps the unit that is named. The stamp has to lie in our period.
- Interval ends are exclusive there; an end *16h* is the end of that hour, *11h30* of that minute.
- Parts of the day have hours there, and so have *début*, *milieu*, *fin*; TIMEX3 has names and
  modifiers. Hours are `instants.DAYPARTS`; a modifier agrees where Duckling's interval lies in
  that part of our period.
- Week-ends start on Friday at 18 h there, on Saturday in TIMEX3; seasons differ by a day or two.
- *les trois prochains mois* is an interval of whole months there, a length tied to the publication
  here: number, unit and side have to agree (below a day there is no side here). A numbered week
  of a month has a date there, and is a part of the month here.
- *en fin de journée* starts at 17 h there and is the evening (``TEV``) here.
- A date without a year or week is the next one there: ``find(…, prefer="future")``.
- Currencies and units have other names (`UNITS`); *degré* without a scale is an angle or a
  temperature here. Comparisons (*plus de*) are modifiers here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from math import isclose
from typing import Any

from benchmarks.outside.cases import Case
from benchmarks.outside.instants import Stretch, after, stretch
from dires import dates, quantities
from dires.article import Date, Quantity

GROUPS = {
    "AmountOfMoney": "money", "Distance": "distance", "Duration": "duration",
    "Numeral": "numeral", "Temperature": "temperature", "Time": "time", "Volume": "volume",
}  # fmt: skip
"""Ordinals are no quantities here; cups of coffee are counted nouns."""
UNITS = {
    "Dollar": ("USD",), "USD": ("USD",), "EUR": ("EUR",), "GBP": ("GBP",), "Pound": ("GBP",),
    "ILS": ("ILS",), "Rial": ("IRR", "OMR", "YER", "rial"), "Riyal": ("SAR", "QAR", "riyal"),
    "Kilometre": ("km",), "Metre": ("m",), "Centimetre": ("cm",), "Celsius": ("degC",),
    "Fahrenheit": ("degF",), "Degree": ("deg", "degC"), "Millilitre": ("mL",),
    "Centilitre": ("cL",), "Gallon": ("gal",), "Hectolitre": ("hL",), "Litre": ("L",),
}  # fmt: skip
DURATIONS = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W",
    "month": "P{}M", "year": "P{}Y",
}  # fmt: skip

_COUNTED = re.compile(r"dans |il y a |.* (?:plus tard|plus tôt|après|avant)$", re.IGNORECASE)


def judge(case: Case) -> tuple[str, bool, str] | None:
    """The verdict on one phrase; None for kinds of value that neither stage is about."""
    group = GROUPS.get(case["dim"])
    if group is None:
        return None
    text, value = case["text"], case["value"]
    if group in ("time", "duration"):
        reference = datetime.fromisoformat(case.get("reference_time", "2013-02-12T04:30")[:19])
        found = dates.find(text, published=reference, prefer="future")
        kinds = {"DURATION"} if group == "duration" else {"DATE", "TIME", "DURATION"}
        found = [date for date in found if date.type in kinds]
        if value is None:
            right = not found
        elif group == "duration":
            right = len(found) == 1 and found[0].value == _duration(value)
        else:
            right = len(found) == 1 and same_time(value, found[0], reference)
        return group, right, str([(d.text, d.value, d.modifier) for d in found])
    counted = quantities.find(text)
    right = len(counted) == 1 and _same_quantity(group, value, counted[0])
    return group, right, str([(q.text, q.value, q.unit, q.modifier) for q in counted])


def _duration(value: Mapping[str, Any]) -> str:
    if value["unit"] == "quarter":
        return f"P{value['value'] * 3}M"
    return DURATIONS[value["unit"]].format(value["value"])


def same_time(value: Mapping[str, Any], found: Date, reference: datetime) -> bool:
    """Whether a find stands for Duckling's time value."""
    start, grain = _stamp(value["from"]), value["grain"]
    ours = stretch(found, reference)
    if found.type == "DURATION":
        return _same_length(value, found, reference)
    if ours is None:
        return False
    if value["grain"] == "week" and found.modifier in ("start", "end"):
        return _in_part(found.modifier, ours, start, min(after(start, "week"), ours.end))
    if value["type"] == "open_interval":
        wanted = "after" if value["direction"] == "After" else "before"
        return found.modifier == wanted and ours.start == start
    if value["type"] == "value":
        if found.modifier in ("start", "mid", "end"):
            return False
        if not _COUNTED.match(found.text) and grain != "hour" and ours.grain != grain:
            return False
        return ours.start <= start < ours.end and _comparable(ours.grain, grain)
    end = _stamp(value["to"])
    if found.modifier in ("start", "mid", "end"):
        part = _in_part(found.modifier, ours, start, end)
        return part or _in_evening(found, ours, start, end)
    if found.value.endswith("-WE"):
        return ours.start - timedelta(hours=6) == start and ours.end == end
    if grain == "day" and found.value[-3:] in ("-SP", "-SU", "-FA", "-WI"):
        near = timedelta(days=3)
        return abs(ours.start - start) <= near and abs(ours.end - end) <= near
    if "T" in found.value and found.value[-2:].isdigit():
        last = ours.end - (after(ours.end, ours.grain) - ours.end)
        return ours.start == start and after(last, grain) == end
    return ours.start == start and ours.end == end


def _same_length(value: Mapping[str, Any], found: Date, reference: datetime) -> bool:
    """*les trois prochains mois*: number, unit, and the side of the publication."""
    if value["type"] != "interval":
        return False
    start, end, grain = _stamp(value["from"]), _stamp(value["to"]), value["grain"]
    count = 0
    while start < end:
        start, count = after(start, grain), count + 1
    if found.value != DURATIONS[grain].format(count):
        return False
    if grain in ("second", "minute", "hour"):
        return True
    past = end <= reference
    return (found.latest if past else found.earliest) == reference.date().isoformat()


def _comparable(ours: str, theirs: str) -> bool:
    """Whether our grain is theirs or the next coarser one; hours are written to the minute here."""
    if theirs == "hour" and ours == "minute":
        return True
    steps = {"second": "minute", "minute": "hour", "hour": "day", "month": "year"}
    return (
        ours == theirs
        or (theirs == "day" and ours in ("week", "month"))
        or (steps.get(theirs) == ours)
    )


def _in_evening(found: Date, ours: Stretch, start: datetime, end: datetime) -> bool:
    return "journée" in found.text and start < ours.end and ours.start < end


def _in_part(part: str, ours: Stretch, start: datetime, end: datetime) -> bool:
    """Whether an interval lies in the first, middle or last part of our period."""
    if not ours.start <= start < end <= ours.end:
        return False
    middle = ((start + (end - start) / 2) - ours.start) / (ours.end - ours.start)
    low, high = {"start": (0, 0.5), "mid": (0.25, 0.75), "end": (0.5, 1)}[part]
    return low <= middle <= high


def _stamp(text: str) -> datetime:
    """A time stamp; Duckling's corpora write 00 for the month or day that a grain leaves out."""
    date, _, time = text.partition("T")
    date = "-".join(part if part != "00" else "01" for part in date.split("-"))
    return datetime.fromisoformat(f"{date}T{time}")


def _same_quantity(group: str, value: Mapping[str, Any], found: Quantity) -> bool:
    unnamed = value.get("unit") == "Unnamed"
    if group != "numeral" and not unnamed and found.unit not in UNITS.get(value["unit"], ()):
        return False
    if value.get("type") == "interval":
        return (found.low, found.high) == (value["from"], value["to"])
    if value.get("type") == "open_interval":
        wanted = "more" if value["direction"] == "After" else "less"
        bound = value.get("from", value.get("to"))
        return found.modifier == wanted and found.value == bound
    return found.value is not None and isclose(found.value, value["value"])
