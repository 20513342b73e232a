"""Dates, times, durations and sets, with their TIMEX3 values."""

from __future__ import annotations

from dires.article import Date
from dires.dates.finder import find
from dires.dates.timex import timex3

__all__ = ["Date", "find", "timex3"]
