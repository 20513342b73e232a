"""Quantities in words."""

import pytest

from dires.article import Quantity
from dires.report.listing import quantity_text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"value": 15, "unit": "percent"}, "15 percent"),
        ({"value": 1.5, "unit": "degC", "modifier": "less"}, "under 1.5 degC"),
        ({"value": 600_000_000_000, "unit": "USD"}, "600,000,000,000 USD"),
        ({"value": 1_250_000.5, "unit": "EUR", "modifier": "more"}, "over 1,250,000.5 EUR"),
        ({"value": None, "unit": "km", "low": 10, "high": 20}, "10–20 km"),
        ({"value": None, "unit": None}, "des dizaines"),
    ],
)
def test_quantity_text(values, text):
    assert quantity_text(Quantity(0, 12, "des dizaines", **values)) == text
