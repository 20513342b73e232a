"""Recognizers-Text's French specs: sentences with numbers, units and date-times.

Conventions that differ, and what is done about it:

- A number there is any number word, whatever follows; here a number without a unit is a quantity
  only where nothing else stands around it. A range (*de zéro à dix*) is two numbers there.
- Names of units and currencies are long there (`UNITS`).
- A day, hour or week-day without its year has several values there, the last and the next one:
  ours, resolved against the reference, has to be one of them.
- Hours are written ``T20`` there, ``2016-11-07T20:00`` here; triples ``(start,end,duration)``
  are intervals here. A part of the day is a name without its day there.
- *quelques* is three there, ``X`` here.
- A unit without a number (*convertir en fahrenheit*) is nothing here and not asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from math import isclose
from typing import Any

from benchmarks.outside.cases import Case
from dires import dates, quantities
from dires.article import Date, Quantity

GROUPS = {
    "NumberModel": "number", "PercentModel": "percentage", "CurrencyModel": "currency",
    "DimensionModel": "dimension", "TemperatureModel": "temperature", "AgeModel": "age",
    "DateTimeModel": "date-time",
}  # fmt: skip
UNITS = {
    "Dollar": ("USD",), "Dollar États-Unis": ("USD",), "Dollar Canadien": ("CAD",),
    "Euro": ("EUR",), "Livre": ("GBP", "lb"), "Yen Japonais": ("JPY",), "Yuan Chinois": ("CNY",),
    "Mark Finlandais": ("FIM",), "Florins Néerlandais": ("NLG",), "Franc": ("franc", "FRF", "CHF"),
    "Cent": ("cent",), "Pence": ("penny",), "Pied": ("ft",), "Pieds cube": ("ft3",),
    "Gallon": ("gal",), "Mile": ("mi",), "Tonne": ("t",), "Tonne métrique": ("t",),
    "Kilomètres": ("km",), "Mètres": ("m",), "Millimètres": ("mm",), "Kilomètre carré": ("km2",),
    "C": ("degC",), "F": ("degF",), "Kelvin": ("K",), "Degré": ("deg", "degC"),
    "Ans": ("an", "ans"), "Mois": ("mois",), "Semaines": ("semaine",),
}  # fmt: skip


def judge(case: Case) -> tuple[str, bool, str] | None:
    """The verdict on one sentence; None for ordinals and where no value is asked for."""
    group = GROUPS.get(case["spec"])
    if group is None:
        return None
    text = case["input"]
    if group == "date-time":
        reference = datetime.fromisoformat(case["reference"])
        found = dates.find(text, published=reference)
        right = all(_dated(result, found) for result in case["results"])
        return group, right, str([(d.text, d.value) for d in found])
    wanted = [result["Resolution"] for result in case["results"]]
    wanted = [resolution for resolution in wanted if resolution.get("value") is not None]
    counted = quantities.find(text)
    words = str([(q.text, q.value, q.unit) for q in counted])
    if not wanted:
        if group != "number":
            counted = [q for q in counted if q.unit and group == "percentage"]
        return group, not [q for q in counted if q.unit is None], words
    return group, all(_counted(resolution, counted) for resolution in wanted), words


def _counted(wanted: Mapping[str, Any], found: list[Quantity]) -> bool:
    value = wanted["value"]
    percent = value.endswith("%")
    number = float(value.rstrip("%").replace(",", "."))
    units = ("percent",) if percent else UNITS.get(wanted.get("unit"))
    if "unit" in wanted and units is None:
        raise ValueError(f"no unit here for {wanted['unit']!r}: add it to UNITS")
    for quantity in found:
        values = [quantity.value, quantity.low, quantity.high]
        same = any(v is not None and isclose(v, number, rel_tol=1e-9) for v in values)
        if same and (units is None or quantity.unit in units):
            return True
    return False


def _dated(result: Mapping[str, Any], found: list[Date]) -> bool:
    start, end = result["Start"], result["Start"] + len(result["Text"])
    here = [date for date in found if date.start < end and start < date.end]
    return any(_agrees(value, date) for value in result["Resolution"]["values"] for date in here)


def _agrees(wanted: Mapping[str, str], found: Date) -> bool:
    timex, ours = wanted["timex"], found.value
    triple = re.fullmatch(r"\((.+),(.+),.+\)", timex)
    if triple:
        ends = ours.split("/")
        return len(ends) == 2 and all(
            _same(end, value, given)
            for end, value, given in zip(
                triple.groups(), ends, (wanted["start"], wanted["end"]), strict=True
            )
        )
    if "quelques" in found.text.lower():
        return ours == re.sub(r"\d+", "X", timex)
    return _same(timex, ours, wanted.get("value", ""))


def _same(timex: str, ours: str, given: str) -> bool:
    if timex == ours:
        return True
    day, _, time = timex.partition("T")
    our_day, _, our_time = ours.partition("T")
    if timex.startswith("P") or our_time[:2] != time[:2]:
        return False
    if len(time) > 2 and our_time.removesuffix(":00") != time.removesuffix(":00"):
        return False
    if len(time) == 2 and time.isdigit() and our_time != f"{time}:00":
        return False
    return not day or day == our_day or given.replace("T", " ").startswith(our_day)
