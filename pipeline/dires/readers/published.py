"""Publication dates: whatever a source gives, to an ISO date, or an error, never a guess."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

_FOUR_DIGIT_YEAR = re.compile(r"\b\d{4}\b")


def iso_date(value: Any) -> str | None:
    """`value` as ``YYYY-MM-DD``; None for None and for blank strings.

    Takes `date` and `datetime` objects, ISO 8601 dates and date-times (the date as it is
    written there, in whatever time zone) and French dates that name day, month and year
    (``5 juillet 2024``, ``05/07/2024``). Raises `ValueError` for everything else: nothing is
    filled in from today's date.
    """
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day).date().isoformat()
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, str):
        found = _iso(value.strip()) or _french(value)
        if found is not None:
            return found.isoformat()
    raise ValueError(
        f"{value!r} is not a publication date: give day, month and year,"
        " as in 2024-07-05 or 5 juillet 2024"
    )


def _iso(value: str) -> date | None:
    if not re.match(r"\d{4}-\d\d-\d\d(?:$|[T ])", value):
        return None
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return None


def _french(value: str) -> date | None:
    import dateparser

    if not _FOUR_DIGIT_YEAR.search(value):
        return None
    found = dateparser.parse(
        value,
        languages=["fr"],
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "DATE_ORDER": "DMY",
        },
    )
    return found.date() if found else None
