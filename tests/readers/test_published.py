"""Publication dates are exact or refused; nothing is filled in from today."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dires.readers import iso_date


@given(st.dates())
def test_iso_dates_stay_as_they_are(day):
    assert iso_date(day.isoformat()) == day.isoformat()
    assert iso_date(day) == day.isoformat()


@pytest.mark.parametrize(
    ("given_as", "expected"),
    [
        ("2024-07-05T23:30:00Z", "2024-07-05"),
        ("2024-07-05T23:30:00-10:00", "2024-07-05"),
        ("2024-07-05 08:00:00", "2024-07-05"),
        (" 2024-07-05 ", "2024-07-05"),
        (datetime(2024, 7, 5, 23, 30, tzinfo=UTC), "2024-07-05"),
        (date(999, 1, 2), "0999-01-02"),
        ("5 juillet 2024", "2024-07-05"),
        ("1er janvier 2020", "2020-01-01"),
        ("vendredi 5 juillet 2024 à 10h30", "2024-07-05"),
        ("le 14 déc. 2023", "2023-12-14"),
        ("05/07/2024", "2024-07-05"),
        (None, None),
        ("", None),
        ("  ", None),
    ],
)
def test_dates_are_normalised(given_as, expected):
    assert iso_date(given_as) == expected


@pytest.mark.parametrize(
    "value",
    [
        "hier",
        "demain",
        "mardi",
        "il y a deux jours",
        "5 juillet",
        "juillet 2024",
        "2024",
        "2024-07",
        "2024-02-30",
        "2024-07-05x",
        "30 février 2024",
        "5/7/24",
        "n'importe quoi",
        20240705,
        1720137600.0,
        True,
    ],
)
def test_what_is_no_full_date_is_refused(value):
    with pytest.raises(ValueError, match="publication date"):
        iso_date(value)
