"""Calendar arithmetic counts on the calendar: month ends, leap years, ISO weeks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dires.dates import calendar

DAYS = st.dates(min_value=date(1600, 1, 1), max_value=date(2300, 12, 31))
UNITS = st.sampled_from(["D", "W", "WE", "M", "Q", "HY", "Y", "DE"])


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 1, 15), -13, date(2022, 12, 15)),
    ],
)
def test_months_are_not_thirty_days(start: date, months: int, expected: date) -> None:
    assert calendar.add_months(start, months) == expected


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (date(2024, 12, 30), "2025-W01"),
        (date(2021, 1, 3), "2020-W53"),
        (date(2024, 7, 4), "2024-W27"),
    ],
)
def test_weeks_are_iso_weeks(at: date, value: str) -> None:
    assert calendar.week(at).value == value


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (1999, date(1999, 4, 4)),
        (2000, date(2000, 4, 23)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
    ],
)
def test_easter(year: int, easter: date) -> None:
    assert calendar.easter(year) == easter


def test_values_of_long_periods() -> None:
    assert calendar.years(2024, 1).value == "2024"
    assert calendar.years(1990, 10).value == "199"
    assert calendar.years(2000, 100).value == "20"


def test_winter_runs_into_the_next_year() -> None:
    winter = calendar.season(2023, "WI")
    assert (winter.first.year, winter.last.year) == (2023, 2024)


@given(UNITS, DAYS, st.integers(-15, 15))
def test_a_shifted_period_is_whole_and_in_order(unit: str, at: date, count: int) -> None:
    period = calendar.shifted(unit, at, count)
    assert period.first <= period.last
    following = calendar.shifted(unit, at, count + 1)
    if unit != "WE":
        assert following.first == period.last + timedelta(days=1)


@given(UNITS, DAYS)
def test_the_running_period_holds_the_day(unit: str, at: date) -> None:
    period = calendar.shifted(unit, at, 0)
    if unit != "WE" or at.isoweekday() >= 6:
        assert period.first <= at <= period.last


@given(DAYS, st.integers(1, 7), st.sampled_from([-1, 1]), st.booleans())
def test_nearest_weekday(at: date, weekday: int, toward: int, same: bool) -> None:
    found = calendar.nearest_weekday(at, weekday, toward, same=same)
    distance = (found - at).days * toward
    assert found.isoweekday() == weekday
    assert (0 if same else 1) <= distance <= 7
