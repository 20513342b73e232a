"""What an expression means before it is tied to the calendar.

The rules build meanings from words alone; `resolve` ties them to the publication date, to the
dates that the article mentioned before, and to the tense of the clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["now", "then", "sentence", "named"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or period of the calendar, as far as the words give it.

    `unit` is the period meant (``D W WE M Q HY SEASON Y DE CE T``), counted `shift` units from
    `anchor` where `shift` is set, else given by the calendar fields. The anchor is ``now`` the
    publication, ``then`` the date mentioned before, ``sentence`` that of the same sentence or
    else the publication, ``named`` that of the same sentence or nothing.

    `toward` says where an incomplete date lies: -1 before, 0 in the running period, 1 after the
    publication, None unknown; -2 and 2 let the running period count too, 3 is 2 unless the clause
    tells the past. `days` are added to a
    day. `nth` counts units or weekdays within the period that the other fields give, which
    is a `within` (-1 is the last).
    """

    unit: str
    shift: int | None = None
    anchor: Anchor = "now"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    nth: int | None = None
    within: str | None = None
    holiday: str | int | None = None
    toward: int | None = None
    days: int = 0
    clock: str | None = None
    zone: str | None = None
    daypart: str | None = None
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """An interval between two moments."""

    start: Moment
    end: Moment
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A meaning whose value the words give whole: a duration, a set, a reference.

    `toward` ties a duration to the publication: -1 ends it there (*ces deux derniers mois*), 1
    begins it there, 2 does so where the clause tells what will be (*planteront en huit ans*).
    """

    type: str
    value: str
    modifier: str | None = None
    amount: float | None = None
    unit: str | None = None
    toward: int | None = None


@dataclass(frozen=True, slots=True)
class Nothing:
    """A false positive: matched so that nothing else takes its words, then dropped."""


Meaning = Moment | Span | Fixed | Nothing


def classes(meaning: Meaning) -> frozenset[str]:
    """The classes under which later rules see a matched expression."""
    match meaning:
        case Moment(clock=str()) | Moment(daypart=str()):
            kind = "CLOCK_TIME" if meaning.unit == "T" else "DAY_TIME"
            return frozenset({"TIME", kind})
        case Moment(unit="D"):
            return frozenset({"DATE", "DAY_DATE"})
        case Moment(unit="M"):
            return frozenset({"DATE", "MONTH_DATE"})
        case Moment(unit="Y"):
            return frozenset({"DATE", "YEAR_DATE"})
        case Moment():
            return frozenset({"DATE", "PERIOD_DATE"})
        case Span():
            return frozenset({"INTERVAL"})
        case Fixed(type="DURATION"):
            return frozenset({"DURATION"})
        case Fixed():
            return frozenset({"OTHER"})
        case Nothing():
            return frozenset({"NOTHING"})


ALL_CLASSES = [
    frozenset(names)
    for names in (
        {"TIME", "CLOCK_TIME"},
        {"TIME", "DAY_TIME"},
        {"DATE", "DAY_DATE"},
        {"DATE", "MONTH_DATE"},
        {"DATE", "YEAR_DATE"},
        {"DATE", "PERIOD_DATE"},
        {"INTERVAL"},
        {"DURATION"},
        {"OTHER"},
        {"NOTHING"},
    )
]
