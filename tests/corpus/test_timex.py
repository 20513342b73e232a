"""TIMEX3 values are told from strings that are none."""

import pytest

from dires.corpus.timex import is_timex


@pytest.mark.parametrize(
    "value",
    [
        "2024-07-04",
        "2024-09",
        "2024",
        "202",
        "20",
        "XXXX-10",
        "2024-W27",
        "2024-W27-WE",
        "XXXX-WXX-4",
        "2024-Q3",
        "2024-H1",
        "2024-SU",
        "2024-07-04TEV",
        "2024-07-04T14:30",
        "2024-07-04T14:30Z",
        "T09:00",
        "P3Y",
        "PXM",
        "P1DE",
        "P0.5D",
        "PT2H",
        "P1WE",
        "PRESENT_REF",
        "PAST_REF",
        "FUTURE_REF",
        "2024-07-03/2024-07-04",
        "2025/2027",
        "2025/PRESENT_REF",
    ],
)
def test_values(value):
    assert is_timex(value)


@pytest.mark.parametrize(
    "value",
    ["", "hier", "P", "PT", "T", "/", "2024/", "/2024", "2024-7", "2024-", "2024-07-4", "PRESENT"],
)
def test_no_values(value):
    assert not is_timex(value)
